import { expect, test } from 'vitest';
import { propertiesOf, readCalendar } from '#tests/support/calendars.ts';
import { meetupFields } from '#tests/support/meetup-form.ts';
import { openTestSite } from '#tests/support/site.ts';

const site = await openTestSite();
const { stranger, signedIn, url } = site;
const SAM = 'sam.green@council.example';

/** Announces meetups as a host, and gives their paths. */
async function announce(...wishes: Record<string, string>[]) {
  const sam = await signedIn(SAM);
  const paths = [];
  for (const wish of wishes) {
    const { path } = await sam.send('/meetups/new', 'meetups.announce', meetupFields(SAM, wish));
    paths.push(path.split('?')[0] ?? '');
  }
  return { sam, paths };
}

test('one meetup as a file: the type, the name, the facts, the page', async () => {
  const { paths } = await announce({ title: 'Winter café, “tea; cake”' });
  const answer = await stranger().get(`${paths[0]}.ics`);
  expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(answer.headers.get('content-disposition')).toContain('winter-cafe-tea-cake.ics');
  const { events } = readCalendar(answer.body);
  expect(propertiesOf(events[0]!)).toMatchObject({
    summary: 'Winter café, “tea; cake”',
    dtstart: '2031-12-04T10:00:00',
    status: 'CONFIRMED',
    sequence: '0',
    url: `${url}${paths[0]}`,
  });
  expect(propertiesOf(events[0]!)['description']).toContain('• Subtitles in an afternoon');
});

test('the calendar to subscribe to is public, whoever asks, and a cancelled meetup stays in it', async () => {
  const { sam, paths } = await announce(
    { title: 'For all' },
    { title: 'For partners', circle: 'partner' },
    { title: 'For staff', circle: 'staff' },
    { title: 'Called off' },
  );
  const meetupId = (await sam.get(`${paths[3]}/cancellation`)).html
    .querySelector('[name="meetupId"]')
    ?.getAttribute('value');
  await sam.send(`${paths[3]}/cancellation`, 'meetups.cancel', { meetupId: meetupId ?? '', reason: 'Snow.' });
  for (const visitor of [stranger(), await signedIn('pat@trust.example'), sam]) {
    const { calendar, events } = readCalendar((await visitor.get('/meetups.ics')).body);
    const shown = events.map((event) => propertiesOf(event));
    expect(shown.map(({ summary }) => summary)).toEqual(expect.arrayContaining(['For all', 'Cancelled: Called off']));
    expect(shown.map(({ summary }) => summary).join()).not.toMatch(/For partners|For staff/);
    expect(shown.find(({ summary }) => summary === 'Cancelled: Called off')).toMatchObject({
      status: 'CANCELLED',
      sequence: '1',
    });
    expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('Meetups – Sandford Council');
  }
});

test('the same file comes with 304 until the meetup changes; then SEQUENCE and times are new and the UID is not', async () => {
  const { sam, paths } = await announce({ title: 'Stable' });
  const [path = ''] = paths;
  const first = await stranger().get(`${path}.ics`);
  const again = await stranger().get(`${path}.ics`, { 'if-none-match': first.headers.get('etag') ?? '' });
  expect(again.status).toBe(304);
  const form = (await sam.get(`${path}/edit`)).html;
  const hidden = (name: string) => form.querySelector(`[name="${name}"]`)?.getAttribute('value') ?? '';
  const later = { title: 'Stable', startsLocal: '2031-12-05T10:00', endsLocal: '2031-12-05T11:30' };
  const ids = { meetupId: hidden('meetupId'), seenAt: hidden('seenAt') };
  await sam.send(`${path}/edit`, 'meetups.edit', { ...meetupFields(SAM, later), ...ids });
  const after = await stranger().get(`${path}.ics`, { 'if-none-match': first.headers.get('etag') ?? '' });
  expect(after.status).toBe(200);
  const [before, now] = [first, after].map(({ body }) => propertiesOf(readCalendar(body).events[0]!));
  expect(now).toMatchObject({ uid: before?.['uid'], sequence: '1', dtstart: '2031-12-05T10:00:00' });
});
