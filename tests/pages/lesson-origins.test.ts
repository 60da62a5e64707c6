import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeLesson } from '#tests/support/lesson-form.ts';
import { paint } from '#tests/support/pictures.ts';
import { teacake } from '#tests/support/process.ts';
import { openTestSite } from '#tests/support/site.ts';

const site = await openTestSite();
const sam = await site.signedIn('sam@council.example');

/** `npm run teacake -- lessons import …` beside the running site. */
async function importPosts(...args: string[]) {
  const environment = { DATABASE_URL: `file:${site.file}`, SITE_URL: site.url, SMTP_URL: site.mailbox.url };
  const settings = { ...environment, STAFF_DOMAINS: 'council.example' };
  const { ended, said } = teacake(['lessons', 'import', ...args], settings);
  return { code: await ended, said: said() };
}

test('an administrator imports a folder beside the running site, and people read it with its credit and original', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'teacake-posts-'));
  writeFileSync(
    join(folder, 'a.md'),
    '---\ntitle: From afar\ndate: 2015-03-17\n---\nWords <script>alert(1)</script> {{ odd }}',
  );
  writeFileSync(join(folder, 'to-come.md'), '---\ntitle: Not yet\ndate: 2999-03-17\n---\nWords');
  const args = [folder, '--by', ' Sam@Council.example', '--from', 'Their blog', '--site', 'https://blog.example'];
  const dry = await importPosts(...args, '--dry-run');
  expect(dry.said).toMatch(/^Nothing was changed\..*\n {2}2 lessons added, 1 of them as drafts/);
  expect(dry.said).toContain('to-come.md: Its day is still to come, so it waits as a draft.');
  expect((await site.stranger().get('/lessons/from-afar')).status).toBe(404);
  const done = await importPosts(...args);
  expect([done.code, done.said]).toEqual([
    0,
    expect.stringContaining('a.md: Left out, since it means something only there: odd.'),
  ]);
  expect((await importPosts(...args)).said).toContain('2 posts imported before');
  expect((await site.stranger().get('/lessons/not-yet')).status).toBe(404);
  expect((await sam.get('/lessons/not-yet')).status).toBe(200);
  const page = await site.stranger().get('/lessons/from-afar');
  expect(page.text).toMatch(/Written by Their blog .* First told at Their blog As it came/);
  expect(page.html.querySelector('main .lesson-part')?.innerHTML).not.toContain('script');
  const original = await site.stranger().get('/lessons/from-afar/original');
  expect(original.text).toContain('Words <script>alert(1)</script> {{ odd }}');
  expect(original.text).toContain('Left out: script.');
  expect((await site.stranger().get('/search?q=afar')).text).toContain('From afar');
});

test('only somebody on the staff can answer for imported lessons, under an address that they can sign in with', async () => {
  for (const [by, sentence] of [
    ['sam@councl.example', 'sam@councl.example cannot answer for these: choose somebody on the staff.'],
    ['sam@@council.example', 'Give a mail address, such as name@example.org.'],
  ] as const)
    expect(await importPosts('tests', '--by', by, '--from', 'Their blog')).toEqual({
      code: 1,
      said: expect.stringContaining(sentence),
    });
});

test('pictures that lie in the folder come along with who made them, and what does not is told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'teacake-posts-'));
  mkdirSync(join(folder, 'static'));
  writeFileSync(join(folder, 'static', 'sign.png'), await paint(90, 60).png().toBuffer());
  writeFileSync(join(folder, 'broken.jpg'), Buffer.from('\xff\xd8\xff<script>', 'latin1'));
  symlinkSync('/etc/hostname', join(folder, 'secret.png'));
  const body = [
    '<figure><img src="/sign.png" alt="A *sign*"><figcaption>Photo: Rosa Diaz</figcaption></figure>',
    '![Again](https://blog.example/sign.png?x=1) ![](/sign.png)',
    '![Broken [one]](broken.jpg) ![Secret](secret.png) ![Up](../../../etc/hostname) ![Far](https://far.example/x.png)',
  ];
  writeFileSync(join(folder, 'p.md'), `---\ntitle: With pictures\ndate: 2015-03-17\n---\n${body.join('\n\n')}`);
  const { said } = await importPosts(
    folder,
    ...['--by', 'sam@council.example', '--from', 'B'],
    '--site',
    'https://blog.example',
  );
  expect(said).toContain('1 picture came along.');
  expect(said).toContain('The picture /sign.png does not say what it shows, so it stayed where it is.');
  expect(said).toMatch(/The picture “Broken \[one\]” did not come along: This picture is damaged/);
  expect(said).toContain('4 pictures became words or a link.');
  const page = await site.stranger().get('/lessons/with-pictures');
  const images = page.html.querySelectorAll('main .prose img');
  expect(images.map((image) => image.getAttribute('alt'))).toEqual(['A *sign*', 'Again']);
  expect(page.html.querySelector('main figcaption')?.text).toBe('Picture: Rosa Diaz');
  expect(page.text).toContain('Picture: Broken [one]');
  expect((await site.stranger().get(images[0]?.getAttribute('src') ?? '')).status).toBe(200);
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
