import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { type CalendarMeetup, calendarFile, meetupCalendar, subscribedCalendar } from '#server/calendar.ts';
import { propertiesOf, readCalendar, startOf } from '#tests/support/calendars.ts';

const HEAD = { siteName: 'Sandford Council', siteUrl: 'https://teacake.council.example' };
const NOW = new Date('2026-11-20T12:00:00Z');
const instant = (local: string, zone: string) =>
  new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds);

function meetup(wished: Partial<CalendarMeetup['meetup']> = {}, rest: Partial<CalendarMeetup> = {}): CalendarMeetup {
  const { startsLocal = '2026-12-03T10:00', endsLocal = '2026-12-03T11:30', zone = 'Europe/London' } = wished;
  const row = {
    id: '01936d1e-7b1a-7000-8000-000000000001',
    slug: 'winter-cafe',
    title: 'Winter café',
    seriesId: null,
    seriesStart: null,
    editedByHandAt: null,
    importKey: null,
    overbookPercent: 0,
    photos: 'ask' as const,
    startsLocal,
    endsLocal,
    zone,
    startsAt: instant(startsLocal, zone),
    endsAt: instant(endsLocal, zone),
    venueId: 'v',
    cost: 'Free',
    circle: 'public' as const,
    places: 20,
    hostId: 'p',
    secondHostId: null,
    description: '',
    descriptionHtml: '',
    rendererVersion: 1,
    sequence: 3,
    number: 17,
    createdById: null,
    createdAt: new Date('2026-10-01T08:00:00Z'),
    updatedAt: new Date('2026-11-02T09:30:00Z'),
    ...wished,
  };
  const venue = {
    id: 'v',
    name: 'The Copper Kettle',
    address: '4 Mill Lane\nSandford',
    phone: '',
    findUs: 'The table with the dragon',
    stepFree: 'yes' as const,
    toilet: 'yes' as const,
    hearingLoop: 'unknown' as const,
    parking: 'no' as const,
    accessNotes: '',
  };
  return { meetup: row, venue, cancelledAt: null, ...rest };
}

test('a calendar program reads the meetup: name, place, address of the page, what it is about', () => {
  const topics = [{ title: 'Subtitles in an afternoon' }, { title: 'Bins, by text' }];
  const { calendar, events } = readCalendar(meetupCalendar(meetup({}, { topics }), HEAD));
  expect(calendar.getFirstPropertyValue('method')).toBeNull();
  expect(propertiesOf(events[0]!)).toEqual({
    uid: '01936d1e-7b1a-7000-8000-000000000001',
    sequence: '3',
    dtstamp: '2026-11-02T09:30:00Z',
    created: '2026-10-01T08:00:00Z',
    'last-modified': '2026-11-02T09:30:00Z',
    dtstart: '2026-12-03T10:00:00',
    dtend: '2026-12-03T11:30:00',
    summary: 'Winter café',
    location: 'The Copper Kettle, 4 Mill Lane, Sandford',
    description:
      '• Subtitles in an afternoon\n• Bins, by text\n\nHow to find us: The table with the dragon\n\nCost: Free\n\nhttps://teacake.council.example/meetups/winter-cafe',
    status: 'CONFIRMED',
    url: 'https://teacake.council.example/meetups/winter-cafe',
  });
});

test('the file in a letter is tentative while somebody waits, cancelled when they are not going, and newer each time', () => {
  const said = (['going', 'waiting', 'not-going'] as const).map((status) => {
    const file = calendarFile(meetup(), { ...HEAD, status, now: NOW });
    const { status: shown, dtstamp, uid } = propertiesOf(readCalendar(file.content).events[0]!);
    return { name: file.filename, type: file.contentType, shown, dtstamp, uid };
  });
  const all = { name: 'winter-cafe.ics', type: 'text/calendar; charset=utf-8', dtstamp: '2026-11-20T12:00:00Z' };
  const uid = '01936d1e-7b1a-7000-8000-000000000001';
  expect(said).toEqual(['CONFIRMED', 'TENTATIVE', 'CANCELLED'].map((shown) => ({ ...all, uid, shown })));
});

test('a cancelled meetup stays, says so in its name and status, whoever asks', () => {
  const cancelled = meetup({ sequence: 4 }, { cancelledAt: NOW });
  for (const text of [
    meetupCalendar(cancelled, HEAD),
    subscribedCalendar([cancelled], HEAD),
    calendarFile(cancelled, { ...HEAD, status: 'going', now: NOW }).content,
  ])
    expect(propertiesOf(readCalendar(text).events[0]!)).toMatchObject({
      status: 'CANCELLED',
      summary: 'Cancelled: Winter café',
      sequence: '4',
    });
});

test('times mean the same instant in every zone, by the rules the file itself carries', () => {
  const cases = [
    ['Europe/London', '2026-07-02T10:00'],
    ['Europe/London', '2026-12-03T10:00'],
    ['America/New_York', '2026-07-02T18:00'],
    ['America/New_York', '2026-11-02T01:30'],
    ['Australia/Lord_Howe', '2026-07-02T09:00'],
    ['Australia/Lord_Howe', '2026-12-03T09:00'],
    ['Asia/Calcutta', '2026-12-03T09:00'],
    ['UTC', '2026-12-03T09:00'],
  ] as const;
  for (const [zone, startsLocal] of cases) {
    const endsLocal = startsLocal.replace(/T\d\d/, 'T23');
    const { events } = readCalendar(meetupCalendar(meetup({ zone, startsLocal, endsLocal }), HEAD));
    expect([zone, startOf(events[0]!)]).toEqual([zone, instant(startsLocal, zone).toISOString()]);
    expect(propertiesOf(events[0]!)).toMatchObject({ dtstart: `${startsLocal}:00` });
  }
});

test('one calendar carries each zone once, and a name to subscribe under', () => {
  const meetups = [meetup(), meetup({ id: 'b' }), meetup({ id: 'c', zone: 'America/New_York' })];
  const head = { ...HEAD, siteName: 'Sandford; Sandford Parva, and Over Sandford' };
  const text = subscribedCalendar(meetups, head);
  const { zones, events } = readCalendar(text);
  expect(zones).toEqual(['Europe/London', 'America/New_York']);
  expect(events.map(({ uid }) => uid)).toEqual([meetups[0]?.meetup.id, 'b', 'c']);
  const name = 'Meetups – Sandford\\; Sandford Parva\\, and Over Sandford';
  expect(text.replaceAll('\r\n ', '')).toContain(`\r\nNAME:${name}\r\nX-WR-CALNAME:${name}\r\n`);
});

test('an empty calendar is still one', () => {
  expect(readCalendar(subscribedCalendar([], HEAD)).events).toEqual([]);
});

test.each([
  'Café\r\nATTENDEE:eve@evil.example',
  'Tea, cake; and \\n backslashes\\',
  'END:VEVENT\nEND:VCALENDAR',
  `${'🫖'.repeat(40)}${'é'.repeat(80)}${'👩‍👩‍👧‍👦'.repeat(12)}`,
  ...[...Array(12).keys()].map((n) => `${'x'.repeat(60 + n)}🫖🫖 done`),
  'כוס תה ועוגה, עם המון אורחים נחמדים מכל הסביבה ומחוצה לה',
  '"quoted": with = signs; TZID=Europe/Paris:20260101T000000',
])('a hostile title stays a title: %j', (title) => {
  const venue = { ...meetup().venue, name: title, address: title, findUs: title };
  const topics = [{ title }];
  const { events } = readCalendar(subscribedCalendar([meetup({ title, cost: title }, { venue, topics })], HEAD));
  expect(events).toHaveLength(1);
  expect(events[0]?.summary).toBe(title.replaceAll('\r\n', '\n'));
  expect(events[0]?.component.getAllProperties('attendee')).toEqual([]);
});
