import { expect, test } from 'vitest';
import { saveRsvp } from '#domain/meetups/rsvp-commands.ts';
import { saveNotes } from '#domain/notes/note-commands.ts';
import type { Member } from '#domain/people/viewer.ts';
import { stationeryOf } from '#server/stationery.ts';
import { addMeetup } from '#tests/support/meetups.ts';
import { topicsOf, typed } from '#tests/support/notes.ts';
import { openTestSite } from '#tests/support/site.ts';
import { viewerIn } from '#tests/support/viewers.ts';

const town = await openTestSite();
const ann = await town.signedIn('ann.ames@council.example');
const bob = await town.signedIn('bob.best@council.example');
const lea = await town.signedIn('lea.lead@council.example', { showsName: true });
const rosa = await town.signedIn('rosa@home.example');
const MINUTE = 60_000;

/** A meetup of Ann's that is just over, with a place for Carl and notes on the topic that Lea began. */
async function openPast(carl: string) {
  const now = town.clock.now();
  const startsLocal = new Date(now.getTime() - 100 * MINUTE).toISOString().slice(0, 16);
  const topics = [
    { id: null, title: 'Subtitles in an afternoon', question: 'Who reads them?', leadId: lea.person.id, leadName: '' },
  ];
  const { site } = town;
  const facts = await site.write((tx) => addMeetup(tx, { hostId: ann.person.id, startsLocal, topics }, new Date(0)));
  const { meetup } = facts;
  const whose = { meetupId: meetup.id, circles: ['public' as const], email: carl };
  const who = {
    personId: null,
    name: 'Carl',
    email: carl,
    circle: 'public' as const,
    route: 'phone' as const,
    enteredById: ann.person.id,
  };
  const stationery = stationeryOf({ siteName: 'Sandford Council', siteUrl: town.url });
  await site.write((tx) => saveRsvp(tx, { whose, who, partySize: 1, needs: null }, stationery, new Date(0)));
  await town.mailbox.next(carl);
  const [topic] = await topicsOf(site.read, meetup.id);
  const host = viewerIn('staff', ann.person.id) as Member;
  const notes = [typed(topic!.id, 'tried', 'A *phone* on a tripod.'), typed(topic!.id, 'learned', 'Light first.')];
  await site.write((tx) => saveNotes(tx, host, { meetupId: meetup.id, typed: notes }, now));
  return { meetup, path: `/meetups/${meetup.slug}`, closing: `/meetups/${meetup.slug}/closing` };
}

const fields = (meetupId: string, more: Record<string, string> = {}) => ({
  ...{ meetupId, staff: '4', partners: '1', public: '3', photosNote: 'Three, all asked.', publishesNotes: 'true' },
  ...more,
});

test('a host sees that a meetup wants closing, closes it, and everyone who was there hears what was said', async () => {
  const { meetup, path, closing } = await openPast('carl@home.example');
  expect((await ann.open(path)).text).toContain('Nobody has closed it yet');
  expect((await rosa.open(path)).text).not.toContain('closed');
  const form = await ann.open(closing);
  expect(form.text).toMatch(/Light first\..*I have read the notes above: publish them.*we write to one person at once/);
  expect(form.html.querySelector('[name=publishesNotes][checked]'), 'not before a host says so').toBeNull();
  const sent = await ann.send(closing, 'closures.close', fields(meetup.id));
  expect([sent.status, sent.path]).toEqual([303, `${path}?notice=meetup-closed`]);
  const letter = await town.mailbox.next('carl@home.example');
  expect(letter.subject).toMatch(/^Thank you, and what was said/);
  expect(letter.text).toContain('What we learned:\nLight first.');
  expect(letter.headers.map(({ key }) => key)).toContain('list-unsubscribe-post');
  await town.mailbox.next('lea.lead@council.example');
  const page = await town.stranger().open(path);
  expect(page.text).toContain('Light first.');
  expect(page.text).toContain('8 came');
  expect((await ann.open(closing)).html.querySelector('[name=publishesNotes][checked]')).toBeTruthy();
});

test('the lead finds a draft made of the notes, and once it is published topic and lesson lead to each other', async () => {
  const { meetup, path, closing } = await openPast('cora@home.example');
  await ann.send(closing, 'closures.close', fields(meetup.id));
  const letter = await town.mailbox.next('lea.lead@council.example');
  const address = new URL(letter.text?.match(/http\S+\/lessons\/\S+\/edit/)?.[0] ?? '').pathname;
  const slug = address.split('/')[2];
  const draft = await lea.open(address);
  expect(draft.html.querySelector('[name=happened]')?.textContent).toBe('A *phone* on a tripod.');
  expect((await rosa.open(`/lessons/${slug}`)).status).toBe(404);
  expect((await rosa.open(path)).text).not.toContain('The lesson from it');
  const value = (name: string) => draft.html.querySelector(`input[name=${name}]`)?.getAttribute('value') ?? '';
  await lea.send(address, 'lessons.publish', {
    ...{ lessonId: value('lessonId'), basedOn: value('basedOn'), title: 'Subtitles in an afternoon', worked: 'yes' },
    ...{ happened: 'It took a day.', nextTime: 'Start earlier.', circle: 'public', authors: value('authors') },
    meetupId: meetup.id,
  });
  expect((await rosa.open(`/lessons/${slug}`)).text).toContain('in the topic Subtitles in an afternoon');
  expect((await rosa.open(path)).text).toContain('The lesson from it: Subtitles in an afternoon');
});

test('mending the closing changes what it says and writes to nobody', async () => {
  const { meetup, path, closing } = await openPast('dora@home.example');
  await ann.send(closing, 'closures.close', fields(meetup.id));
  const before = town.mailbox.letters.length;
  await expect.poll(() => town.mailbox.letters.length).toBeGreaterThanOrEqual(before);
  const sent = await ann.send(closing, 'closures.close', fields(meetup.id, { staff: '5', publishesNotes: '' }));
  expect(sent.path).toBe(`${path}?notice=meetup-closure-mended`);
  const page = await town.stranger().open(path);
  expect(page.text).toContain('9 came');
  expect(page.text).not.toContain('Light first.');
  const { outbox } = town.site.read.tables;
  const all = await town.site.read.select().from(outbox);
  expect(
    all.filter(({ recipient, subject }) => recipient === 'dora@home.example' && subject.startsWith('Thank')),
  ).toHaveLength(1);
});

test('wrong numbers come back with a sentence and what was typed', async () => {
  const { meetup, closing } = await openPast('ella@home.example');
  const refused = await ann.send(closing, 'closures.close', fields(meetup.id, { staff: '', photosNote: 'Kept.' }));
  expect(refused.status).toBe(400);
  expect(refused.text).toContain('Enter how many staff came');
  expect(refused.html.querySelector('[name=photosNote]')?.textContent).toBe('Kept.');
});

test('only hosts see the page and close a meetup, and only one that has begun', async () => {
  const { meetup, closing } = await openPast('fred@home.example');
  expect((await bob.open(closing)).status).toBe(403);
  expect((await bob.send(closing, 'closures.close', fields(meetup.id))).status).toBe(403);
  const ahead = await town.site.write((tx) =>
    addMeetup(tx, { hostId: ann.person.id, startsLocal: '2050-12-01T10:00' }),
  );
  expect((await ann.open(`/meetups/${ahead.meetup.slug}/closing`)).status).toBe(409);
  expect((await ann.send(closing, 'closures.close', fields(ahead.meetup.id))).status).toBe(409);
});
