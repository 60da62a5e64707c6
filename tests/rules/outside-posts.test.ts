import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fitPost, holdBack, type OutsidePost, withLead } from '#domain/lessons/outside-post-rules.ts';
import { readFrontMatter } from '#server/front-matter.ts';
import { writePlainMarkdown } from '#server/outside-posts/plain-markdown.ts';
import { readMoment, readNames, readTitle, readWords } from '#server/outside-posts/post-facts.ts';
import { readPostFile } from '#server/outside-posts/post-file.ts';
import { readPostFolder } from '#server/outside-posts/post-folder.ts';
import { replaceShortcodes } from '#server/outside-posts/shortcodes.ts';

const FOLDER = 'tests/fixtures/outside-posts/posts';
const context = { siteUrl: 'https://blog.example/', names: new Map([['andre', 'Andre of the fixture']]), zone: 'UTC' };
const postOf = (path: string, file: string, more = {}) => {
  const read = readPostFile(path, file, { ...context, ...more });
  if (read.kind !== 'post') throw new Error(read.sentence);
  return read.post;
};

test('a real post keeps its date, authors, tags, links and film, and nothing of its site’s own language', () => {
  const name = '2015-06-25-improving-healthcare-gov-experience.md';
  const post = postOf(name, readFileSync(`${FOLDER}/${name}`, 'utf8'));
  expect(post).toMatchObject({
    title: 'Improving the healthcare.gov experience',
    publishedAt: new Date('2015-06-25T12:00:00Z'),
    authors: ['Andre of the fixture'],
    tags: ['video', 'events', 'u-s-digital-service', 'digital-services-movement'],
    url: 'https://blog.example/2015/06/25/improving-healthcare-gov-experience/',
    isDraft: false,
    remarks: [],
  });
  expect(post.text).toContain('[healthcare.gov](https://healthcare.gov/)');
  expect(post.text).toContain('](https://blog.example/2015/05/11/moveforward/)');
  expect(post.text).toMatch(/^\*In this video from the recent.*\*\n\n\[Improving the healthcare.gov experience\]/);
  expect(post.text).not.toMatch(/\{\{|\}\}/);
});

test('a post that only points elsewhere becomes a link, and says so', () => {
  const posts = readPostFolder(FOLDER, context);
  expect(posts.map(({ kind }) => kind)).toEqual(['post', 'post']);
  const pointer = posts.find((one) => one.kind === 'post' && one.post.key.startsWith('2018'));
  expect(pointer).toMatchObject({
    post: {
      url: 'https://www.instagram.com/usdigitalservice/',
      text: expect.stringContaining('[Read it where it was told](https://www.instagram.com/usdigitalservice/)'),
      remarks: ['It only points to a page elsewhere.'],
    },
  });
});

test('what is no post is left out with a reason', () => {
  const reason = (path: string, file: string) => {
    const read = readPostFile(path, file, context);
    return read.kind === 'left-out' ? read.sentence : read.post.title;
  };
  expect(reason('topics/a/_index.md', '---\ntitle: A\n---\nWords')).toContain('front page of a section');
  expect(reason('e.md', '---\ntitle: A\nend_date: 2020-01-01\n---\nWords')).toContain('It is an event');
  expect(reason('n.md', '---\ndate: 2020-01-01\n---\nWords')).toBe('It has no title.');
  expect(reason('n.md', '---\ntitle: A\n---\n\n')).toBe('It has no text.');
  expect(reason('plain.md', '# A heading is a title\n\nWords')).toBe('A heading is a title');
});

test('broken front matter costs only the lines that cannot be read', () => {
  const { facts, body, remarks } = readFrontMatter('---\ntitle: "Still read"\ntags: [a, b\nkey: {x\n---\nBody');
  expect([facts['title'], body]).toEqual(['Still read', 'Body']);
  expect(remarks).toEqual([expect.stringMatching(/^Its front matter cannot be read from line \d+ on/)]);
  expect(readFrontMatter('No fence').remarks).toEqual(['It has no front matter.']);
  expect(readFrontMatter('---\na: &a [*a]\n---\nB').body).toBe('B');
});

test('shortcodes that mean something elsewhere stay as words, the others are named', () => {
  const said = (body: string) => replaceShortcodes(body);
  expect(said('{{< legacy-img src="a.jpg" alt="A “cat”" >}}').text).toBe('<img src="a.jpg" alt="A “cat”">');
  expect(said('{% image "a.jpg" "Cat" %}{% image "b.jpg" %}').text).toBe(
    '<img src="a.jpg" alt="Cat"><img src="b.jpg" alt="">',
  );
  expect(said('[x]({{< ref "/communities/apis.md" >}})').text).toBe('[x](/communities/apis/)');
  expect(said('{{< box >}}Words{{< /box >}}').text.trim()).toBe('Words');
  expect(said('{% raw %}{{ kept }}{% endraw %}').text).toBe('{{ kept }}');
  expect(said('a {% include "x.html" %}{{ page.excerpt }}').lost).toEqual(['include', 'page.excerpt']);
  expect(said('{{< legacy-img src="x" alt="\'>\\"<script>" >}}').text).not.toContain('<script>');
});

test('HTML becomes Markdown: nothing that runs, frames or fetches is left', () => {
  const plain = (source: string, base: string | null = 'https://blog.example/a/') => writePlainMarkdown(source, base);
  expect(plain('<table><tr><th>A</th></tr><tr><td>1</td></tr></table>').text).toBe('| A |\n| - |\n| 1 |');
  expect(plain('a<script>alert(1)</script><style>b{}</style>')).toEqual({
    text: 'a',
    remarks: ['Left out: script, style.'],
  });
  expect(plain('<img src="x.png" alt="Two cats" onerror="alert(1)">').text).toBe(
    '[Picture: Two cats](https://blog.example/a/x.png)',
  );
  expect(plain('<iframe src="https://films.example/1" title="A film"></iframe>').text).toBe(
    '[A film](https://films.example/1)',
  );
  expect(plain('[a](javascript:alert(1)) <a href="data:text/html,x">b</a>').text).toBe('a b');
  expect(plain('[here](/there)', null)).toEqual({
    text: 'here',
    remarks: ['1 link without a site to lead to became words.'],
  });
});

test('a title is read as people read it, with its entities and tags', () => {
  expect(readTitle('Interviews &#8212; what we learned &amp; kept')).toBe('Interviews — what we learned & kept');
  expect(readTitle('Action <em>and</em>\n flexibility')).toBe('Action and flexibility');
  expect(readTitle('Less than 5 < 6')).toBe('Less than 5 < 6');
});

test('moments are read as front matter writes them, and what is none is none', () => {
  const said = (written: unknown) => readMoment(written, 'Europe/London')?.toISOString() ?? null;
  expect(said('2015-03-17 14:00:00 -4')).toBe('2015-03-17T18:00:00.000Z');
  expect(said('2014-03-21T12:00:00-04:00')).toBe('2014-03-21T16:00:00.000Z');
  expect(said('2015-07-01')).toBe('2015-07-01T11:00:00.000Z');
  expect(said('2015-07-01 9:05:00')).toBe('2015-07-01T08:05:00.000Z');
  expect([said('2015-02-30'), said('soon'), said(undefined), said('2015-01-01 25:00')]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('authors and tags are read however they are listed, and named as a list of authors says', () => {
  expect(readWords(['a', 'b, c', { name: 'D' }, 2015, null])).toEqual(['a', 'b', 'c', 'D', '2015']);
  expect(readNames('{"slug":"a","display_name":"Ada"}\n\n{"slug":"b"}').get('a')).toBe('Ada');
  expect(postOf('x.md', '---\ntitle: T\nauthors: [mo-ali, Jo Bloggs]\n---\nW').authors).toEqual([
    'Mo Ali',
    'Jo Bloggs',
  ]);
});

test('a post is cut to what a lesson holds, and each cut is said', () => {
  const whole: OutsidePost = {
    ...{ key: 'k', publishedAt: null, isDraft: false, url: null, original: '', pictures: [], remarks: [] },
    title: 'Word '.repeat(40).trim(),
    authors: Array.from({ length: 20 }, (_, n) => `Author ${n}`),
    tags: Array.from({ length: 10 }, (_, n) => `tag ${n}`),
    text: 'A paragraph of words.\n\n'.repeat(4000),
  };
  const post = fitPost(whole);
  expect([post.title.length <= 120, post.title.endsWith('Word…'), post.authors.length, post.tags.length]).toEqual([
    ...[true, true, 12, 8],
  ]);
  expect(post.text.length).toBeLessThanOrEqual(50_000);
  expect(post.text).toMatch(/words\.\n\n\*This text goes on where it came from\.\*$/);
  expect(post.remarks).toHaveLength(4);
});

test('a post of a day to come waits as a draft; one of later today does not', () => {
  const dated = (day: string) => postOf('d.md', `---\ntitle: T\ndate: ${day}\n---\nW`);
  const held = (day: string) => holdBack(dated(day), new Date('2026-11-28T09:00:00Z'), 'UTC');
  expect(held('2026-11-29')).toMatchObject({ isDraft: true, remarks: [expect.stringContaining('still to come')] });
  expect(held('2026-11-28')).toEqual(dated('2026-11-28'));
});

test('a lead that the text begins with is not said twice', () => {
  expect(withLead('We tried it.', '*We* tried it. And more.')).toBe('*We* tried it. And more.');
  expect(withLead('Why we\ntried it', 'Once upon')).toBe('*Why we tried it*\n\nOnce upon');
});
