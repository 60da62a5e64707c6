import { expect, test } from 'vitest';
import { newId } from '#server/chance.ts';
import { formOf } from '#tests/support/lesson-form.ts';
import { openTestSite } from '#tests/support/site.ts';
import { seriesRow } from '#tests/support/topics.ts';

const site = await openTestSite();

/** A topic that waits on the list of a series. */
async function addTopic(circle: 'public' | 'staff') {
  const series = seriesRow({ slug: `${circle}-thursdays`, circle });
  const topic = {
    id: newId(),
    seriesId: series.id,
    title: 'Letters nobody reads',
    question: 'Who has made one shorter?',
  };
  await site.site.write(async (tx) => {
    await tx.insert(tx.tables.series).values(series);
    await tx.insert(tx.tables.topics).values(topic);
  });
  return topic.id;
}

test('a quick note is three fields, kept for its author alone, and finished later', async () => {
  const sam = await site.signedIn('sam@council.example');
  for (const path of ['/', '/lessons']) {
    expect((await sam.get(path)).body).toContain('href="/lessons/quick"');
    expect((await site.stranger().get(path)).body).not.toContain('href="/lessons/quick"');
  }
  const page = await sam.get('/lessons/quick');
  expect(page.html.querySelectorAll('main form :is(input:not([type=hidden]), textarea)')).toHaveLength(3);
  const empty = await sam.send('/lessons/quick', 'lessons.saveDraft', { ...formOf(page), happened: 'Rain.' });
  expect([empty.status, formOf(empty)['happened']]).toEqual([400, 'Rain.']);
  const kept = await sam.send('/lessons/quick', 'lessons.saveDraft', { ...formOf(empty), title: 'Wet counter' });
  expect([kept.status, kept.path]).toEqual([303, '/lessons/wet-counter/edit?notice=draft-saved']);
  expect((await site.stranger().get('/lessons/wet-counter')).status).toBe(404);
  const draft = formOf(await sam.get('/lessons/wet-counter/edit'));
  expect(draft).toMatchObject({ title: 'Wet counter', happened: 'Rain.', circle: 'public' });
  expect(draft['authors']).toHaveLength(1);
  expect((await site.stranger().get('/lessons/quick')).status).toBe(303);
});

test('a quick note can begin with the question of a topic that its writer may see', async () => {
  const topic = await addTopic('public');
  const secret = await addTopic('staff');
  const resident = await site.signedIn('rosa@home.example');
  const draft = formOf(await resident.get(`/lessons/quick?topic=${topic}`));
  expect(draft).toMatchObject({ title: 'Letters nobody reads', wanted: 'Who has made one shorter?' });
  expect(formOf(await resident.get(`/lessons/quick?topic=${secret}`))).toMatchObject({ title: '', wanted: '' });
});
