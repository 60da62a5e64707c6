import { expect, test } from 'vitest';
import { escapeHtml } from '#domain/mail/letter-rules.ts';
import { markdownOf } from '#domain/pictures/picture-rules.ts';
import { renderMarkdown } from '#server/markdown-render.ts';
import { sanitise } from '#server/markdown-sanitise.ts';

const member = { trusted: false, headingLevel: 3 } as const;

function render(source: string, options: Parameters<typeof renderMarkdown>[1] = member): string {
  const answer = renderMarkdown(source, options);
  return answer.kind === 'rendered' ? answer.html.trim() : answer.kind;
}

const OWN = {
  ...{ id: '0198a000-0000-7000-8000-000000000001', hash: 'ab'.repeat(32), width: 700, height: 350 },
  ...{ alt: 'A sign', credit: 'Rosa "<b>"', licence: 'CC BY 4.0' },
};
const withOwn = { ...member, pictures: [OWN] };

test('a picture of the lesson itself stands by itself, in two forms and its widths, with who made it', () => {
  const html = render(`Look:\n![A new "sign"](picture:${OWN.id})\nThere.`, withOwn);
  expect(html).toMatch(/^<p>Look:<\/p>\n<figure class="picture"><picture><source type="image\/avif" srcset="/);
  expect(html).toContain(`srcset="/pictures/${OWN.hash}-480.webp 480w, /pictures/${OWN.hash}-700.webp 700w"`);
  expect(html).toContain('width="700" height="350" alt="A new &quot;sign&quot;" loading="lazy"');
  expect(html).toContain('<figcaption>Picture: Rosa "&lt;b&gt;", CC BY 4.0</figcaption></figure>\n<p>There.</p>');
  expect(render(`![](picture:${OWN.id})`, withOwn)).toContain('alt="A sign"');
  const alt = 'a *b* [c] \\ `d` _e_ <i> &amp; ~f~';
  expect(render(markdownOf({ id: OWN.id, alt }), withOwn)).toContain(`alt="${escapeHtml(alt)}"`);
});

test('among other words a picture stays in its place', () => {
  const picture = `![Sign](picture:${OWN.id})`;
  for (const source of [`- ${picture}`, `| a |\n|---|\n| ${picture} |`, `**${picture}**`, `## ${picture}`])
    expect(render(source, withOwn), source).toMatch(/<picture>.*<\/picture> \(Picture: Rosa/);
  expect(render(`[${picture}](https://example.org)`, withOwn)).toMatch(/<a href="[^"]+" rel="[^"]+"><picture>/);
});

test('a picture of another lesson, or one with anything else about it, is words', () => {
  const { id } = OWN;
  const other = id.replace('0198a', '0198b');
  for (const address of [`picture:${other}`, `picture:${id}x`, `PICTURE:${id}`, `picture:../${id}`, `/pictures/${id}`])
    expect(render(`![Sign](${address})`, withOwn)).toBe('<p>Sign</p>');
  expect(render(`![Sign](picture:${id})`)).toBe('<p>Sign</p>');
  expect(render(`[Sign](picture:${id})`, withOwn)).toBe('<p>Sign</p>');
});

test('only files of our own are shown, whoever writes the HTML', () => {
  const ours = `/pictures/${OWN.hash}-480.webp`;
  for (const html of [
    `<img src="https://evil.example/x.png" srcset="${ours} 480w">`,
    `<img src="${ours}" srcset="https://evil.example/x.png 480w">`,
    `<img src="${ours}">`,
    `<source type="image/avif" srcset="javascript:alert(1)">`,
    `<source type="image/avif" src="/pictures/x.svg">`,
  ])
    expect(sanitise(html, withOwn), html).toBe('');
  const kept = `<img src="${ours}" srcset="${ours} 480w" />`;
  const more = `<img src="${ours}" srcset="${ours} 480w, //evil.example/x 1w" onerror="x" style="x">`;
  expect(sanitise(more, withOwn)).toBe(kept);
  expect(sanitise(kept, member)).toBe('');
  expect(sanitise('<figure class="x y"><picture onclick="x">a</picture></figure>', withOwn)).toBe(
    '<figure><picture>a</picture></figure>',
  );
});
