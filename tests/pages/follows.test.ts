import { beforeAll, expect, test } from 'vitest';
import { writeLesson } from '#tests/support/lesson-form.ts';
import { SAM } from '#tests/support/meetup-form.ts';
import { giveRhythm, hiddenIn, rhythmFields, startSeries, TESS } from '#tests/support/series-form.ts';
import { openTestSite } from '#tests/support/site.ts';
import type { Visitor } from '#tests/support/visit.ts';

let site: Awaited<ReturnType<typeof openTestSite>>;
let sam: Visitor;
let path: string;
beforeAll(async () => {
  site = await openTestSite();
  site.clock.ahead = Date.UTC(2026, 11, 1, 12) - Date.now();
  await site.signedIn(TESS);
  sam = await site.signedIn(SAM);
  path = await startSeries(sam, { name: 'Followed café' });
  await giveRhythm(sam, path, rhythmFields());
  await site.runDueJobs();
});

const linkIn = (text: string | undefined, kind: string) => text?.match(new RegExp(`(/${kind}/\\S+)`))?.[1] ?? '';
const moveTo = (moment: string) => {
  site.clock.ahead = Date.parse(moment) - Date.now();
};

test('somebody without an account follows by one mail, hears of a date, and stops by a link', async () => {
  const rosa = site.stranger();
  const page = await rosa.get(path);
  const typed = { ...hiddenIn(page, 'kind', 'subjectId'), name: 'Rosa', email: 'rosa@home.example', partySize: '1' };
  const asked = await rosa.send(path, 'follows.ask', typed);
  expect([asked.status, asked.path]).toEqual([303, `${path}?notice=follow-asked`]);
  const confirm = await site.mailbox.next('rosa@home.example');
  expect(confirm.text).not.toContain('Rosa');
  const link = linkIn(confirm.text, 'follows');
  expect((await rosa.get(link)).text).toContain('One more press');
  expect((await site.site.read.select().from(site.site.read.tables.follows))[0]?.heldUntil).not.toBeNull();
  const done = await rosa.send(link, 'follows.confirm', { token: link.split('/').at(-1) ?? '', partySize: '1' });
  expect(done.status).toBe(303);
  expect((await rosa.get(link)).text).toContain('You follow this series');

  moveTo('2026-12-23T10:30:00Z');
  await site.runDueJobs();
  const opened = await site.mailbox.next('rosa@home.example');
  expect(opened.subject).toBe('A date is open: Followed café, Wednesday 17 February 2027, 10 am, London time');
  expect(opened.text).toContain(`${site.url}/meetups/followed-cafe-2027-02-17#rsvp`);
  const stop = linkIn(opened.text, 'follows');
  const stopped = await rosa.send(stop, 'follows.unfollow', { token: stop.split('/').at(-1) ?? '' });
  expect([stopped.status, stopped.path]).toEqual([303, '/series?notice=follow-stopped']);
  expect((await rosa.get(stop)).status).toBe(404);
});

test('somebody signed in is counted in by one press, is asked for each date, and keeps the place with one more', async () => {
  moveTo('2026-12-24T10:30:00Z');
  const pat = await site.signedIn('pat@trust.example');
  const page = await pat.get(path);
  const followed = await pat.send(path, 'follows.follow', {
    ...hiddenIn(page, 'kind', 'subjectId'),
    everyDate: 'true',
    partySize: '2',
  });
  expect([followed.status, followed.path]).toEqual([303, `${path}?notice=follow-saved`]);
  expect((await pat.get(path)).text).toContain('You are counted in for every date, 2 of you.');
  const asked = [await site.mailbox.next('pat@trust.example'), await site.mailbox.next('pat@trust.example')];
  const february = asked.find(({ subject }) => subject?.includes('17 February'));
  expect(february?.subject).toBe('Still right? Followed café, Wednesday 17 February 2027, 10 am, London time');
  expect(february?.text).toContain('We keep 2 places for you.');
  const link = linkIn(february?.text, 'rsvps');
  expect((await pat.get(link)).text).toContain('One more press');
  const sure = { token: link.split('/').at(-1) ?? '', partySize: '2', accessNeeds: '', dietaryNeeds: '' };
  expect((await pat.send(link, 'rsvps.confirm', sure)).status).toBe(303);
  expect((await pat.get('/meetups/followed-cafe-2027-02-17')).text).toContain('You have places for 2');
  const digest = await pat.send(path, 'follows.follow', { ...hiddenIn(page, 'kind', 'subjectId'), hears: 'digest' });
  expect((await pat.get(digest.path)).text).toContain('We write to you as you chose.');
  const stopped = await pat.send(path, 'follows.stop', hiddenIn(page, 'kind', 'subjectId'));
  expect([stopped.status, stopped.path]).toEqual([303, `${path}?notice=follow-stopped`]);
  expect((await pat.get(path)).text).toContain('Follow it');
});

test('a follow that nobody can make: of a series for staff, with a party of ninety, too often', async () => {
  const hidden = await startSeries(sam, { name: 'Hidden', circle: 'staff' });
  const typed = {
    ...hiddenIn(await sam.get(hidden), 'kind', 'subjectId'),
    name: 'Eve',
    email: 'eve@home.example',
    partySize: '1',
  };
  expect((await site.stranger().send(path, 'follows.ask', typed)).status).toBe(404);
  const own = hiddenIn(await sam.get(path), 'kind', 'subjectId');
  const large = { ...typed, ...own, everyDate: 'true', partySize: '90' };
  expect((await site.stranger().send(path, 'follows.ask', large)).status).toBe(400);
  const answers = [];
  for (let press = 0; press < 7; press++)
    answers.push((await site.stranger().send(path, 'follows.ask', { ...typed, ...own })).status);
  expect(answers.at(-1)).toBe(429);
});

test('somebody without an account follows a tag, gets a digest with the lesson of a colleague, and one press of a mail program ends it', async () => {
  const written = { title: 'Signs that point home', tags: 'signs', circle: 'public' };
  await writeLesson(sam, { ...written, title: 'The first sign' });
  const kim = site.stranger();
  const list = await kim.get('/lessons?tag=signs');
  const whole = list.html.querySelector('.follow a')?.getAttribute('href') ?? '';
  const page = await kim.get(whole);
  const typed = { ...hiddenIn(page, 'kind', 'subjectId'), name: 'Kim', email: 'kim@home.example', hears: 'digest' };
  const asked = await kim.send(whole, 'follows.ask', typed);
  expect([asked.status, asked.path]).toEqual([303, '/lessons?tag=signs&notice=follow-asked']);
  const link = linkIn((await site.mailbox.next('kim@home.example')).text, 'follows');
  await kim.send(link, 'follows.confirm', { token: link.split('/').at(-1) ?? '', hears: 'digest' });
  const token = link.split('/').at(-1) ?? '';
  const when = await kim.send(link, 'digests.choose', { token, rhythm: 'weekly', weekday: '1', hour: '7' });
  expect([when.status, when.path]).toEqual([303, `${link}?notice=digest-chosen#digest`]);
  moveTo('2026-12-26T12:00:00Z');
  await writeLesson(sam, written);
  expect((await kim.get(link)).text).toContain('A new lesson: “Signs that point home”.');
  moveTo('2026-12-28T07:01:00Z');
  await site.runDueJobs();
  const digest = await site.mailbox.next('kim@home.example');
  expect(digest.subject).toBe('A new lesson: “Signs that point home”');
  expect(digest.text).toContain('every Monday at 7 am');
  expect(digest.text).toContain('The next meetup: Followed café');
  expect(digest.html).toContain('<a href=');
  const header = digest.headers.find(({ key }) => key === 'list-unsubscribe')?.value.slice(1, -1) ?? '';
  const pressed = await fetch(header, {
    method: 'POST',
    body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
  });
  expect(pressed.status).toBe(200);
  expect((await kim.get(link)).text).toContain('You stopped digests of what you follow.');
});

test('somebody signed in follows by one press, sees all they follow on one page, and hears at once of what they chose', async () => {
  moveTo('2027-01-04T12:00:00Z');
  const ella = await site.signedIn('ella@home.example');
  const list = await ella.get('/lessons?tag=signs');
  const action = list.html.querySelector('.follow form')?.getAttribute('action') ?? '';
  expect(action).toContain('/follows/new?kind=tag&subject=signs&_action=follows.follow');
  const pressed = { ...hiddenIn(list, 'kind', 'subjectId'), hears: 'digest' };
  expect((await ella.send('/follows/new?kind=tag&subject=signs', 'follows.follow', pressed)).path).toBe(
    '/lessons?tag=signs&notice=follow-kept',
  );
  const page = await ella.get('/follows');
  expect(page.text).toContain('the tag signs');
  expect(page.text).toContain('Thursday 7 January 2027, 8 am');
  const { followId = '' } = hiddenIn(page, 'followId');
  const chosen = { followId: [followId], hears: ['at-once'] };
  expect((await ella.send('/follows', 'follows.choose', chosen)).path).toBe('/follows?notice=follow-kept');
  await writeLesson(sam, { title: 'A sign at night', tags: 'signs', circle: 'public' });
  moveTo('2027-01-04T12:10:00Z');
  await site.runDueJobs();
  await site.runDueJobs();
  const letter = await site.mailbox.next('ella@home.example');
  expect(letter.subject).toBe('A new lesson: “A sign at night”');
  expect(letter.text).toContain('since you follow the tag signs');
  const stopped = await ella.send('/follows', 'follows.drop', { dropId: followId });
  expect(stopped.path).toBe('/follows?notice=follow-stopped');
  expect((await ella.get('/follows')).text).toContain('You follow nothing yet');
  expect((await site.stranger().get('/follows')).path).toContain('/sign-in');
});
