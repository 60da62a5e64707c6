import { expect, test } from 'vitest';
import { formOf, whole, writeLesson } from '#tests/support/lesson-form.ts';
import { openTestSite } from '#tests/support/site.ts';

const site = await openTestSite();

test('a lesson is previewed, kept as a draft, published, read, changed, and its earlier text stays', async () => {
  const sam = await site.signedIn('sam@council.example', { showsName: true });
  const typed = {
    ...formOf(await sam.get('/lessons/new')),
    title: 'One question instead of ten',
    happened: 'We asked *one* thing.\n\n- 40 answers',
    nextTime: 'Ask on paper too.',
    tags: 'Surveys, opening hours',
    worked: 'yes',
  };
  const preview = await sam.send('/lessons/new', 'lessons.preview', typed);
  expect(preview.status).toBe(200);
  expect(preview.html.querySelector('.preview em')?.textContent).toBe('one');
  expect(preview.html.querySelector('[name=happened]')?.textContent).toBe(typed.happened);
  expect((await sam.get('/lessons/drafts')).text).toContain('No drafts just now');

  const kept = await sam.send('/lessons/new', 'lessons.saveDraft', { ...formOf(preview), worked: 'yes' });
  expect([kept.status, kept.path]).toEqual([303, '/lessons/one-question-instead-of-ten/edit?notice=draft-saved']);
  expect((await site.stranger().get('/lessons/one-question-instead-of-ten')).status).toBe(404);
  expect((await sam.get('/lessons/drafts')).text).toContain('One question instead of ten');

  const draft = await sam.open(kept.path);
  const published = await sam.send('/lessons/one-question-instead-of-ten/edit', 'lessons.publish', formOf(draft));
  expect([published.status, published.path]).toEqual([
    303,
    '/lessons/one-question-instead-of-ten?notice=lesson-published',
  ]);
  const page = await site.stranger().get('/lessons/one-question-instead-of-ten');
  for (const words of ['What happened', 'We asked one thing', 'Sam', 'It worked', 'opening-hours', 'Everyone'])
    expect(page.text).toContain(words);
  expect(page.text).not.toContain('Earlier texts');

  const edit = formOf(await sam.get('/lessons/one-question-instead-of-ten/edit'));
  const saved = await sam.send('/lessons/one-question-instead-of-ten/edit', 'lessons.edit', {
    ...edit,
    nextTime: 'Ask at the counter.',
  });
  expect(saved.status).toBe(303);
  const stranger = await site.stranger().get('/lessons/one-question-instead-of-ten');
  expect(stranger.text).toContain('Ask at the counter.');
  const texts = await sam.get('/lessons/one-question-instead-of-ten/revisions');
  expect(texts.text).toContain('Changed: What we would do next time.');
  const first = await sam.get('/lessons/one-question-instead-of-ten/revisions?number=1');
  expect(first.text).toContain('Ask on paper too.');
});

test('a withdrawn lesson leaves its reason at its address, and is gone from lists and feeds', async () => {
  const sam = await site.signedIn('sam@council.example');
  const slug = await writeLesson(sam, { title: 'Wrong numbers' });
  const nothing = await sam.send(
    `/lessons/${slug}/withdrawal`,
    'lessons.withdraw',
    formOf(await sam.get(`/lessons/${slug}/withdrawal`)),
  );
  expect([nothing.status, nothing.text.includes('Say why, for those who come looking for it')]).toEqual([400, true]);
  const form = { ...formOf(nothing), reason: 'The numbers were of another year.' };
  expect((await sam.send(`/lessons/${slug}/withdrawal`, 'lessons.withdraw', form)).status).toBe(303);
  const stranger = site.stranger();
  const tombstone = await stranger.get(`/lessons/${slug}`);
  expect([tombstone.status, tombstone.text.includes('The numbers were of another year.')]).toEqual([410, true]);
  expect(tombstone.text).not.toContain('We asked');
  for (const path of ['/lessons', '/lessons.atom', '/lessons.json', '/search?q=wrong+numbers'])
    expect((await stranger.get(path)).body).not.toContain(`/lessons/${slug}`);
  expect((await sam.get(`/lessons/${slug}/edit`)).status).toBe(410);
});

test('wrong input comes back with its sentence, and every value stays as it was typed', async () => {
  const sam = await site.signedIn('sam@council.example');
  const blank = formOf(await sam.get('/lessons/new'));
  const typed = {
    ...blank,
    title: '',
    happened: ' <b>half</b> & more',
    tags: 'a, b',
    circle: 'staff',
    moreAuthors: 'Mo',
  };
  const page = await sam.send('/lessons/new', 'lessons.publish', typed);
  expect(page.status).toBe(400);
  for (const sentence of ['Enter a title', 'Tell what you would do next time']) expect(page.text).toContain(sentence);
  expect(page.html.querySelector('.error-summary a[href="#field-title"]')).not.toBeNull();
  const { worked, ...kept } = { worked: undefined, ...typed };
  expect(worked).toBeUndefined();
  expect(formOf(page)).toMatchObject({ ...kept, happened: typed.happened });
});

test('what the renderer cannot take is a 422 beside its field, and nothing is kept', async () => {
  const sam = await site.signedIn('deep@council.example');
  const typed = { ...whole(formOf(await sam.get('/lessons/new'))), happened: '>'.repeat(5000) };
  const page = await sam.send('/lessons/new', 'lessons.publish', typed);
  expect(page.status).toBe(422);
  expect(page.html.querySelector('#field-happened-problem')?.textContent).toContain('30 levels deep');
  expect(formOf(page)['happened']).toBe(typed.happened);
  expect((await sam.get('/lessons/drafts')).text).toContain('No drafts just now');
});

test('a form sent twice is one lesson, and an older window does not overwrite a newer text', async () => {
  const sam = await site.signedIn('sam@council.example');
  const form = { ...whole(formOf(await sam.get('/lessons/new'))), title: 'Pressed twice' };
  const answers = await Promise.all([1, 2].map(() => sam.send('/lessons/new', 'lessons.publish', form)));
  expect(answers.map(({ path }) => path)).toEqual(Array(2).fill('/lessons/pressed-twice?notice=lesson-published'));
  const older = await sam.send('/lessons/new', 'lessons.publish', { ...form, title: 'From an older window' });
  expect([older.status, older.text.includes('saved meanwhile')]).toEqual([409, true]);
  const again = await sam.send('/lessons/new', 'lessons.publish', { ...formOf(older), worked: 'yes' });
  expect(again.path).toBe('/lessons/pressed-twice?notice=lesson-published');
  expect((await sam.get('/lessons/pressed-twice')).text).toContain('From an older window');
});

test('a draft can be thrown away', async () => {
  const sam = await site.signedIn('tidy@council.example');
  const form = { ...formOf(await sam.get('/lessons/new')), title: 'Only a title' };
  expect((await sam.send('/lessons/new', 'lessons.saveDraft', form)).status).toBe(303);
  const page = await sam.get('/lessons/only-a-title/withdrawal');
  expect((await sam.send('/lessons/only-a-title/withdrawal', 'lessons.discard', formOf(page))).path).toBe(
    '/lessons/drafts?notice=draft-discarded',
  );
  expect((await sam.get('/lessons/only-a-title')).status).toBe(404);
});
