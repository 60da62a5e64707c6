import { expect, test } from 'vitest';
import { plainText } from '#domain/text/plain-text-rules.ts';
import { renderMarkdown } from '#server/markdown-render.ts';
import { sanitise } from '#server/markdown-sanitise.ts';
import { hostileTexts } from '#tests/support/hostile.ts';
import { faultsOf } from '#tests/support/safe-html.ts';

const member = { trusted: false, headingLevel: 3 } as const;
const staff = { trusted: true, headingLevel: 2 } as const;

function render(source: string, options: Parameters<typeof renderMarkdown>[1] = member): string {
  const answer = renderMarkdown(source, options);
  return answer.kind === 'rendered' ? answer.html.trim() : answer.kind;
}

test('ordinary Markdown comes out as one expects', () => {
  expect(render('We *tried* **it**, ~~twice~~ `once`.')).toBe(
    '<p>We <em>tried</em> <strong>it</strong>, <del>twice</del> <code>once</code>.</p>',
  );
  expect(render('1. a\n2. b\n   - c')).toBe('<ol>\n<li>a</li>\n<li>b<ul>\n<li>c</li>\n</ul>\n</li>\n</ol>');
  expect(render('> said\n\n---\n\n```js\na < b\n```')).toBe(
    '<blockquote>\n<p>said</p>\n</blockquote>\n<hr />\n<pre><code>a &lt; b\n</code></pre>',
  );
});

test('a line break stays a line break, as people who never saw Markdown expect', () => {
  expect(render('Monday\nTuesday')).toBe('<p>Monday<br />Tuesday</p>');
});

test('a table keeps its alignment and its line breaks', () => {
  const html = render('| a | b |\n|---|--:|\n| 1<br>2 | 3 |');
  expect(html).toContain('<th align="right">b</th>');
  expect(html).toContain('<td>1<br />2</td>');
});

test('a list of tasks shows what is done', () => {
  expect(plainText(render('- [x] ask\n- [ ] answer'))).toBe('☑ ask ☐ answer');
});

test('headings fit below the heading of the page, at most six deep, and empty ones go', () => {
  expect(render('# One')).toBe('<h3>One</h3>');
  expect(render('One\n===', { trusted: false, headingLevel: 4 })).toBe('<h4>One</h4>');
  expect(render('# A\n## B\n### C\n#### D\n##### E')).toContain('<h6>E</h6>');
  expect(render('#\n\n# ![](x.png)')).toBe('');
});

test('headings leave no level out on the way down', () => {
  const levels = (source: string) => [...render(source).matchAll(/<(h\d)>/g)].map((heading) => heading[1]);
  expect(levels('### A\n\n###### B\n\n# C\n\n> ### D')).toEqual(['h3', 'h4', 'h3', 'h4']);
});

test('HTML is shown as it was typed, so that nobody loses words', () => {
  expect(render('We changed the <title> and every <script src="x">.')).toBe(
    '<p>We changed the &lt;title&gt; and every &lt;script src="x"&gt;.</p>',
  );
  expect(render('<div>\nhello\n</div>')).toBe('<p>&lt;div&gt;<br />hello<br />&lt;/div&gt;</p>');
});

test('a picture becomes its words, and nothing is fetched', () => {
  expect(render('![Our *new* <b> van](https://example.org/van.png)')).toBe('<p>Our new &lt;b&gt; van</p>');
  expect(render('[![van](van.png)](https://example.org)')).toContain('>van</a>');
});

test('links by the public ask search engines not to follow, links by staff do not', () => {
  expect(render('[x](https://example.org)')).toContain('href="https://example.org/" rel="nofollow ugc noopener"');
  expect(render('[x](/lessons)')).toContain('href="/lessons" rel="nofollow ugc noopener"');
  expect(render('[x](https://example.org)', staff)).toContain('href="https://example.org/" rel="noopener"');
  expect(render('[x](/lessons)', staff)).toContain('<a href="/lessons">');
});

test.each([
  ['https://example.org/?a=1&amp;b=2', 'https://example.org/?a=1&amp;b=2'],
  ['mailto:desk@example.org', 'mailto:desk@example.org'],
  ['tel:+441632960000', 'tel:+441632960000'],
  ['/lessons?tag=post#top', '/lessons?tag=post#top'],
  ['//example.org/x', 'https://example.org/x'],
  ['/&#9;/example.org', 'https://example.org/'],
  ['https://g\u043Ev.example', 'https://xn--gv-fmc.example/'],
])('a link to %s leads to %s', (typed, address) => {
  expect(sanitise(`<a href="${typed}">x</a>`, staff)).toContain(`href="${address}"`);
});

test.each([
  'javascript:alert(1)',
  'java&#10;script:alert(1)',
  '\u0001 JAVASCRIPT&colon;alert(1)',
  'vbscript:x',
  'data:text/html,x',
  'ftp://example.org',
  'https://town.example@elsewhere.example',
  '/.//example.org',
  'lessons/x',
  '#top',
  '',
])('a link to "%s" keeps its words only', (typed) => {
  expect(sanitise(`<p>[<a href="${typed}">x</a>]</p>`, staff)).toBe('<p>[x]</p>');
});

test('a link that is refused leaves the next one whole', () => {
  expect(sanitise('<p><a href="x:y">1</a> <a href="/z">2</a></p>', staff)).toBe('<p>1 <a href="/z">2</a></p>');
});

test('a backslash cannot turn a path into another site', () => {
  expect(sanitise('<a href="/\\example.org">x</a>', staff)).toContain('href="https://example.org/"');
});

test('a link nobody can see goes', () => {
  expect(render('a[\u200B](https://example.org)b')).toBe('<p>ab</p>');
});

test('what a database cannot keep becomes the sign for a broken character', () => {
  expect(render('a\0b\uD800c')).toBe('<p>a\uFFFDb\uFFFDc</p>');
});

test('30 levels of quotes or lists are fine, one more is a sentence', () => {
  expect(render(`${'> '.repeat(30)}x`)).toContain('<p>x</p>');
  expect(render(`${'> '.repeat(31)}x`)).toBe('too-deep');
  expect(render('>'.repeat(49_999))).toBe('too-deep');
  expect(render(Array.from({ length: 40 }, (_, level) => `${'  '.repeat(level)}- a`).join('\n'))).toBe('too-deep');
  expect(renderMarkdown('>'.repeat(99), member)).toMatchObject({ sentence: expect.stringContaining('Flatten it') });
});

test('30 columns of a table are fine, one more is a sentence', () => {
  const table = (columns: number) => `${'|a'.repeat(columns)}|\n${'|-'.repeat(columns)}|\n`;
  expect(render(table(30))).toContain('<table>');
  expect(render(table(31))).toBe('too-wide');
  expect(render(table(2_000))).toBe('too-wide');
});

test('a text that swells when laid out is refused', () => {
  expect(render(`[a]: https://example.org/${'x'.repeat(30_000)}\n\n${'[a] '.repeat(50)}`)).toBe('too-long');
});

test('the hostile corpus is some 600 different texts', () => {
  expect(hostileTexts().length).toBeGreaterThan(550);
});

test('whatever hostile text is rendered, only harmless tags, attributes and links come out', () => {
  for (const text of hostileTexts()) {
    for (const options of [member, staff]) {
      const answer = renderMarkdown(text, options);
      if (answer.kind === 'rendered') expect(faultsOf(answer.html), text).toEqual([]);
    }
  }
});

test('the sanitiser alone holds too, should hostile HTML ever get past the renderer', () => {
  for (const text of hostileTexts()) expect(faultsOf(sanitise(text, member)), text).toEqual([]);
  expect(faultsOf(sanitise(hostileTexts().join('\n'), member))).toEqual([]);
});
