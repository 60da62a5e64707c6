import { expect, test } from 'vitest';
import { rerenderTexts } from '#server/rerender.ts';
import { writeLesson } from '#tests/support/lesson-form.ts';
import { announce, SAM } from '#tests/support/meetup-form.ts';
import { openTestSite } from '#tests/support/site.ts';

const { site, signedIn, stranger } = await openTestSite();

test('what an earlier renderer made is rendered again behind the scenes, trusting no more than before', async () => {
  const rosa = await signedIn('rosa@home.example');
  const slug = await writeLesson(rosa, { title: 'Old page', happened: '*Again* [x](https://x.example/)' });
  const { lessons } = site.read.tables;
  await site.write((tx) => tx.update(lessons).set({ rendererVersion: 0, happenedHtml: '<p>Of an older renderer</p>' }));
  expect((await stranger().get(`/lessons/${slug}`)).text).toContain('Of an older renderer');
  await rerenderTexts(site).done;
  const { html, text } = await stranger().get(`/lessons/${slug}`);
  expect(text).not.toContain('Of an older renderer');
  expect(html.querySelector('.prose em')?.textContent).toBe('Again');
  expect(html.querySelector('.prose a')?.getAttribute('rel')).toBe('nofollow ugc noopener');
});

test('so is the description of a meetup', async () => {
  const path = await announce(await signedIn(SAM), { description: 'Come *again*.' });
  const { meetups } = site.read.tables;
  await site.write((tx) => tx.update(meetups).set({ rendererVersion: 0, descriptionHtml: '<p>Of old</p>' }));
  await rerenderTexts(site).done;
  const { html } = await stranger().get(path);
  expect(html.querySelector('.prose')?.innerHTML).toContain('Come <em>again</em>.');
});
