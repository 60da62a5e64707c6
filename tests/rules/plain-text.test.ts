import { expect, test } from 'vitest';
import { plainText } from '#domain/text/plain-text-rules.ts';

test('blocks are kept apart, inline marks are not', () => {
  expect(plainText('<p>One<br />two</p>\n<p>th<em>r</em>ee <a href="/x" rel="noopener">four</a></p>')).toBe(
    'One two three four',
  );
  expect(plainText('<table><tr><td>1</td><td>2</td></tr></table>')).toBe('1 2');
});

test('characters are decoded once, not twice', () => {
  expect(plainText('<p>a &lt;b&gt; &amp; &quot;c&quot; &amp;lt;</p>')).toBe('a <b> & "c" &lt;');
});

test('nothing gives nothing', () => {
  expect(plainText('')).toBe('');
});
