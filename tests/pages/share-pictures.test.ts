import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { formOf, writeLesson } from '#tests/support/lesson-form.ts';
import { openTestSite } from '#tests/support/site.ts';
import type { Page } from '#tests/support/visit.ts';

const { url, folder, stranger, signedIn } = await openTestSite();
const sam = await signedIn('sam@council.example');

const metaOf = ({ html }: Page, property: string) =>
  html.querySelector(`meta[property="${property}"]`)?.getAttribute('content');
const listDrawn = () => readdirSync(join(folder, 'teacake-share'), { recursive: true, encoding: 'utf8' });

test('a preview of a lesson shows its title, drawn once and kept', async () => {
  const slug = await writeLesson(sam, { title: 'Thank first: stickers on bins' });
  const page = await stranger().get(`/lessons/${slug}`);
  const address = metaOf(page, 'og:image') ?? '';
  expect(address).toMatch(new RegExp(`^${url}/share/lessons/${slug}\\.png\\?v=[0-9a-f]{8}$`));
  expect(metaOf(page, 'og:image:alt')).toBe('Lesson: Thank first: stickers on bins');
  expect([metaOf(page, 'og:image:width'), metaOf(page, 'og:image:height')]).toEqual(['1200', '630']);

  const answers = await Promise.all([fetch(address), fetch(address)]);
  const files = await Promise.all(answers.map(async (answer) => Buffer.from(await answer.arrayBuffer())));
  expect(await sharp(files[0]).metadata()).toMatchObject({ format: 'png', width: 1200, height: 630 });
  expect(files[1]).toEqual(files[0]);
  expect(answers[0].headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  expect(listDrawn().filter((name) => name.endsWith('.png')).length).toBe(1);

  const form = formOf(await sam.get(`/lessons/${slug}/withdrawal`));
  expect((await sam.send(`/lessons/${slug}/withdrawal`, 'lessons.withdraw', { ...form, reason: 'Wrong' })).status).toBe(
    303,
  );
  expect((await fetch(address)).status).toBe(404);
});

test('what is not for everyone has none, whoever asks', async () => {
  const slug = await writeLesson(sam, { title: 'Only for us', circle: 'staff' });
  const page = await sam.get(`/lessons/${slug}`);
  expect(metaOf(page, 'og:image')).toBe(undefined);
  for (const path of [`lessons/${slug}`, 'lessons/no-such', 'people/x', 'channels/x'])
    expect((await sam.get(`/share/${path}.png`)).status, path).toBe(404);
});

test('every other page has the picture of the site', async () => {
  expect(metaOf(await stranger().get('/about'), 'og:image')).toBe(`${url}/share/site.png`);
  const picture = await fetch(`${url}/share/site.png`);
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png']);
});
