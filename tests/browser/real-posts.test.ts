import { expect, test } from 'vitest';
import { type ImportedLesson, importLessons } from '#domain/lessons/lesson-import-commands.ts';
import type { OutsidePost } from '#domain/lessons/outside-post-rules.ts';
import { newId } from '#server/chance.ts';
import { readPostFolder } from '#server/outside-posts/post-folder.ts';
import { lessonOf } from '#server/outside-posts/post-lesson.ts';
import { openAxe } from '#tests/support/axe.ts';
import { seededChance } from '#tests/support/chance.ts';
import { openAs } from '#tests/support/chromium.ts';
import { seenBy } from '#tests/support/lessons.ts';
import { openTestSite } from '#tests/support/site.ts';

/**
 * The sample is two posts. By hand, with folders of real ones, separated by colons:
 * `REAL_POSTS=…/18f-posts/content:…/digitalgov/content npm test -- tests/browser/real-posts.test.ts`
 */
const FOLDERS = (process.env['REAL_POSTS'] ?? 'tests/fixtures/outside-posts/posts').split(':');
const LOOKED_AT_BY_AXE = 100;
const HOURS = 3_600_000;

test(
  'every real post that is imported is listed, found and read, on a page that is valid and in nobody’s way',
  async () => {
    const town = await openTestSite();
    const sam = await town.signedIn('sam@council.example');
    const posts = FOLDERS.flatMap((folder) =>
      readPostFolder(folder, { siteUrl: 'https://blog.example/', names: new Map(), zone: 'Europe/London' }),
    ).flatMap((one) => (one.kind === 'post' ? [one.post] : []));
    const lessons: ImportedLesson[] = [];
    for (const post of posts) lessons.push({ post, wish: await prepare(post), pictures: [] });
    const editor = { ...seenBy('staff'), person: { id: sam.person.id }, isAdmin: false };
    for (let at = 0; at < lessons.length; at += 25)
      await town.site.write((tx) =>
        importLessons(tx, editor, { lessons: lessons.slice(at, at + 25), siteName: 'Blog' }, town.clock.now()),
      );

    const open = lessons.filter(({ post }) => !post.isDraft);
    const stranger = town.stranger();
    const listed = new Set<string>();
    for (let path: string | undefined = '/lessons?order=newest'; path; ) {
      const { html } = await stranger.get(path);
      for (const link of html.querySelectorAll('main h2 a, main h3 a')) listed.add(link.getAttribute('href') ?? '');
      path = html.querySelector('a[rel=next]')?.getAttribute('href');
    }
    expect(listed.size).toBe(open.length);
    if (process.env['REAL_POSTS']) console.log(`${posts.length} posts are imported, ${open.length} of them published`);

    const faults: string[] = [];
    for (const path of listed) {
      const page = await stranger.get(path);
      const title = page.html.querySelector('h1')?.text ?? '';
      const found = await stranger.get(`/search?q=${encodeURIComponent(title)}`);
      if (page.status !== 200) faults.push(`${path}: ${page.status}`);
      if (!found.html.querySelector(`a[href="${path}"]`)) faults.push(`${path} is not found by “${title}”`);
    }
    expect(faults).toEqual([]);

    const { faultsOf } = await openAxe();
    const tab = await (await openAs(stranger, { bypassCSP: true, viewport: { width: 360, height: 900 } })).newPage();
    const chance = seededChance(1009);
    const sample = [...listed].map((path) => ({ path, at: chance(1e6) })).sort((one, other) => one.at - other.at);
    for (const { path } of sample.slice(0, LOOKED_AT_BY_AXE)) faults.push(...(await faultsOf(tab, town.url + path)));
    expect(faults).toEqual([]);

    async function prepare(post: OutsidePost) {
      const wish = await lessonOf(
        post,
        { lessonId: newId(), circle: 'public', siteName: 'Blog', pictures: [] },
        town.site.markdown,
      );
      if (typeof wish === 'string') throw new Error(`${post.key}: ${wish}`);
      return wish;
    }
  },
  HOURS,
);
