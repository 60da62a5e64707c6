import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openCommandRoom } from '#tests/support/command-room.ts';

const openRoom = () => openCommandRoom('meetups', 'import', '--host', 'sam.green@council.example');

const APPLE = 'tests/fixtures/calendars/apple.ics';
const COUNT = 'select count(*) from meetups';
const event = (uid: number, title: string) =>
  ['BEGIN:VEVENT', `UID:${uid}`, `SUMMARY:${title}`, 'DTSTART:20301203T100000Z', 'DURATION:PT1H', 'END:VEVENT'].join(
    '\n',
  );
const calendarOf = (events: readonly string[]) => `BEGIN:VCALENDAR\n${events.join('\n')}\nEND:VCALENDAR\n`;

test('an administrator tries a calendar, imports it, and imports it again', async () => {
  const { finish, ask } = await openRoom();
  const dry = await finish(APPLE, '--dry-run', '--past-years', '20');
  expect(dry).toMatchObject({
    code: 0,
    said: expect.stringContaining('Nothing was changed. This would happen: 3 events'),
  });
  expect(ask(COUNT)).toBe(0);
  const done = await finish(APPLE, '--second-host', 'hetty@council.example', '--past-years', '20');
  expect(done.said).toContain('Done: 3 events read.');
  expect(done.said).toContain('1 series with 4 dates');
  expect(done.said).toContain('“Evening café”: Not kept: an attachment.');
  expect(done.said).toContain('1 that are no events');
  expect(ask(COUNT)).toBe(6);
  expect(ask("select description_html from meetups where title = 'Evening café'")).toContain(
    'https://cafe.example/evening',
  );
  const again = await finish(APPLE, '--past-years', '20');
  expect(again.said).toContain('0 meetups added, and 0 series with 0 dates');
  expect(ask(COUNT)).toBe(6);
});

test('what cannot be done is told in one sentence, and nothing is changed', async () => {
  const { finish, file } = await openRoom();
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
    expect(await finish(path, ...more)).toMatchObject({ code: 1, said: expect.stringContaining(sentence) });
});

test('an import that is killed in the middle of writing leaves nothing, and runs again', async () => {
  const { killWhileItFills, finish, ask, file } = await openRoom();
  const many = Array.from({ length: 400 }, (_, n) => event(n, `Café ${n}`));
  writeFileSync(file('many.ics'), calendarOf(many));
  await finish(APPLE, '--dry-run'); // makes the database
  expect(await killWhileItFills('meetups', file('many.ics'))).toBe('SIGKILL');
  expect(ask(COUNT)).toBe(0);
  expect(ask('pragma integrity_check')).toBe('ok');
  await finish(file('many.ics'));
  expect(ask(COUNT)).toBe(400);
});
