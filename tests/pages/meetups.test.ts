import { expect, test } from 'vitest';
import { announce, fieldOf, meetupFields, SAM, typedIn } from '#tests/support/meetup-form.ts';
import { openTestSite } from '#tests/support/site.ts';

const site = await openTestSite();
const { stranger, signedIn, mailbox } = site;

test('staff announce a meetup, and anybody reads what, when, where, and that there are no slides', async () => {
  const sam = await signedIn(SAM, { showsName: true });
  const path = await announce(sam, { title: 'Open café' });
  expect(path).toBe('/meetups/open-cafe');
  const page = await stranger().get(path);
  expect(page.status).toBe(200);
  for (const words of [
    'Thursday 4 December 2031, 10 am to 11.30 am, London time',
    'The Copper Kettle, 4 Mill Lane, Sandford',
    'Sam Green',
    'Subtitles in an afternoon',
    'Starts it: Priya from Libraries',
    'No slides.',
    'The table with the dragon',
    'The back door is heavy.',
    'Free. Tea is £2.',
    '0 of 20 places',
    'Hearing loop We do not know yet',
  ])
    expect(page.text).toContain(words);
  expect(page.body).toContain('<p>Come <em>in</em>.</p>');
  expect(page.html.querySelector('.prose h2')?.textContent).toBe('Bring cake');
  expect(page.html.querySelector('form[action*="rsvps.ask"]'), 'the one thing to do next').toBeTruthy();
  expect((await stranger().get('/meetups')).text).toContain('Open café');
});

test('search engines get the event, safe against a title that ends the script', async () => {
  const sam = await signedIn(SAM);
  const path = await announce(sam, { title: '</script><b>Tea</b> & "cake"' });
  const page = await stranger().get(path);
  const event = JSON.parse(page.html.querySelector('script[type="application/ld+json"]')?.textContent ?? '');
  expect(event).toMatchObject({
    '@type': 'Event',
    name: '</script><b>Tea</b> & "cake"',
    startDate: '2031-12-04T10:00+00:00',
    endDate: '2031-12-04T11:30+00:00',
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location: { '@type': 'Place', name: 'The Copper Kettle', address: '4 Mill Lane, Sandford' },
    offers: { price: 0, availability: 'https://schema.org/InStock' },
  });
  expect(page.html.querySelector('meta[property="og:title"]')?.getAttribute('content')).toBe(event.name);
  expect(page.html.querySelector('meta[property="og:description"]')?.getAttribute('content')).toContain('Thursday 4');
});

test('what is wrong with the form is said beside each field, and nothing that was typed is lost', async () => {
  const sam = await signedIn(SAM);
  const wrong = meetupFields('nobody@council.example', {
    title: 'Kept title',
    startsLocal: '2031-03-30T01:30',
    endsLocal: '2031-03-30T03:00',
    venueName: '',
    secondHost: SAM,
    topic2Question: 'A question without a title',
    topic3Title: 'T',
    topic3Lead: 'ghost@nowhere.example',
  });
  const page = await sam.send('/meetups/new', 'meetups.announce', wrong);
  expect(page.status).toBe(400);
  for (const sentence of [
    'The clocks go forward then, and 1.30 am does not come. Choose 2 am or later',
    'Nobody has signed in as nobody@council.example yet.',
    'Choose a place from the list, or enter the name of a new one',
    'Give this topic a title, or leave all of it empty',
    'Nobody has signed in as ghost@nowhere.example yet. Write the name instead',
  ])
    expect(page.text).toContain(sentence);
  expect(fieldOf(page, 'title')).toBe('Kept title');
  expect(fieldOf(page, 'meetupId')).toBe(wrong['meetupId']);
  const empty = await sam.send('/meetups/new', 'meetups.announce', { meetupId: 'x' });
  expect(empty.status).toBe(400);
  expect(empty.text).toContain('Enter a title');
});

test('a time that comes twice is taken as the first, and that is said', async () => {
  const sam = await signedIn(SAM);
  const night = { title: 'Night café', startsLocal: '2031-10-26T01:30', endsLocal: '2031-10-26T04:00' };
  const sent = await sam.send('/meetups/new', 'meetups.announce', meetupFields(SAM, night));
  expect((await sam.get(sent.path)).text).toContain('that time comes twice in that night');
  expect((await stranger().get('/meetups/night-cafe')).body).toContain('"startDate":"2031-10-26T01:30+01:00"');
});

test('another time is told to everyone who is coming, with the file; then a cancellation, once', async () => {
  const sam = await signedIn(SAM);
  const path = await announce(sam, { title: 'Moving café' });
  const rita = await signedIn('rita@home.example');
  const { meetupId, ...form } = typedIn(await sam.get(`${path}/edit`));
  await rita.send(path, 'rsvps.save', { meetupId, partySize: '1' });
  await mailbox.next('rita@home.example');
  const later = { title: 'Moving café', startsLocal: '2031-12-11T10:00', endsLocal: '2031-12-11T11:30' };
  const moved = await sam.send(`${path}/edit`, 'meetups.edit', { ...meetupFields(SAM, later), meetupId, ...form });
  expect(moved.path).toBe(`${path}?notice=meetup-moved`);
  const letter = await mailbox.next('rita@home.example');
  expect(letter.subject).toBe('New time: Moving café');
  expect(letter.text).toContain('Thursday 11 December 2031');
  expect(String(letter.attachments[0]?.filename)).toBe('moving-cafe.ics');

  const stale = await sam.send(`${path}/edit`, 'meetups.edit', { ...meetupFields(SAM, later), meetupId, ...form });
  expect(stale.status).toBe(409);
  expect(stale.text).toContain('Somebody else changed this meetup meanwhile');

  const without = await sam.send(`${path}/cancellation`, 'meetups.cancel', { meetupId, reason: ' ' });
  expect(without.status).toBe(400);
  const cancelled = await sam.send(`${path}/cancellation`, 'meetups.cancel', { meetupId, reason: 'The boiler broke.' });
  expect(cancelled.path).toBe(`${path}?notice=meetup-cancelled`);
  expect((await mailbox.next('rita@home.example')).text).toContain('The boiler broke.');
  const page = await stranger().get(path);
  expect(page.text).toContain('The boiler broke.');
  expect(page.body).toContain('EventCancelled');
  expect((await sam.get(`${path}/cancellation`)).html.querySelector('form textarea')).toBeNull();
  expect((await stranger().get('/meetups')).text).toContain('Cancelled');
});

test('the next one like it starts from the last one, without its date and topics', async () => {
  const sam = await signedIn(SAM);
  const path = await announce(sam, { title: 'Every month' });
  const page = await sam.get(`/meetups/new?like=${path.split('/').at(-1)}`);
  expect(fieldOf(page, 'title')).toBe('Every month');
  expect(fieldOf(page, 'startsLocal')).toBe('');
  expect(fieldOf(page, 'topic1Title')).toBe('');
  expect(page.html.querySelector('[name="venueId"] option[selected]')?.textContent).toContain('The Copper Kettle');
});

test('past meetups are found by year, and a year without any is not found', async () => {
  const sam = await signedIn(SAM);
  const past = { title: 'Long ago', startsLocal: '2024-05-02T10:00', endsLocal: '2024-05-02T11:30' };
  const path = await announce(sam, past);
  expect((await stranger().get('/meetups?year=2024')).text).toContain('Long ago Thursday 2 May 2024 The Copper Kettle');
  expect((await stranger().get('/meetups')).text).toContain('Meetups in 2024');
  for (const year of ['2023', 'x', '2024%27']) expect((await stranger().get(`/meetups?year=${year}`)).status).toBe(404);
  const page = await stranger().get(path);
  expect(page.text).toContain('What we talked about');
  expect(page.text).toContain('No lessons from this meetup yet');
  expect(page.text).not.toContain('No slides.');
  const write = page.html.querySelector('a[href^="/lessons/new"]')?.getAttribute('href') ?? '';
  const lesson = await sam.get(write);
  expect(lesson.html.querySelector('[name=meetupId] option[selected]')?.textContent).toContain('Long ago');
});

test('the front page offers a place while there is one, then the waiting list, then only a look', async () => {
  const sam = await signedIn(SAM);
  const at = (hours: number) => new Date(site.clock.now().getTime() + hours * 3_600_000).toISOString().slice(0, 16);
  const soon = { zone: 'UTC', startsLocal: at(24), endsLocal: at(27), places: '4', overbookPercent: '25' };
  const path = await announce(sam, { title: 'Café tomorrow', ...soon });
  const front = async () => (await stranger().get('/')).text;
  expect(await front()).toMatch(/0 of 5 places Save your place/);
  const { meetupId } = typedIn(await sam.get(`${path}/edit`));
  await sam.send(path, 'rsvps.save', { meetupId, partySize: '5' });
  expect(await front()).toMatch(/5 of 5 places Join the waiting list/);
  site.clock.forward(25 * 60);
  expect(await front()).toMatch(/5 of 5 places See it/);
  site.clock.forward(-25 * 60);
});

test('staff mend what is said of a place, and every meetup there says it', async () => {
  const sam = await signedIn(SAM);
  const path = await announce(sam, { title: 'Café with a ramp' });
  const mend = (await sam.get(path)).html.querySelector('a[href^="/venues/"]')?.getAttribute('href') ?? '';
  const form = await sam.get(mend);
  expect(form.html.querySelector('[name=accessNotes]')?.textContent).toBe('The back door is heavy.');
  const said = {
    venueId: mend.split('/')[2] ?? '',
    venuePhone: '',
    findUs: 'Upstairs',
    accessNotes: 'The lift is broken.',
  };
  const known = { stepFree: 'no', toilet: 'yes', hearingLoop: 'yes', parking: 'no' };
  const rosa = await signedIn('rosa@home.example');
  expect((await rosa.get(mend)).status).toBe(403);
  expect((await rosa.send(path, 'venues.describe', { ...said, ...known })).status).toBe(403);
  expect((await sam.send(mend, 'venues.describe', { ...said, ...known, parking: 'maybe' })).status).toBe(400);
  expect((await sam.send(mend, 'venues.describe', { ...said, ...known })).status).toBe(303);
  const page = await stranger().get(path);
  for (const words of ['Upstairs', 'The lift is broken.', 'Hearing loop Yes']) expect(page.text).toContain(words);
  expect((await stranger().get(`${path}.ics`)).body).toContain('Upstairs');
  expect((await rosa.get(path)).html.querySelector('a[href^="/venues/"]')).toBeNull();
});
