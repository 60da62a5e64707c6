import { expect, test } from 'vitest';
import { formOf, writeLesson } from '#tests/support/lesson-form.ts';
import { openTestSite } from '#tests/support/site.ts';

const site = await openTestSite();
const ann = await site.signedIn('ann.ames@council.example', { showsName: true });
const bob = await site.signedIn('bob.best@council.example', { roles: ['admin'] });

async function startDraft(title: string) {
  const form = { ...formOf(await ann.get('/lessons/quick')), title, happened: 'It rained.', nextTime: 'Umbrellas.' };
  const kept = await ann.send('/lessons/quick', 'lessons.saveDraft', form);
  expect(kept.status, kept.text).toBe(303);
  return kept.path.replace(/\?.*/, '');
}

test('who saves second sees both texts side by side, keeps every word, and takes over what only the other changed', async () => {
  const path = await startDraft('The queue');
  const [annForm, bobForm] = [formOf(await ann.get(path)), formOf(await bob.get(path))];
  const first = { ...annForm, happened: 'It rained. Ann counted forty.', why: 'The wind.' };
  expect((await ann.send(path, 'lessons.saveDraft', first)).status).toBe(303);
  const second = { ...bobForm, happened: 'It rained. Bob counted thirty.' };
  const both = await bob.send(path, 'lessons.saveDraft', second);
  expect(both.status).toBe(409);
  expect(both.html.querySelector('.lost-race h2')?.textContent).toBe('Saved meanwhile by Ann Ames');
  const sides = both.html.querySelectorAll('.both-sides .as-typed').map(({ textContent }) => textContent);
  expect(sides).toEqual([second.happened, first.happened]);
  const form = formOf(both);
  expect(form['why']).toBe('The wind.');
  for (const words of ['Ann counted forty', 'Bob counted thirty']) expect(form['happened']).toContain(words);
  expect((await bob.send(path, 'lessons.saveDraft', form)).status).toBe(303);
  const now = formOf(await ann.get(path));
  expect([now['why'], now['happened']]).toEqual(['The wind.', form['happened']]);
});

test('a form that is stale for another reason brings the other text in too, and a stranger’s draft is never shown', async () => {
  const path = await startDraft('The kettle');
  const form = formOf(await bob.get(path));
  await ann.send(path, 'lessons.saveDraft', { ...formOf(await ann.get(path)), wanted: 'Hot water.' });
  const previewed = await bob.send(path, 'lessons.preview', form);
  expect(formOf(previewed)['wanted']).toBe('Hot water.');
  const eve = await site.signedIn('eve@council.example');
  const stolen = await eve.send('/lessons/new', 'lessons.saveDraft', { ...form, basedOn: '0', title: 'Mine' });
  expect(stolen.status).toBe(404);
  expect(stolen.body).not.toContain('Hot water.');
});

test('a draft that saves itself is one text for ten minutes, and tells whoever comes second all the same', async () => {
  const path = await startDraft('The biscuits');
  const stale = formOf(await bob.get(path));
  for (const why of ['Crumbs', 'Crumbs on', 'Crumbs on tables']) {
    const form = { ...formOf(await ann.get(path)), why, byItself: 'true' };
    expect((await ann.send(path, 'lessons.saveDraft', form)).status).toBe(303);
  }
  const { read } = site.site;
  const { lessonRevisions } = read.tables;
  const kept = (await read.select().from(lessonRevisions)).filter(({ words }) => words.title === 'The biscuits');
  expect(kept.map(({ words }) => words.why)).toEqual(['', 'Crumbs on tables']);
  const late = await bob.send(path, 'lessons.saveDraft', { ...stale, why: 'Hunger' });
  expect([late.status, formOf(late)['why']]).toEqual([409, 'Crumbs on tables\nHunger']);
});

test('a preview points at what could be plainer by the list that keepers keep, and stops nobody', async () => {
  const keeper = await site.signedIn('kofi@council.example', { roles: ['keeper'] });
  expect((await ann.send('/plain-words', 'plainWords.save', { term: 'kettle', instead: 'pot' })).status).toBe(403);
  expect((await keeper.send('/plain-words', 'plainWords.begin', {})).status).toBe(303);
  const word = { term: 'Blue-sky thinking', instead: 'ideas' };
  expect((await keeper.send('/plain-words', 'plainWords.save', word)).status).toBe(303);
  expect((await site.stranger().get('/plain-words')).text).toContain('blue-sky thinking: ideas');
  const form = {
    ...formOf(await ann.get('/lessons/new')),
    title: 'Plain',
    happened: 'Some blue-sky thinking. '.repeat(15),
  };
  const previewed = await ann.send('/lessons/new', 'lessons.preview', form);
  const advice = previewed.html.querySelector('.plain-words')?.textContent ?? '';
  expect(advice).toContain('try ideas');
  expect(advice).toContain('reading age is about');
  await keeper.send('/plain-words', 'plainWords.remove', { term: 'blue-sky thinking' });
  expect((await site.stranger().get('/plain-words')).text).not.toContain('blue-sky');
  await writeLesson(ann, { title: 'Published all the same', happened: 'Some blue-sky thinking.' });
});
