import { expect, test } from 'vitest';
import { writeLesson } from '#tests/support/lesson-form.ts';
import { openTestSite } from '#tests/support/site.ts';

const site = await openTestSite();
const ann = await site.signedIn('ann@council.example', { name: 'Ann Author' });
const sam = await site.signedIn('sam@council.example');

test('somebody tries a lesson, is asked by mail, answers without signing in, and everyone reads how it went', async () => {
  const slug = await writeLesson(ann, { title: 'Ask one question' });
  const path = `/lessons/${slug}`;
  expect((await site.stranger().get(path)).text).toMatch(/Nobody has told us yet\..*Sign in/);
  const page = await sam.get(path);
  const field = (name: string) => page.html.querySelector(`.try-it [name=${name}]`)?.getAttribute('value') ?? '';
  const fields = { lessonId: field('lessonId'), slug: field('slug'), askOn: field('askOn') };
  const past = await sam.send(path, 'tryOuts.plan', { ...fields, askOn: '2020-01-01' });
  expect([past.status, past.text.includes('Choose a day after today')]).toEqual([400, true]);
  const done = await sam.send(path, 'tryOuts.plan', fields);
  expect(done.path).toBe(`${path}?notice=try-out-planned#tried`);
  expect((await sam.get(path)).text).toContain('You said that you would try it.');
  expect((await site.stranger().get(path)).text).toContain('One team is trying it now.');

  site.clock.forward(29 * 24 * 60);
  await site.runDueJobs();
  const letter = await site.mailbox.next('sam@council.example');
  const link = /http\S+(\/try-outs\/\S+)/.exec(letter.text ?? '')?.[1] ?? '';
  const stranger = site.stranger();
  expect((await stranger.get(link)).text).toContain('How did it go?');
  const token = link.slice('/try-outs/'.length);
  const empty = await stranger.send(link, 'tryOuts.answerByLink', { token, difference: 'We rang them <b>' });
  expect(empty.status).toBe(400);
  expect(empty.html.querySelector('[name=difference]')?.getAttribute('value')).toBe('We rang them <b>');
  const told = { token, result: 'worked', difference: 'We rang them <b>' };
  const thanked = await stranger.send(link, 'tryOuts.answerByLink', told);
  expect(thanked.path).toBe(`${link}?notice=try-out-told`);
  expect((await stranger.get(thanked.path)).text).toContain('It worked: thank you.');
  const read = await site.stranger().get(path);
  expect(read.text).toMatch(/Tried by one team: 1 worked\..*A resident It worked\. We rang them <b>/);
  expect((await site.mailbox.next('ann@council.example')).subject).toBe('Somebody tried “Ask one question”');
  expect((await site.stranger().get('/lessons')).text).toContain('Tried by one team: 1 worked');
});

test('only its authors can say that a lesson is still true', async () => {
  const slug = await writeLesson(ann, { title: 'Old but true' });
  expect((await sam.get(`/lessons/${slug}/still-true`)).status).toBe(403);
  const page = await ann.get(`/lessons/${slug}/still-true`);
  const value = (name: string) => page.html.querySelector(`main [name=${name}]`)?.getAttribute('value') ?? '';
  const wish = { id: value('id'), lessonId: value('lessonId') };
  expect((await sam.send(`/lessons/${slug}`, 'lessonConfirmations.confirm', wish)).status).toBe(404);
  const done = await ann.send(`/lessons/${slug}/still-true`, 'lessonConfirmations.confirm', wish);
  expect(done.path).toBe(`/lessons/${slug}?notice=lesson-confirmed`);
});
