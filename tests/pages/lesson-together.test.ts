import { expect, test } from 'vitest';
import { formOf, whole } from '#tests/support/lesson-form.ts';
import { openTestSite } from '#tests/support/site.ts';
import type { Visitor } from '#tests/support/visit.ts';

const site = await openTestSite();

async function keepDraft(visitor: Visitor, title: string, fields: Record<string, string> = {}) {
  const form = { ...whole(formOf(await visitor.get('/lessons/new'))), title, ...fields };
  const { path, status, text } = await visitor.send('/lessons/new', 'lessons.saveDraft', form);
  expect(status, text).toBe(303);
  return path.slice('/lessons/'.length, path.indexOf('/edit'));
}

/** In six months, so that it is ahead whenever the tests run. */
const year = new Date(Date.now() + 183 * 86_400_000).getFullYear();

test('a draft is planned for a time, seen by its authors alone, and taken off the plan', async () => {
  const [sam, kim] = [await site.signedIn('sam@council.example'), await site.signedIn('kim@council.example')];
  const slug = await keepDraft(sam, 'On Monday morning');
  const path = `/lessons/${slug}/together`;
  const day = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
  const blank = formOf(await sam.get(path));
  for (const [typed, sentence] of [
    ['', 'Enter a day and a time'],
    ['soon', 'Enter a day and a time'],
    ['2020-01-01T10:00', 'Choose a time that is still ahead'],
    [`${year + 3}-01-01T10:00`, 'within the next twelve months'],
  ] as const) {
    const wrong = await sam.send(path, 'lessonSchedules.plan', { ...blank, publishLocal: typed });
    expect([wrong.status, wrong.text.includes(sentence)], typed).toEqual([400, true]);
  }
  const form = { ...blank, publishLocal: `${day}T09:30` };
  expect((await sam.send(path, 'lessonSchedules.plan', form)).path).toBe(`${path}?notice=lesson-planned`);
  for (const page of [path, `/lessons/${slug}`, '/lessons/drafts'])
    expect((await sam.get(page)).text, page).toContain('9.30 am');
  expect([(await kim.get(path)).status, (await site.stranger().get(path)).status]).toEqual([404, 303]);
  expect((await kim.send('/lessons', 'lessonSchedules.unplan', form)).status).toBe(404);
  expect((await sam.send(path, 'lessonSchedules.unplan', form)).path).toBe(`${path}?notice=lesson-unplanned`);
  expect((await sam.get(path)).text).not.toContain('9.30 am');
});

test('an unfinished draft is told what it lacks before it can be planned', async () => {
  const sam = await site.signedIn('sam@council.example');
  const slug = await keepDraft(sam, 'Half a thought', { nextTime: '' });
  const path = `/lessons/${slug}/together`;
  const day = new Date(Date.now() + 90 * 86_400_000).toISOString().slice(0, 10);
  const form = { ...formOf(await sam.get(path)), publishLocal: `${day}T09:30` };
  const refused = await sam.send(path, 'lessonSchedules.plan', form);
  expect([refused.status, refused.text.includes('a lesson needs what happened')]).toEqual([409, true]);
});
