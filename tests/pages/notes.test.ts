import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { publishNotes } from '#domain/notes/note-commands.ts';
import { addMeetup, type WishedMeetup } from '#tests/support/meetups.ts';
import { topicsOf } from '#tests/support/notes.ts';
import { openTestSite } from '#tests/support/site.ts';
import type { Page } from '#tests/support/visit.ts';

const town = await openTestSite();
const ann = await town.signedIn('ann.ames@council.example');
const bob = await town.signedIn('bob.best@council.example');
const eve = await town.signedIn('eve.else@council.example');
const rosa = await town.signedIn('rosa@home.example');

/** A meetup of Ann's and Bob's that is going on. */
async function openMeetup(wished: WishedMeetup = {}) {
  const now = town.clock.now();
  const startsLocal = new Date(now.getTime() - 30 * 60_000).toISOString().slice(0, 16);
  const wish = { hostId: ann.person.id, secondHostId: bob.person.id, startsLocal, ...wished };
  const { meetup } = await town.site.write((tx) => addMeetup(tx, wish));
  const topics = await topicsOf(town.site.read, meetup.id);
  return { meetup, topics, path: `/meetups/${meetup.slug}`, notes: `/meetups/${meetup.slug}/notes` };
}

/** The form as a browser without JavaScript sends it: every box, with words in the first. */
function fieldsOf(page: Page, words: string) {
  const all = (name: string) =>
    page.html.querySelectorAll(`input[name=${name}]`).map((field) => field.getAttribute('value') ?? '');
  const texts = page.html.querySelectorAll('textarea[name=words]').map((field) => field.textContent);
  return {
    ...{ meetupId: all('meetupId')[0]!, key: all('key'), version: all('version'), before: all('before') },
    words: [words, ...texts.slice(1)],
  };
}

const boxes = (page: Page) => page.html.querySelectorAll('textarea[name=words]').map((field) => field.textContent);

test('notes are written and saved without JavaScript', async () => {
  const { notes } = await openMeetup();
  const sent = await ann.send(notes, 'notes.save', fieldsOf(await ann.open(notes), 'A poster.\nAnd a chair.'));
  expect([sent.status, sent.path]).toEqual([303, `${notes}?notice=notes-saved`]);
  expect(boxes(await bob.open(notes))[0]).toBe('A poster.\nAnd a chair.');
});

test('without JavaScript too nobody overwrites what somebody else saved meanwhile: both texts come back', async () => {
  const { notes } = await openMeetup();
  const [anns, bobs] = [await ann.open(notes), await bob.open(notes)];
  await ann.send(notes, 'notes.save', fieldsOf(anns, 'From Ann.'));
  const refused = await bob.send(notes, 'notes.save', fieldsOf(bobs, 'From Bob.'));
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('Ann Ames wrote here at the same time');
  expect(boxes(refused)[0]).toBe('From Ann.\nFrom Bob.');
  await bob.send(notes, 'notes.save', fieldsOf(refused, 'From both.'));
  expect(boxes(await ann.open(notes))[0]).toBe('From both.');
});

test('a box that is too long is refused in a sentence, with every word still there', async () => {
  const { notes } = await openMeetup();
  const long = 'ä'.repeat(6001);
  const refused = await ann.send(notes, 'notes.save', fieldsOf(await ann.open(notes), long));
  expect(refused.status).toBe(400);
  expect(refused.text).toContain('Shorten this to 6,000 characters or fewer');
  expect(boxes(refused)[0]).toBe(long);
});

test('markup in notes is only words, on every page that shows them', async () => {
  const { notes, path, meetup } = await openMeetup();
  const hostile = '</textarea><script>alert(1)</script>&lt;b&gt; "quotes"';
  await ann.send(notes, 'notes.save', fieldsOf(await ann.open(notes), hostile));
  await town.site.write((tx) => publishNotes(tx, meetup, ann.person.id, town.clock.now()));
  expect(boxes(await ann.open(notes))[0]).toBe(hostile);
  const page = await town.stranger().open(path);
  expect(page.html.querySelector('.note-words dd')?.textContent).toBe(hostile);
  expect(page.body).not.toContain('<script>alert');
});

test('only those who are there open the notes, and their JSON', async () => {
  const { notes } = await openMeetup();
  expect((await town.stranger().get(notes)).status).toBe(303);
  for (const visitor of [eve, rosa]) {
    expect((await visitor.open(notes)).status).toBe(403);
    expect((await visitor.open(`${notes}.json`)).status).toBe(404);
    const sent = await visitor.send(notes, 'notes.save', fieldsOf(await ann.open(notes), 'Mine.'));
    expect(sent.status).toBe(403);
  }
  expect(boxes(await ann.open(notes))[0]).toBe('');
});

test('the JSON tells an open page what is new, and nothing when nothing is', async () => {
  const { notes, topics } = await openMeetup();
  await ann.send(notes, 'notes.save', fieldsOf(await ann.open(notes), 'News.'));
  const answer = await bob.open(`${notes}.json`);
  const news = JSON.parse(answer.body);
  expect(answer.headers.get('cache-control')).toContain('no-store');
  expect(news.notes[0]).toEqual({ key: `${topics[0]?.id}/tried`, words: 'News.', version: 1, savedBy: 'Ann Ames' });
  expect((await bob.open(`${notes}.json?heard=${news.mark}`)).status).toBe(204);
});

test('before a host publishes them notes are nowhere else: not on the page, in search, in feeds or in calendars', async () => {
  const { notes, path, meetup } = await openMeetup();
  await ann.send(notes, 'notes.save', fieldsOf(await ann.open(notes), 'Quincemarmalade.'));
  const everywhere = [path, '/search?q=quincemarma', '/lessons.atom', '/lessons.json', '/meetups.ics', `${path}.ics`];
  const telling = async (visitor: typeof eve) => {
    const pages = await Promise.all(everywhere.map((address) => visitor.open(address)));
    return everywhere.filter((_, at) => pages[at]?.body.includes('Quincemarmalade'));
  };
  expect([...(await telling(eve)), ...(await telling(rosa))]).toEqual([]);
  await town.site.write((tx) => publishNotes(tx, meetup, ann.person.id, town.clock.now()));
  expect(await telling(rosa)).toEqual([path, '/search?q=quincemarma']);
});

test('the notes of a meetup for staff stay among staff once they are published', async () => {
  const { notes, path, meetup } = await openMeetup({ circle: 'staff' });
  await ann.send(notes, 'notes.save', fieldsOf(await ann.open(notes), 'Gooseberries.'));
  await town.site.write((tx) => publishNotes(tx, meetup, ann.person.id, town.clock.now()));
  expect((await eve.open(path)).text).toContain('Gooseberries.');
  expect((await rosa.open(path)).status).toBe(404);
  expect((await rosa.open('/search?q=gooseberries')).text).not.toContain('Gooseberries.');
});

test('the page of notes needs less than 8 kB of JavaScript, and none to work', async () => {
  const { notes } = await openMeetup();
  const page = await ann.open(notes);
  const scripts = [...page.body.matchAll(/<script[^>]* src="([^"]+)"/g)].map((match) => match[1]);
  const weights = scripts.map((src) => gzipSync(readFileSync(`dist/client${src}`)).length);
  expect(scripts).toHaveLength(1);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThan(8 * 1024);
});
