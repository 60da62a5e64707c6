import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeLesson } from '#tests/support/lesson-form.ts';
import { run } from '#tests/support/process.ts';
import { openTestSite } from '#tests/support/site.ts';

const site = await openTestSite();
const sam = await site.signedIn('sam@council.example');

/** `npm run teacake -- lessons import …` beside the running site. */
async function importPosts(...args: string[]) {
  const environment = { DATABASE_URL: `file:${site.file}`, SITE_URL: site.url, SMTP_URL: site.mailbox.url };
  const settings = { ...environment, STAFF_DOMAINS: 'council.example' };
  const { ended, said } = run(['bin/teacake.ts', 'lessons', 'import', ...args], settings);
  return { code: await ended, said: said() };
}

test('an administrator imports a folder beside the running site, and people read it with its credit and original', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'teacake-posts-'));
  writeFileSync(
    join(folder, 'a.md'),
    '---\ntitle: From afar\ndate: 2015-03-17\n---\nWords <script>alert(1)</script> {{ odd }}',
  );
  const args = [folder, '--by', 'sam@council.example', '--from', 'Their blog', '--site', 'https://blog.example'];
  expect((await importPosts(...args, '--dry-run')).said).toMatch(/^Nothing was changed\..*\n {2}1 lesson added/);
  expect((await site.stranger().get('/lessons/from-afar')).status).toBe(404);
  const done = await importPosts(...args);
  expect([done.code, done.said]).toEqual([
    0,
    expect.stringContaining('a.md: Left out, since it means something only there: odd.'),
  ]);
  expect((await importPosts(...args)).said).toContain('1 post imported before');
  const page = await site.stranger().get('/lessons/from-afar');
  expect(page.text).toMatch(/Written by Their blog .* First told at Their blog As it came/);
  expect(page.html.querySelector('main .lesson-part')?.innerHTML).not.toContain('script');
  const original = await site.stranger().get('/lessons/from-afar/original');
  expect(original.text).toContain('Words <script>alert(1)</script> {{ odd }}');
  expect(original.text).toContain('Left out: script.');
  expect((await site.stranger().get('/search?q=afar')).text).toContain('From afar');
});

test('a circle that may not read a lesson may not read its original either', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'teacake-posts-'));
  writeFileSync(join(folder, 'b.md'), '---\ntitle: For staff\ndate: 2015-03-17\n---\nWords');
  await importPosts(folder, '--by', 'sam@council.example', '--from', 'Their blog', '--circle', 'staff');
  const answers = await Promise.all(
    [site.stranger(), sam].map((visitor) => visitor.get('/lessons/for-staff/original')),
  );
  expect(answers.map(({ status }) => status)).toEqual([404, 200]);
});

test('a member credits where a lesson was first told, and takes the credit back', async () => {
  const credited = { originName: 'A book', originUrl: 'https://books.example/1', worked: 'not-said' };
  const slug = await writeLesson(sam, { title: 'Read in a book', ...credited });
  const page = await site.stranger().get(`/lessons/${slug}`);
  expect(page.text).toContain('First told at A book');
  expect(page.html.querySelector('a[href="https://books.example/1"]')?.getAttribute('rel')).toBe('nofollow ugc');
  expect((await site.stranger().get(`/lessons/${slug}/original`)).status).toBe(404);
  const wrong = await sam.send('/lessons/new', 'lessons.publish', { originUrl: 'javascript:alert(1)' });
  expect(wrong.text).toContain('Enter a whole address');
});
