import { expect, test } from 'vitest';
import { readCalendarFile } from '#server/calendars/calendar-reader.ts';
import { calendarOf, fixture, oneOf, plan, read } from '#tests/support/calendar-files.ts';

const daysOf = (name: string) =>
  plan(fixture(name)).series.map(({ dates }) => dates.map(({ times }) => times.startsLocal.slice(0, 10)));

test('a recurring event keeps its rhythm, what is left out, what moved and what is cancelled', () => {
  const { series, meetups, leftOut } = plan(fixture('google'));
  const [cafe] = series;
  expect(cafe?.rhythm).toMatchObject({ rules: ['FREQ=MONTHLY;BYDAY=3WE'], firstDay: '2026-01-21', startTime: '10:00' });
  expect(cafe?.dates.map(({ seriesStart }) => seriesStart)).not.toContain('2026-08-19T10:00');
  const moved = cafe?.dates.find(({ seriesStart }) => seriesStart === '2026-12-16T10:00');
  expect(moved).toMatchObject({
    isOdd: true,
    times: { startsLocal: '2026-12-17T14:00', endsLocal: '2026-12-17T15:30' },
  });
  expect(moved?.event.summary).toBe('Open café, with mince pies');
  const cancelled = cafe?.dates.filter(({ event }) => event.isCancelled);
  expect(cancelled).toMatchObject([{ seriesStart: '2027-01-20T10:00' }]);
  expect(cafe?.dates.at(-1)?.times.startsLocal).toBe('2027-11-17T10:00');
  expect(meetups).toMatchObject([{ event: { summary: 'Summer picnic' }, times: { startsLocal: '2026-07-10T14:00' } }]);
  expect(leftOut).toEqual([]);
});

test('dates beside the rules are kept, also at another time of day', () => {
  expect(daysOf('apple')).toEqual([['2026-12-10', '2027-01-14', '2027-02-11', '2027-03-11']]);
  const odd = plan(fixture('apple')).series[0]?.dates.filter(({ isOdd }) => isOdd);
  expect(odd).toMatchObject([{ times: { startsLocal: '2027-02-11T19:30', endsLocal: '2027-02-11T21:00' } }]);
});

test('rules that count, that end, and that pick by position come out as they were meant', () => {
  expect(daysOf('outlook')).toEqual([
    ['2026-09-07', '2026-11-02', '2027-01-04', '2027-03-01', '2027-05-03', '2027-07-05'],
  ]);
  expect(daysOf('nextcloud')).toEqual([
    ['2026-11-05', '2026-11-12', '2026-11-19', '2026-11-26', '2026-12-03', '2026-12-10'],
  ]);
});

test('a zone is found by its name, behind a prefix, in Windows’ words, by its clocks, or taken for ours', () => {
  const zoneOf = (tzid: string) => oneOf(`DTSTART;TZID=${tzid}:20261203T100000`, 'DURATION:PT1H');
  expect(zoneOf('America/New_York')).toEqual({ when: '2026-12-03T10:00 to 11:00, America/New_York', said: [] });
  expect(zoneOf('/freeassociation.sourceforge.net/Tzfile/Europe/Paris').when).toContain('Europe/Paris');
  expect(zoneOf('W. Europe Standard Time').when).toContain('Europe/Berlin');
  expect(zoneOf('"(UTC+00:00) Dublin, Edinburgh, Lisbon, London"').when).toContain('Europe/London');
  expect(zoneOf('Mars/Olympus_Mons')).toEqual({
    when: '2026-12-03T10:00 to 11:00, Europe/London',
    said: ['Its zone “Mars/Olympus_Mons” is not known; its times were taken for those of Europe/London.'],
  });
  const custom = plan(fixture('outlook')).meetups.find(({ event }) => event.summary === 'Call with Lyon');
  expect(custom?.times.zone).toBe('Europe/Berlin');
  expect(custom?.event.remarks[0]).toContain('where the clocks show the same');
});

test('times in UTC and times without a zone are told on the clocks here', () => {
  expect(oneOf('DTSTART:20260710T130000Z', 'DTEND:20260710T143000Z').when).toBe(
    '2026-07-10T14:00 to 15:30, Europe/London',
  );
  expect(oneOf('DTSTART:20261203T100000', 'DTEND:20261203T110000')).toEqual({
    when: '2026-12-03T10:00 to 11:00, Europe/London',
    said: ['Its times name no zone; they were taken for those of Europe/London.'],
  });
  expect(plan(fixture('nextcloud')).series[0]?.rhythm.zone).toBe('UTC');
});

test('whole days, no end, a wrong end, more than a day and a jump of the clocks are mended and told', () => {
  const london = 'DTSTART;TZID=Europe/London';
  expect(oneOf('DTSTART;VALUE=DATE:20261220', 'DTEND;VALUE=DATE:20261221')).toEqual({
    when: '2026-12-20T00:00 to 23:59, Europe/London',
    said: ['It takes the whole day: it was taken to be from midnight to 23.59.'],
  });
  expect(oneOf('DTSTART;VALUE=DATE:20261220', 'DTEND;VALUE=DATE:20261223').said).toContain(
    'It is longer than a day; the first day is kept.',
  );
  expect(oneOf(`${london}:20261203T100000`).when).toBe('2026-12-03T10:00 to 11:00, Europe/London');
  expect(oneOf(`${london}:20261203T100000`, 'DTEND;TZID=Europe/London:20261203T090000').said).toEqual([
    'It does not say when it ends; an hour was taken.',
  ]);
  expect(oneOf(`${london}:20261203T100000`, 'DURATION:P3D').said).toEqual([
    'It is longer than a day; the first 24 hours are kept.',
  ]);
  expect(oneOf(`${london}:20270328T013000`, 'DURATION:PT1H').when).toBe('2027-03-28T02:30 to 03:30, Europe/London');
});

test('what has no place here is told: people, alarms, attachments', () => {
  const { said } = oneOf(
    'DTSTART:20261203T100000Z',
    'DTEND:20261203T110000Z',
    'ATTENDEE:mailto:one@home.example',
    'ATTENDEE:mailto:two@home.example',
    'ATTACH:https://files.example/a.pdf',
    'STATUS:TENTATIVE',
    'BEGIN:VALARM',
    'TRIGGER:-PT15M',
    'ACTION:DISPLAY',
    'DESCRIPTION:x',
    'END:VALARM',
  );
  expect(said).toEqual([
    'Not kept: 2 invited people, an attachment, an alarm.',
    'It was tentative, and is announced now.',
  ]);
});

test('one event that is wrong or hostile spoils none of the others', () => {
  const { meetups, series, leftOut } = plan(fixture('hostile'));
  expect(meetups.map(({ event }) => event.uid)).toEqual(['h5', 'h6']);
  expect(series.map(({ event }) => event.uid)).toEqual(['h8']);
  expect(Object.fromEntries(leftOut.map(({ summary, sentences }) => [summary, sentences[0]]))).toEqual({
    'No start': 'It does not say when it starts.',
    'The 31st of February': 'Its DTSTART is not a time.',
    'Nonsense inside': 'It is not written as calendars are.',
    'With an EXRULE': 'It is not written as calendars are.',
    'Every second': 'It recurs in a way that names no days, or that is not understood.',
    'Every day for ever': 'It recurs so often, or so seldom, that its dates cannot be counted.',
    'Past midnight': 'It recurs and goes on past midnight, which the dates of a series cannot.',
    'Long ago': 'It is too long ago.',
  });
});

test('a file that is no calendar is told in one sentence; line ends, folds and old encodings do not matter', () => {
  for (const text of ['', 'hello', '<html></html>', '{"a":1}'])
    expect(readCalendarFile(Buffer.from(text), 'Europe/London')).toContain('This is no calendar');
  const folded = calendarOf('DTSTART:20261203T100000Z', 'LOCATION:The Copper', '  Kettle').replaceAll('\r\n', '\n');
  expect(read(folded).events[0]?.location).toBe('The Copper Kettle');
  const old = Buffer.from(calendarOf('DTSTART:20261203T100000Z'), 'latin1');
  expect(read(old).events[0]?.summary).toBe('Café');
});

test('of two that say the same, the newer counts; a date that nobody else speaks of stands alone', () => {
  const one = (sequence: number, hour: string) => [
    `DTSTART:20261203T${hour}0000Z`,
    'DURATION:PT1H',
    `SEQUENCE:${sequence}`,
  ];
  const twice = calendarOf(...one(2, '12'), 'END:VEVENT', 'BEGIN:VEVENT', 'UID:u', 'SUMMARY:Café', ...one(1, '10'));
  expect(plan(twice).meetups.map(({ times }) => times.startsLocal)).toEqual(['2026-12-03T12:00']);
  const orphan = calendarOf('RECURRENCE-ID:20261202T100000Z', ...one(1, '10'));
  expect(plan(orphan).meetups).toMatchObject([{ key: 'u 2026-12-02T10:00' }]);
});
