import { expect, test } from 'vitest';
import { linksElsewhere } from '#domain/webmentions/telling-rules.ts';
import { readSource, readSubject } from '#domain/webmentions/webmention-rules.ts';
import { findEndpoint } from '#server/webmention/endpoint.ts';
import { readPage } from '#server/webmention/read-page.ts';

const OURS = 'https://teacake.example/lessons/one';
const LINK = `<a href="${OURS}">one</a>`;
const read = (html: string, address = 'https://blog.example/post') =>
  readPage(html, address, (link) => link.origin + link.pathname === OURS);

test('a page says what it is called, who wrote it and what stands around the link', () => {
  const html = `<!doctype html><title>My blog</title><body><article class="h-entry">
    <h1 class="p-name">We tried <em>one question</em></h1>
    <a class="p-author h-card" href="/"><span class="p-name">Mo   Writer</span></a>
    <div class="e-content"><p>Before.</p><p>They asked ${LINK} question,\n and so did we.</p><p>After.</p></div></article>`;
  expect(read(html)).toEqual({
    title: 'We tried one question',
    author: 'Mo Writer',
    excerpt: 'They asked one question, and so did we.',
  });
});

test.each([
  ['its title and its meta', `<title>Plain</title><meta name="author" content="Al"><p>${LINK}`, 'Plain', 'Al'],
  ['an author as a word', `<title>T</title><p class="p-author">By Al</p>${LINK}`, 'T', 'By Al'],
  ['neither', LINK, '', ''],
  ['entities', `<title>A &amp; B &lt;i&gt;</title>${LINK}`, 'A & B <i>', ''],
  ['hidden control characters', `<title>A\u202eB\u0007</title>${LINK}`, 'AB', ''],
])('a page without microformats is known by %s', (_, html, title, author) => {
  expect(read(html)).toMatchObject({ title, author });
});

test.each([
  ['the address in words', `<p>${OURS}</p>`],
  ['a comment', `<!-- ${LINK} -->`],
  ['a script', `<script>"${LINK}"</script>`],
  ['another page of ours', '<a href="https://teacake.example/lessons/two">x</a>'],
  ['a longer address', `<a href="${OURS}-more">x</a>`],
  ['a picture', `<img src="${OURS}">`],
  ['a base that leads elsewhere', '<base href="https://evil.example/"><a href="/lessons/one">x</a>'],
  ['nothing', ''],
])('%s is no link to us', (_, html) => {
  expect(read(html)).toBeUndefined();
});

test.each([
  ['with a place on the page', `<a href="${OURS}#next">x</a>`],
  ['with a query', `<a href="${OURS}?from=blog">x</a>`],
  ['in spaces and capitals', `<A HREF=" HTTPS://TEACAKE.example/lessons/one ">x</A>`],
  ['from its base', '<base href="https://teacake.example/"><a href="lessons/one">x</a>'],
  ['in a page that is never closed', `<div><p><b><a href='${OURS}'>x`],
])('a link counts %s', (_, html) => {
  expect(read(html)).toBeDefined();
});

test('a page is read only as deep as people write, and what is kept of it is short', () => {
  const deep = (open: number) => '<i>'.repeat(open) + LINK + '</b>'.repeat(open);
  expect([read(deep(400)), read(deep(600))]).toEqual([expect.anything(), undefined]);
  const long = read(`<title>${'x'.repeat(100_000)}</title><p>${'word '.repeat(60_000)}${LINK}`);
  expect([long?.title.length, long?.excerpt.length]).toEqual([120, expect.any(Number)]);
  expect(long?.excerpt.length).toBeLessThanOrEqual(300);
});

test('of a page of nothing but links only the first thousands are followed, and fewer where they are long', () => {
  const count = (html: string) => {
    let links = 0;
    readPage(html, 'https://blog.example/post', () => ++links < 0);
    return links;
  };
  const base = `<base href="/${'far/'.repeat(500)}">`;
  expect(count('<a href=x></a>'.repeat(3000))).toBe(3000);
  expect(count('<a href></a>'.repeat(50_000))).toBeLessThan(25_000);
  expect(count(base + '<a href></a>'.repeat(50_000))).toBeLessThan(250);
});

/** As the tests of webmention.rocks put it, one by one. */
test.each([
  ['/in-header', '</in-header>; rel=webmention', ''],
  ['/in-header', '<https://blog.example/in-header>; rel="webmention"', '<link rel="webmention" href="/later">'],
  ['/several', '<https://other.example/>; rel="other", </several>; rel="somethingelse webmention"', ''],
  ['/several', ['</nope>; rel=preconnect', '</several>; rel=WebMention'], ''],
  ['/with,comma', '</with,comma>; title="a, b"; rel="webmention"', ''],
  ['/in-link', undefined, '<link rel="webmention" href="/in-link"><a rel="webmention" href="/later">x</a>'],
  ['/in-a', undefined, '<a href="/in-a" rel="webmention nofollow">x</a><link rel="webmention" href="/later">'],
  ['/real', undefined, '<!-- <link rel="webmention" href="/hidden"> --><link rel="webmention" href="/real">'],
  ['/real', undefined, '<code>&lt;link rel="webmention" href="/hidden"&gt;</code><a rel=webmention href=/real>x</a>'],
  ['/real', undefined, '<link rel="not-webmention" href="/hidden"><link rel="webmention" href="/real">'],
  ['/real', undefined, '<link rel="webmention"><a rel="webmention" href="/real">x</a>'],
  ['/post', undefined, '<link rel="webmention" href="">'],
  ['/q?a=1&b=2', undefined, '<link rel="webmention" href="/q?a=1&amp;b=2">'],
  ['/after-noise', `${'<'.repeat(15_000)}/after-noise>; rel=webmention`, ''],
  [undefined, '</x>; rel="http://webmention.org/"', '<p>webmention</p>'],
  [undefined, '<'.repeat(5000), '<'.repeat(5000)],
  [undefined, undefined, `${'<i>'.repeat(600)}<a rel="webmention" href="/deep">x</a>`],
])('the place to tell is %s', (path, header, html) => {
  const found = findEndpoint('https://blog.example/post', header, html);
  expect(found?.href).toBe(path && `https://blog.example${path}`);
});

test('a lesson speaks of the pages of other sites that it links to, each once', () => {
  const html =
    '<p><a href="https://a.example/x?a=1&amp;b=2" rel="nofollow ugc">a</a> <a href="https://a.example/x?a=1&amp;b=2">a</a> <a href="https://teacake.example/lessons/two">us</a> <a href="/meetups">us</a> <a href="mailto:x@a.example">x</a> <a href="http://b.example">b</a> https://c.example</p>';
  expect(linksElsewhere(html, 'https://teacake.example')).toEqual(['https://a.example/x?a=1&b=2', 'http://b.example/']);
});

test('only pages of ours with a kind can be spoken of, and only pages of others can speak', () => {
  const ours = (path: string) => readSubject(`https://teacake.example${path}`, 'https://teacake.example');
  expect(ours('/lessons/one#x')).toEqual({ kind: 'lesson', slug: 'one' });
  expect(ours('/meetups/one/')).toEqual({ kind: 'meetup', slug: 'one' });
  expect(ours('/channels/one')).toEqual({ kind: 'channel', slug: 'one' });
  for (const path of ['/', '/lessons', '/lessons/one/edit', '/profile/one']) expect(ours(path)).toBeUndefined();
  expect(readSubject('https://evil.example/lessons/one', 'https://teacake.example')).toBeUndefined();
  const theirs = (address: string) => readSource(address, 'https://teacake.example')?.href;
  expect(theirs('https://blog.example/a#b')).toBe('https://blog.example/a');
  for (const address of [
    'https://teacake.example/x',
    'ftp://a.example/',
    'javascript:alert(1)',
    'https://me:you@a.example/',
    'x',
  ])
    expect(theirs(address)).toBeUndefined();
});
