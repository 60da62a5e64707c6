import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openHolidays } from '#server/holidays.ts';
import { readSettings } from '#server/settings.ts';

const open = (environment: Record<string, string>) => openHolidays(readSettings(environment));

/** A file that an operator put there. */
function fileOf(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'holidays-')), 'holidays.json');
  writeFileSync(file, text);
  return file;
}

test('each nation has its own bank holidays, from the file that comes with Teacake', () => {
  expect(open({}).get('2026-12-25')).toBe('Christmas Day');
  expect(open({}).get('2026-11-30')).toBeUndefined();
  expect(open({ BANK_HOLIDAYS: 'scotland' }).get('2026-11-30')).toBe('St Andrew’s Day');
  expect(open({ BANK_HOLIDAYS: 'northern-ireland' }).get('2027-03-17')).toBe('St Patrick’s Day');
  expect(open({ BANK_HOLIDAYS: 'none' }).size).toBe(0);
});

test('the file that GOV.UK publishes can take its place', () => {
  const published = { scotland: { division: 'scotland', events: [{ title: 'Hogmanay', date: '2030-12-31' }] } };
  const file = fileOf(JSON.stringify(published));
  expect([...open({ BANK_HOLIDAYS: 'scotland', BANK_HOLIDAYS_FILE: file })]).toEqual([['2030-12-31', 'Hogmanay']]);
});

test('a file that tells nothing stops the start, with a sentence that says what to do', () => {
  expect(() => open({ BANK_HOLIDAYS_FILE: 'nowhere.json' })).toThrow('BANK_HOLIDAYS_FILE: nowhere.json cannot be read');
  expect(() => open({ BANK_HOLIDAYS_FILE: fileOf('{}') })).toThrow('has no bank holidays for england-and-wales');
  expect(() => open({ BANK_HOLIDAYS: 'france' })).toThrow(
    'BANK_HOLIDAYS must be england-and-wales, scotland, northern-ireland or none.',
  );
});
