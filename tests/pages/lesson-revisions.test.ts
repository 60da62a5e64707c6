import { expect, test } from 'vitest';
import { formOf, writeLesson } from '#tests/support/lesson-form.ts';
import { openTestSite } from '#tests/support/site.ts';
import type { Visitor } from '#tests/support/visit.ts';

const site = await openTestSite();

async function change(visitor: Visitor, slug: string, fields: Record<string, string>) {
  const form = { ...formOf(await visitor.get(`/lessons/${slug}/edit`)), ...fields };
  const saved = await visitor.send(`/lessons/${slug}/edit`, 'lessons.edit', form);
  expect(saved.status, saved.text).toBe(303);
}

test('two texts are compared word by word, and read aloud as what was taken out and put in', async () => {
  const sam = await site.signedIn('sam@council.example');
  const slug = await writeLesson(sam, { title: 'Compared', happened: 'We asked ten questions on Monday.' });
  await change(sam, slug, { happened: 'We asked one question on Monday.' });
  await change(sam, slug, { nextTime: 'Ask <b>twice</b>.' });
  const newest = await sam.get(`/lessons/${slug}/revisions`);
  expect(newest.text).toContain('From text 2 to text 3');
  expect(newest.html.querySelector('.word-diff b')).toBeNull();
  const both = await sam.get(`/lessons/${slug}/revisions?since=1&number=3`);
  expect(both.text).toContain('Changed: What happened, What we would do next time.');
  const diff = both.html.querySelector('.word-diff');
  expect(diff?.textContent.trim()).toBe('We asked [taken out: ten questions] [put in: one question]  on Monday.');
  expect([diff?.querySelector('del')?.textContent, diff?.querySelector('ins')?.textContent]).toEqual([
    'ten questions',
    'one question',
  ]);
  expect((await sam.get(`/lessons/${slug}/revisions?since=9&number=abc`)).text).toContain('From text 2 to text 3');
});

test('an earlier text comes back as a new one, nothing is lost, and what stands around it stays', async () => {
  const sam = await site.signedIn('sam@council.example');
  const slug = await writeLesson(sam, { title: 'There and back', tags: 'surveys', moreAuthors: 'Mo Adams' });
  await change(sam, slug, { title: 'There', happened: 'Worse words.', tags: 'surveys, tea' });
  const first = await sam.get(`/lessons/${slug}/revisions?number=1`);
  const restored = await sam.send(`/lessons/${slug}/revisions?number=1`, 'lessonRevisions.restore', formOf(first));
  expect([restored.status, restored.path]).toEqual([303, `/lessons/${slug}/revisions?notice=lesson-restored`]);
  const list = await sam.get(`/lessons/${slug}/revisions`);
  for (const words of ['Text 3', 'Text 2', 'Text 1', 'Worse words']) expect(list.text).toContain(words);
  const page = await site.stranger().get(`/lessons/${slug}`);
  for (const words of ['There and back', 'We asked.', 'tea', 'Mo Adams']) expect(page.text).toContain(words);
  expect((await site.stranger().get('/search?q=back')).text).toContain('There and back');
});

test('going back waits for a second press when somebody saved meanwhile, and only authors can', async () => {
  const [sam, kim] = await Promise.all(['sam', 'kim'].map((name) => site.signedIn(`${name}@council.example`)));
  const slug = await writeLesson(sam!, { title: 'Raced' });
  await change(sam!, slug, { happened: 'Second.' });
  const form = formOf(await sam!.get(`/lessons/${slug}/revisions?number=1`));
  await change(sam!, slug, { happened: 'Third, from another window.' });
  const path = `/lessons/${slug}/revisions?number=1`;
  const late = await sam!.send(path, 'lessonRevisions.restore', form);
  expect([late.status, late.text.includes('saved meanwhile')]).toEqual([409, true]);
  expect((await kim!.send(path, 'lessonRevisions.restore', formOf(late))).text).toContain('Only the authors');
  expect((await sam!.send(path, 'lessonRevisions.restore', formOf(late))).status).toBe(303);
  expect((await sam!.get(`/lessons/${slug}`)).text).toContain('We asked.');
});

test('what changed is told to everybody on the lesson and in feeds, once however often it is sent', async () => {
  const sam = await site.signedIn('sam@council.example');
  const slug = await writeLesson(sam, { title: 'Mended' });
  const form = {
    ...formOf(await sam.get(`/lessons/${slug}/edit`)),
    happened: 'It was 40 people.',
    whatChanged: 'The number was wrong <it was 14>.',
  };
  await Promise.all([1, 2].map(() => sam.send(`/lessons/${slug}/edit`, 'lessons.edit', form)));
  await change(sam, slug, { nextTime: 'Count twice.', whatChanged: 'We counted again.' });
  await change(sam, slug, { why: 'A comma.' });
  const page = await site.stranger().get(`/lessons/${slug}`);
  const told = page.html.querySelector('.lesson-updates');
  expect(told?.querySelector('p')?.textContent).toMatch(/^\s*Updated on [^:]*:\s*We counted again\.\s*$/s);
  expect(told?.querySelectorAll('li').map((item) => item.textContent.replace(/^.*: /s, '').trim())).toEqual([
    'The number was wrong <it was 14>.',
  ]);
  const feed = (await site.stranger().get('/lessons.json')).body;
  expect(feed).toContain('The number was wrong &lt;it was 14&gt;.');
});
