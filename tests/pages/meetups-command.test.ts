import { existsSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Client from 'better-sqlite3';
import { expect, test } from 'vitest';
import { realSettings, run } from '#tests/support/process.ts';

async function openRoom() {
  const settings = await realSettings();
  const database = settings.DATABASE_URL.slice('file:'.length);
  const args = (file: string, ...more: string[]) => [
    ...['bin/teacake.ts', 'meetups', 'import', file, '--host', 'sam.green@council.example', ...more],
  ];
  const teacake = async (file: string, ...more: string[]) => {
    const { ended, said } = run(args(file, ...more), settings);
    return { code: await ended, said: said() };
  };
  const ask = <Answer>(sql: string) => {
    const client = new Client(database, { readonly: true });
    const answer = client.prepare(sql).pluck().get() as Answer;
    client.close();
    return answer;
  };
  return { settings, database, args, teacake, ask, file: (name: string) => join(dirname(database), name) };
}

const APPLE = 'tests/fixtures/calendars/apple.ics';
const COUNT = 'select count(*) from meetups';
const event = (uid: number, title: string) =>
  ['BEGIN:VEVENT', `UID:${uid}`, `SUMMARY:${title}`, 'DTSTART:20301203T100000Z', 'DURATION:PT1H', 'END:VEVENT'].join(
    '\n',
  );
const calendarOf = (events: readonly string[]) => `BEGIN:VCALENDAR\n${events.join('\n')}\nEND:VCALENDAR\n`;

test('an administrator tries a calendar, imports it, and imports it again', async () => {
  const { teacake, ask } = await openRoom();
  const dry = await teacake(APPLE, '--dry-run', '--past-years', '20');
  expect(dry).toMatchObject({
    code: 0,
    said: expect.stringContaining('Nothing was changed. This would happen: 3 events'),
  });
  expect(ask(COUNT)).toBe(0);
  const done = await teacake(APPLE, '--second-host', 'hetty@council.example', '--past-years', '20');
  expect(done.said).toContain('Done: 3 events read.');
  expect(done.said).toContain('1 series with 4 dates');
  expect(done.said).toContain('“Evening café”: Not kept: an attachment.');
  expect(done.said).toContain('1 that are no events');
  expect(ask(COUNT)).toBe(6);
  expect(ask("select description_html from meetups where title = 'Evening café'")).toContain(
    'https://cafe.example/evening',
  );
  const again = await teacake(APPLE, '--past-years', '20');
  expect(again.said).toContain('0 meetups added, and 0 series with 0 dates');
  expect(ask(COUNT)).toBe(6);
});

test('what cannot be done is told in one sentence, and nothing is changed', async () => {
  const { teacake, file } = await openRoom();
  writeFileSync(file('list.txt'), 'Monday: tea\n');
  const wrong = [
    [[file('none.ics')], 'cannot be read'],
    [[file('list.txt')], 'This is no calendar'],
    [[APPLE, '--second-host', 'rosa@home.example'], 'rosa@home.example cannot host these'],
    [[APPLE, '--second-host', 'SAM.green@council.example'], 'Name somebody else as second host.'],
    [[APPLE, '--past-years', 'all'], 'Give a whole number from 0 to 20.'],
    [[APPLE, '--circle', 'friends'], 'Allowed choices are public, partner, staff'],
  ] as const;
  for (const [[path, ...more], sentence] of wrong)
    expect(await teacake(path, ...more)).toMatchObject({ code: 1, said: expect.stringContaining(sentence) });
});

test('an import that is killed in the middle of writing leaves nothing, and runs again', async () => {
  const { settings, database, args, teacake, ask, file } = await openRoom();
  const many = Array.from({ length: 400 }, (_, n) => event(n, `Café ${n}`));
  writeFileSync(file('many.ics'), calendarOf(many));
  await teacake(APPLE, '--dry-run'); // makes the database
  const { child, ended } = run(args(file('many.ics')), settings);
  const isWriting = () => existsSync(`${database}-wal`) && statSync(`${database}-wal`).size > 100_000;
  while (!isWriting() && child.exitCode === null) await new Promise((resume) => setTimeout(resume, 5));
  child.kill('SIGKILL');
  expect(await ended).toBe('SIGKILL');
  expect([0, 400]).toContain(ask(COUNT));
  expect(ask('pragma integrity_check')).toBe('ok');
  await teacake(file('many.ics'));
  expect(ask(COUNT)).toBe(400);
}, 60_000);
