import { beforeAll, expect, test } from 'vitest';
import { propertiesOf, readCalendar, startOf } from '#tests/support/calendars.ts';
import { meetupFields, SAM, typedIn } from '#tests/support/meetup-form.ts';
import {
  giveRhythm,
  hiddenIn,
  previewPath,
  rhythmFields,
  seriesFields,
  startSeries,
  TESS,
} from '#tests/support/series-form.ts';
import { openTestSite } from '#tests/support/site.ts';
import type { Visitor } from '#tests/support/visit.ts';

let site: Awaited<ReturnType<typeof openTestSite>>;
let sam: Visitor;
beforeAll(async () => {
  site = await openTestSite();
  site.clock.ahead = Date.UTC(2026, 11, 1, 12) - Date.now();
  await site.signedIn(TESS);
  sam = await site.signedIn(SAM);
});

/** Announced by the same rhythm, but with days that matter: both clock changes are among them. */
const SUNDAYS = rhythmFields({
  ...{ which: ['-1', '1', ''], weekday: ['SU', 'SA', 'MO'], months: ['e1', '3', ''] },
  ...{ exceptDays: ['2026-12-27'], extraDays: ['2027-01-06', ''] },
});

test('a year of a real rhythm over both clock changes, with moved, cancelled and irregular dates, comes out right', async () => {
  const path = await startSeries(sam, { name: 'Last Sundays' });
  const done = await giveRhythm(sam, path, SUNDAYS);
  expect([done.status, done.path]).toEqual([303, `${path}?notice=series-rhythm-saved`]);

  const january = '/meetups/last-sundays-2027-01-31';
  const form = await sam.get(`${january}/edit`);
  const later = { title: 'Last Sundays', startsLocal: '2027-02-02T18:00', endsLocal: '2027-02-02T20:00' };
  const seriesId = form.html.querySelector('[name="seriesId"] option[selected]')?.getAttribute('value') ?? '';
  const edited = { ...meetupFields(SAM, later), ...typedIn(form), seriesId };
  expect((await sam.send(`${january}/edit`, 'meetups.edit', edited)).status).toBe(303);
  const april = '/meetups/last-sundays-2027-04-25/cancellation';
  const cancelling = { ...hiddenIn(await sam.get(april), 'meetupId'), reason: 'The café is closed.' };
  expect((await sam.send(april, 'meetups.cancel', cancelling)).status).toBe(303);

  for (const feed of ['/meetups.ics', `${path}.ics`]) {
    const { events } = readCalendar((await site.stranger().get(feed)).body);
    expect(events.map((event) => `${startOf(event).slice(0, 16)} ${propertiesOf(event)['status']}`).sort()).toEqual([
      '2027-01-06T10:00 CONFIRMED',
      '2027-02-02T18:00 CONFIRMED',
      '2027-02-28T10:00 CONFIRMED',
      '2027-03-06T10:00 CONFIRMED',
      '2027-03-28T09:00 CONFIRMED',
      '2027-04-25T09:00 CANCELLED',
      '2027-05-30T09:00 CONFIRMED',
      '2027-06-27T09:00 CONFIRMED',
      '2027-07-25T09:00 CONFIRMED',
      '2027-08-29T09:00 CONFIRMED',
      '2027-09-26T09:00 CONFIRMED',
      '2027-10-31T10:00 CONFIRMED',
      '2027-11-28T10:00 CONFIRMED',
    ]);
    const moved = events.find((event) => startOf(event).startsWith('2027-02-02'));
    expect(propertiesOf(moved!)).toMatchObject({ sequence: '1', dtstart: '2027-02-02T18:00:00' });
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(13);
  }
  site.clock.forward(60 * 24);
  await site.runDueJobs();
  expect(readCalendar((await site.stranger().get(`${path}.ics`)).body).events).toHaveLength(13);
});

test('a rhythm is shown before it is kept: what it does, what it clashes with, and nothing is done by looking', async () => {
  const path = await startSeries(sam, { name: 'Looked at' });
  const fields = rhythmFields({ extraDays: ['2026-12-25'] });
  const preview = await sam.get(previewPath(path, fields));
  expect(preview.text).toContain('The third Wednesday of every month, 10 am to 12 noon, London time.');
  expect(preview.text).toContain('13 new dates. Nothing has been done yet.');
  expect(preview.text).toContain('Christmas Day is a bank holiday');
  expect((await sam.get(path)).text).toContain('The next date is not fixed yet');
  const typed = { ...fields, ...hiddenIn(preview, 'seriesId') };
  const stale = await sam.send(previewPath(path, fields), 'series.changeRhythm', { ...typed, mark: '0+' });
  expect([stale.status, stale.text.includes('Something has changed meanwhile')]).toEqual([409, true]);
  expect((await giveRhythm(sam, path, fields)).status).toBe(303);
  const page = await site.stranger().get(path);
  expect(page.text).toContain('Friday 25 December 2026');
  expect(page.body).toContain('"eventSchedule"');
  const thursdays = await sam.get(previewPath(path, rhythmFields({ weekday: ['TH', 'WE', 'WE'] })));
  expect(thursdays.text).toMatch(/12 that move, 1 called off\. Nothing/);
});

test('a line that is half filled is said to be wrong, and what was typed stays', async () => {
  const path = await startSeries(sam, { name: 'Half filled' });
  const page = await sam.get(previewPath(path, rhythmFields({ months: ['', '', ''] })));
  expect(page.status).toBe(400);
  expect(page.text).toContain('Line 1: choose all three');
  expect(page.html.querySelector('[name="which"] option[selected]')?.textContent.trim()).toBe('Third');
});

test('a series has two hosts, and only they change it', async () => {
  const alone = await sam.send('/series/new', 'series.start', seriesFields({ hostEmail: [SAM, '', ''] }));
  expect([alone.status, alone.text.includes('Name two different hosts or more')]).toEqual([400, true]);
  const last = await sam.send('/series/new', 'series.start', seriesFields({ hostEmail: ['', '', '', SAM] }));
  expect(last.html.querySelector('#cell-hostEmail-4')?.getAttribute('value')).toBe(SAM);
  const told = last.html.querySelector('#field-hostEmail')?.getAttribute('aria-describedby')?.split(' ').at(-1);
  expect(last.html.getElementById(told ?? '')?.textContent).toContain('Name two different hosts or more');
  const path = await startSeries(sam, { name: 'Not yours' });
  const eve = await site.signedIn('eve.white@council.example');
  for (const page of ['edit', 'rhythm', 'rest']) expect((await eve.get(`${path}/${page}`)).status).toBe(403);
  const mark = { ...hiddenIn(await sam.get(`${path}/rest`), 'seriesId', 'mark'), kind: 'ended', reason: 'Mine.' };
  expect((await eve.send(`${path}/rest`, 'series.rest', mark)).status).toBe(403);
  expect((await site.stranger().get(`${path}/rhythm`)).path).toContain('/sign-in?next=');
});

test('a series that rests says why, and is resumed with its dates', async () => {
  const path = await startSeries(sam, { name: 'Tired' });
  await giveRhythm(sam, path, rhythmFields());
  const resting = {
    ...hiddenIn(await sam.get(`${path}/rest`), 'seriesId', 'mark'),
    kind: 'resting',
    reason: 'New roof.',
  };
  expect((await sam.send(`${path}/rest`, 'series.rest', resting)).status).toBe(303);
  expect((await site.stranger().get(path)).text).toMatch(/This series rests New roof\..*No dates while it rests/);
  const waking = hiddenIn(await sam.get(`${path}/rest`), 'seriesId', 'mark');
  expect((await sam.send(`${path}/rest`, 'series.resume', waking)).status).toBe(303);
  expect((await site.stranger().get(path)).text).toContain('Wednesday 16 December 2026');
  const ending = { ...hiddenIn(await sam.get(`${path}/rest`), 'seriesId', 'mark'), kind: 'ended', reason: 'Done.' };
  expect((await sam.send(`${path}/rest`, 'series.rest', ending)).status).toBe(303);
  const ended = await site.stranger().get(path);
  expect(ended.text).toContain('No more dates Other meetups go on.');
  expect(ended.text).not.toContain('Follow it');
  expect((await site.stranger().get(`${path}/topics`)).body).not.toContain('#offer');
});

test('a series for staff is nowhere for others: not on a page, in a list, a feed, a calendar, the search or the sitemap', async () => {
  const path = await startSeries(sam, { name: 'Backroom whispers', circle: 'staff' });
  await giveRhythm(sam, path, rhythmFields());
  for (const visitor of [site.stranger(), await site.signedIn('pat@trust.example')]) {
    for (const end of ['', '.ics', '.atom']) expect((await visitor.get(path + end)).status).toBeGreaterThan(400);
    for (const list of ['/series', '/meetups', '/meetups.ics', '/search?q=whispers', '/sitemap.xml'])
      expect((await visitor.get(list)).body, list).not.toContain('Backroom');
  }
  expect((await sam.get('/series')).text).toContain('Backroom whispers');
  expect((await sam.get('/search?q=whispers')).text).toContain('Series');
  expect((await sam.get(`${path}.ics`)).status, 'calendars do not sign in').toBe(404);
});

test('the feed of a series tells its dates as they open, and a followed link leads from a meetup to its series', async () => {
  const path = await startSeries(sam, { name: 'In the news' });
  await giveRhythm(sam, path, rhythmFields());
  const { body } = await site.stranger().get(`${path}.atom`);
  expect(body.match(/<entry>/g)).toHaveLength(2);
  expect(body).toContain('In the news, Wednesday 16 December 2026');
  const meetup = await site.stranger().get('/meetups/in-the-news-2026-12-16');
  expect(meetup.html.querySelector(`a[href="${path}"]`)?.text).toBe('In the news');
});

test('who plans a meetup sees bank holidays, other meetups and that the hosts are away', async () => {
  const path = await startSeries(sam, { name: 'In the way' });
  await giveRhythm(sam, path, rhythmFields({ which: ['', '', ''], months: ['', '', ''], extraDays: ['2027-03-26'] }));
  const looked = await sam.get('/meetups/new?day=2027-03-26');
  expect(looked.text).toMatch(/Good Friday is a bank holiday Same day: In the way/);
  expect(looked.html.querySelector('[name="startsLocal"]')?.getAttribute('value')).toBe('2027-03-26T10:00');
  const away = { ...hiddenIn(await sam.get('/profile'), 'id'), fromOn: '2027-05-01', untilOn: '2027-05-20' };
  expect((await sam.send('/profile', 'absences.note', away)).status).toBe(303);
  expect((await sam.get('/profile')).text).toContain('1 May 2027 to 20 May 2027');
  expect((await sam.get('/meetups/new?day=2027-05-12')).text).toContain('The host is away');
  const preview = () => sam.get(previewPath(path, rhythmFields({ extraDays: ['2027-05-12'] })));
  expect((await preview()).text).not.toContain('Both hosts are away');
  const tess = await site.signedIn(TESS);
  await tess.send('/profile', 'absences.note', { ...away, id: 'tess-away' });
  expect((await preview()).text).toContain('Both hosts are away');
  const wrong = await sam.send('/profile', 'absences.note', { ...away, untilOn: '2027-04-01' });
  expect([wrong.status, wrong.text.includes('a last day that comes after the first')]).toEqual([400, true]);
});
