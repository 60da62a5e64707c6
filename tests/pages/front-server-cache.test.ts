import type { ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { sqlite } from '#tests/support/engines.ts';
import { form, heading, openFront, plainPage } from '#tests/support/front.ts';

const openDatabase = sqlite();

/** A page that counts how often it was rendered, and does some reading for it. */
function countingPage(
  headers: Record<string, string> = {},
  status = 200,
  read: () => PromiseLike<unknown> = async () => undefined,
) {
  const page = { rendered: 0 };
  return Object.assign(
    async (_: unknown, response: ServerResponse) => {
      page.rendered += 1;
      const number = page.rendered;
      await read();
      await new Promise((resume) => setTimeout(resume, 5));
      response.writeHead(status, { 'content-type': 'text/html', ...headers });
      response.end(`<h1>Rendering ${number}</h1>${'<p>Tea and cake.</p>'.repeat(200)}`);
    },
    { page },
  );
}
test('a page is rendered once for everyone until something it shows is written, and then it is new at once', async () => {
  const { read, write, watch } = await openDatabase();
  const page = countingPage({}, 200, () => read.$count(read.tables.units));
  const { url } = await openFront(page, { watch });
  const look = async () => heading(await fetch(`${url}/meetups`));
  expect([await look(), await look()]).toEqual(['Rendering 1', 'Rendering 1']);
  await write((tx) => tx.insert(tx.tables.limits).values({ id: 'x', used: 1, endsAt: new Date() }));
  expect(await look()).toBe('Rendering 1');
  await write((tx) => tx.insert(tx.tables.units).values({ id: 'u', slug: 'parks', name: 'Parks', aliases: [] }));
  expect([await look(), await look()]).toEqual(['Rendering 2', 'Rendering 2']);
});

test('a kept page is no older than a minute', async () => {
  let time = 0;
  const { url } = await openFront(countingPage(), { now: () => new Date(time) });
  expect(await heading(await fetch(url))).toBe('Rendering 1');
  time = 59_000;
  expect(await heading(await fetch(url))).toBe('Rendering 1');
  time = 61_000;
  expect(await heading(await fetch(url))).toBe('Rendering 2');
  time = -3_600_000;
  expect(await heading(await fetch(url)), 'a clock put back').toBe('Rendering 3');
});

test('forty people who ask at once make one rendering, also where it takes a while to learn what was written', async () => {
  const page = countingPage();
  const { url } = await openFront(page, { watch: () => ({ run: (work) => work(), isCurrent: async () => true }) });
  await Promise.all(Array.from({ length: 40 }, () => fetch(`${url}/lessons`)));
  expect(page.page.rendered).toBe(1);
});

test('paths, queries and people do not share a page', async () => {
  const page = countingPage();
  const { url } = await openFront(page);
  for (const path of ['/a', '/b', '/a?page=2', '/a?page=3']) await fetch(url + path);
  expect(page.page.rendered).toBe(4);
  for (const cookie of ['session=x', 'theme=dark; __Host-session=y']) {
    const answer = await fetch(`${url}/a`, { headers: { cookie } });
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  }
  expect(page.page.rendered).toBe(6);
  await fetch(`${url}/a`, { headers: { cookie: 'other=1; mysession=2' } });
  expect(page.page.rendered).toBe(6);
});

test('what could be kept is rendered without anything of who asked', async () => {
  const { url, seen } = await openFront(plainPage);
  await fetch(`${url}/a`, { headers: { cookie: 'theme=dark', 'accept-language': 'cy', referer: `${url}/b` } });
  expect(Object.keys(seen[0]?.request.headers ?? {})).toEqual(['host']);
});

test.each([
  ['sets a cookie', { 'set-cookie': 'session=x' }, 200],
  ['is private', { 'cache-control': 'private' }, 200],
  ['asks to be forgotten', { 'cache-control': 'no-store' }, 200],
  ['is not found', {}, 404],
  ['leads elsewhere', { location: '/b' }, 303],
])('an answer that %s is not kept', async (_, headers, status) => {
  const page = countingPage(headers, status);
  const { url } = await openFront(page);
  for (const _ of [1, 2]) {
    const answer = await fetch(url, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([status, 'private, no-store']);
  }
  expect(page.page.rendered).toBe(2);
});

test('a form is always rendered, and several cookies arrive', async () => {
  const { url } = await openFront((_, response) => {
    response.writeHead(303, { location: '/b', 'set-cookie': ['a=1', 'b=2'] });
    response.end();
  });
  const answer = await fetch(`${url}/?_action=a`, { ...form(url), redirect: 'manual' });
  expect([answer.status, answer.headers.getSetCookie()]).toEqual([303, ['a=1', 'b=2']]);
});

test('kept pages and rendered ones are compressed as the browser likes, and revalidated with a tag', async () => {
  const page = countingPage();
  const { url } = await openFront(page);
  const tags = new Set<string | null>();
  for (const encoding of ['br', 'gzip', 'identity', 'br;q=0, gzip', 'gzip;q=0', 'deflate, gzip;q=1.0, *;q=0.5']) {
    const expected = {
      'br;q=0, gzip': 'gzip',
      identity: null,
      'gzip;q=0': null,
      'deflate, gzip;q=1.0, *;q=0.5': 'gzip',
    };
    const want = encoding in expected ? expected[encoding as keyof typeof expected] : encoding;
    for (const cookie of ['', 'session=x']) {
      const answer = await fetch(url, { headers: { 'accept-encoding': encoding, cookie } });
      expect(answer.headers.get('content-encoding'), encoding).toBe(want);
      expect(answer.headers.get('vary')).toBe('cookie, accept-encoding');
      expect(await answer.text()).toContain('Tea and cake.');
      if (!cookie) tags.add(answer.headers.get('etag'));
    }
  }
  const [tag] = tags;
  expect(tags.size).toBe(1);
  const again = await fetch(url, { headers: { 'if-none-match': `"other", ${tag}` } });
  expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', tag]);
  expect(again.headers.get('cache-control')).toBe('no-cache');
  expect((await fetch(url, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
});

test('files are served from memory with their twins, for ever when their name has a hash', async () => {
  const { send, url, seen } = await openFront(plainPage);
  const raw = await send(
    'GET /_astro/site.abc.css HTTP/1.1\r\nHost: HOST\r\nAccept-Encoding: br\r\nConnection: close\r\n\r\n',
  );
  expect(raw).toContain('content-encoding: br');
  expect(raw).toContain('brotli twin');
  const css = await fetch(`${url}/_astro/site.abc.css?v=1`, { headers: { 'accept-encoding': 'gzip' } });
  expect(css.headers.get('content-type')).toBe('text/css; charset=utf-8');
  expect(css.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(css.headers.get('content-encoding')).toBe('gzip');
  const icon = await fetch(`${url}/icon.svg`);
  expect([icon.headers.get('content-type'), icon.headers.get('cache-control')]).toEqual([
    'image/svg+xml',
    'public, max-age=3600',
  ]);
  const again = await fetch(`${url}/icon.svg`, { headers: { 'if-none-match': icon.headers.get('etag') ?? '' } });
  expect(again.status).toBe(304);
  expect((await fetch(`${url}/_astro/site.abc.css.br`)).status).toBe(404);
  expect(seen).toEqual([]);
});
