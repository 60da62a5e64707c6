import { expect, test } from 'vitest';
import { faultsOf, titlesIn } from '#tests/support/atom.ts';
import { formOf, writeLesson } from '#tests/support/lesson-form.ts';
import { openTestSite } from '#tests/support/site.ts';
import type { Visitor } from '#tests/support/visit.ts';

const site = await openTestSite();
const sam = await site.signedIn('sam@council.example', { name: 'Sam Green' });
const rosa = await site.signedIn('rosa@home.example', { name: 'Rosa Brown' });
const stranger = site.stranger();
const first = await writeLesson(sam, { title: 'The first thing to read' });
const second = await writeLesson(sam, { title: 'The second, for staff', circle: 'staff' });

/** Starts a collection as a person would, from a lesson, and gives its address. */
async function start(visitor: Visitor, fields: Record<string, string> = {}, lesson = first) {
  const path = `/collections/new?lesson=${lesson}`;
  const form = { ...formOf(await visitor.get(path)), title: 'Begin here', introduction: 'For you.\n\nRead & rest.' };
  const sent = await visitor.send(path, 'collections.start', { ...form, ...fields });
  expect(sent.status, sent.text).toBe(303);
  return sent.path.split('?')[0] ?? '';
}

const titlesOn = async (visitor: Visitor, path: string) =>
  (await visitor.get(path)).html.querySelectorAll('.collection-lessons h2').map((title) => title.textContent.trim());

test('a member starts a collection from a lesson, adds another from its page, turns the order and says why each is there', async () => {
  const path = await start(sam);
  const adding = `/lessons/${second}/collections`;
  const form = { ...formOf(await sam.get(adding)), line: 'Worth an hour' };
  expect((await sam.send(adding, 'collections.add', form)).path).toContain(path);
  expect(await titlesOn(sam, path)).toEqual(['The first thing to read', 'The second, for staff']);
  const order = formOf(await sam.get(`${path}/order`));
  expect(order['removed']).toEqual([]);
  const ids = (await sam.get(`${path}/order`)).html
    .querySelectorAll('[name=lessonIds]')
    .map((field) => field.getAttribute('value') ?? '');
  const turned = {
    collectionId: order['collectionId'] ?? '',
    lessonIds: ids,
    positions: ['2', '1'],
    lines: ['', 'Now'],
  };
  expect((await sam.send(`${path}/order`, 'collections.arrange', turned)).status).toBe(303);
  expect(await titlesOn(sam, path)).toEqual(['The second, for staff', 'The first thing to read']);
  expect(await titlesOn(stranger, path)).toEqual(['The first thing to read']);
  expect((await stranger.get(path)).text).not.toContain('Now');
  const wrong = await sam.send(`${path}/order`, 'collections.arrange', { ...turned, positions: ['x', '1'] });
  expect([wrong.status, wrong.text.includes('Number the lessons')]).toEqual([400, true]);
});

test('a lesson says in which collections it is, the list and search find them, and what is not given is asked for', async () => {
  const path = await start(rosa, { title: 'What Rosa would read' });
  expect((await stranger.get(`/lessons/${first}`)).text).toContain('What Rosa would read');
  expect((await stranger.get('/collections')).text).toContain('What Rosa would read');
  expect((await stranger.get('/search?q=what+rosa+would')).text).toContain('Collection');
  const empty = await rosa.send('/collections/new', 'collections.start', formOf(await rosa.get('/collections/new')));
  expect([empty.status, empty.text.includes('Enter a title')]).toEqual([400, true]);
  expect((await stranger.get(`${path}/history`)).text).toContain('a resident started the collection');
});

test('nobody but its keepers can open the pages that change a collection, or send their forms', async () => {
  const path = await start(sam, { title: 'Sam’s alone' });
  const { collectionId = '' } = formOf(await sam.get(`${path}/edit`));
  for (const page of ['edit', 'order', 'keepers', 'withdrawal'])
    expect([page, (await rosa.get(`${path}/${page}`)).status]).toEqual([page, 403]);
  const sent = await rosa.send(path, 'collections.withdraw', { collectionId, reason: 'Because' });
  expect(sent.status).toBe(404);
  const asked = await rosa.send(path, 'collections.addKeeper', { collectionId, email: 'sam@council.example' });
  expect(asked.status).toBe(403);
});

test('a collection that was withdrawn answers 410 with the reason, and its feed is gone', async () => {
  const path = await start(sam, { title: 'Not for long' });
  const form = { ...formOf(await sam.get(`${path}/withdrawal`)), reason: 'It was a test.' };
  await sam.send(`${path}/withdrawal`, 'collections.withdraw', form);
  const gone = await stranger.open(path);
  expect([gone.status, gone.text.includes('It was a test.')]).toEqual([410, true]);
  expect((await stranger.open(`${path}.atom`)).status).toBe(404);
});

test('feeds of collections are valid Atom, for everyone only, whoever asks', async () => {
  const staff = await start(sam, { title: 'For colleagues', circle: 'staff' });
  const open = await start(sam, { title: 'For all' });
  expect((await sam.open(`${staff}.atom`)).status).toBe(404);
  for (const path of ['/collections.atom', `${open}.atom`]) {
    const { body } = await sam.get(path);
    expect([faultsOf(body, site.url + path), titlesIn(body).includes('For colleagues')]).toEqual([[], false]);
    expect(body).not.toContain('The second, for staff');
  }
});
