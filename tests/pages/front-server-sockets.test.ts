import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { openFront, plainPage } from '#tests/support/front.ts';

const ask = (path: string, headers = '') => `GET ${path} HTTP/1.1\r\nHost: HOST\r\n${headers}Connection: close\r\n\r\n`;

test.each([
  ['no request at all', 'hello\r\n\r\n', 400],
  ['an unknown method', 'BREW / HTTP/1.1\r\nHost: HOST\r\n\r\n', 400],
  [
    'both lengths at once',
    'POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n',
    400,
  ],
  ['a header with a line break', 'GET / HTTP/1.1\r\nHost: HOST\r\nX: a\r\n b\r\n\rc', 400],
  ['too many headers', ask('/', `X: ${'a'.repeat(20_000)}\r\n`), 431],
])('%s is answered in a sentence', async (_, bytes, status) => {
  const { send, seen } = await openFront(plainPage);
  const answer = await send(bytes);
  expect(answer).toContain(`HTTP/1.1 ${status} `);
  expect(answer).toMatch(/content-security-policy: [\s\S]*<p>[^<]+\.<\/p>/);
  expect(seen).toEqual([]);
});

test('whoever asks for a tunnel is told no, and ends nothing by leaving or by not reading', async () => {
  const { url, send } = await openFront((_, response) => void response.end('x'.repeat(8_000_000)));
  const tunnel = 'CONNECT a.example:443 HTTP/1.1\r\nHost: a.example:443\r\n\r\n';
  expect(await send(tunnel)).toMatch(/^HTTP\/1.1 405 [\s\S]*content-security-policy/);
  await fetch(url); // keeps the page, so that it is sent at once
  const unread = connect(Number(new URL(url).port), '127.0.0.1').pause();
  unread.write(`GET / HTTP/1.1\r\nHost: ${new URL(url).host}\r\n\r\n${tunnel}`);
  await new Promise((resume) => setTimeout(resume, 100));
  unread.resetAndDestroy();
  expect((await fetch(url)).status).toBe(200);
});

test('a body is not even asked for when the request is refused', async () => {
  const { url, send } = await openFront(plainPage);
  const post = (origin: string) =>
    `POST /?_action=a HTTP/1.1\r\nHost: HOST\r\nOrigin: ${origin}\r\nExpect: 100-continue\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\nConnection: close\r\n\r\n`;
  expect(await send(post('https://evil.example'))).toMatch(/^HTTP\/1.1 403 /);
  expect(await send([post(url), 'a=1'], 50)).toMatch(/^HTTP\/1.1 100 Continue\r\n\r\nHTTP\/1.1 200 OK/);
});

test('pages learn the client from the proxy on this machine only, and never see its headers', async () => {
  const forwarded =
    'X-Forwarded-For: 6.6.6.6, 203.0.113.7\r\nX-Forwarded-Host: evil.example\r\nForwarded: for=6.6.6.6\r\n';
  const demo = await openFront(plainPage);
  const real = await openFront(plainPage, { siteUrl: new URL('https://teacake.example') });
  await demo.send(ask('/', `${forwarded}Cookie: session=x\r\n`));
  await real.send(ask('/', `${forwarded}Cookie: __Host-session=x\r\n`).replace('HOST', 'teacake.example:443'));
  expect(demo.seen[0]?.locals.clientAddress).toBe('127.0.0.1');
  expect(real.seen[0]?.locals.clientAddress).toBe('203.0.113.7');
  expect(Object.keys(real.seen[0]?.request.headers ?? {})).toEqual(['cookie', 'host']);
  expect(real.seen[0]?.request.headers.host).toBe('teacake.example');
  expect(real.seen[0]?.request.socket).toMatchObject({ encrypted: true });
});

test('a page that breaks, also half-way, is a clean 500 with a number that is in the log', async () => {
  const { url, lines } = await openFront(({ request }, response) => {
    if (request.url === '/at-once') throw new Error('secret detail');
    response.writeHead(200, { 'content-type': 'text/html' });
    response.write('<h1>Half of a');
    response.destroy(new Error('secret detail'));
  });
  for (const path of ['/at-once', '/half-way']) {
    const answer = await fetch(url + path);
    const text = await answer.text();
    const number = answer.headers.get('x-request-id') ?? 'none';
    expect(answer.status).toBe(500);
    expect(text).toContain(number);
    expect(text).not.toContain('secret');
    expect(lines).toContainEqual({
      event: 'page-failed',
      request: number,
      error: 'secret detail',
      stack: expect.stringContaining('secret detail'),
    });
  }
});

test('each request is one line, without addresses, queries or tokens', async () => {
  const { url, lines } = await openFront(plainPage);
  await fetch(`${url}/search?q=private`, { headers: { cookie: 'session=secret' } });
  await fetch(`${url}/sign-in/kJ3vT0pQm2xW9aLr5bNcYdEfGhIjKlMnOpQrStUvWx0`);
  await fetch(`${url}/lessons/what-we-learned-from-the-mobile-library-in-2024`);
  await fetch(`${url}/people/sam@council.example`);
  const paths = ['/search', '/sign-in/*', '/lessons/what-we-learned-from-the-mobile-library-in-2024', '/people/*'];
  expect(lines.map(({ path }) => path)).toEqual(paths);
  expect(lines[0]).toEqual({
    event: 'request',
    request: expect.stringMatching(/^[0-9a-f-]{36}$/),
    method: 'GET',
    path: '/search',
    status: 200,
    ms: expect.any(Number),
    bytes: 30,
  });
});

test('closing finishes the requests in hand, takes no new ones and keeps no connection', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const front = await openFront(async (visit, response) => {
    if (visit.request.url?.startsWith('/slow')) await held;
    await plainPage(visit, response);
  });
  await fetch(front.url);
  const slow = fetch(`${front.url}/slow`);
  await expect.poll(() => front.seen.length).toBe(2);
  const open = front.send(
    ['GET /slow?too HTTP/1.1\r\nHost: HOST\r\n\r\n', 'GET /next HTTP/1.1\r\nHost: HOST\r\n\r\n'],
    100,
  );
  await expect.poll(() => front.seen.length).toBe(3);
  const closing = front.close();
  await expect(front.send(ask('/'))).resolves.toBe('');
  await expect.poll(() => front.seen.length).toBe(4);
  release();
  expect(await (await slow).text()).toBe('<h1>GET /slow</h1>');
  expect(await open).toMatch(/GET \/slow[\s\S]*Connection: close[\s\S]*GET \/next/);
  const started = performance.now();
  await closing;
  expect(performance.now() - started).toBeLessThan(1000);
});

test('closing waits for what was begun for a client that has gone away', async () => {
  let written = false;
  const front = await openFront(async (visit, response) => {
    await new Promise((resume) => setTimeout(resume, 200));
    written = true;
    await plainPage(visit, response);
  });
  const leaving = new AbortController();
  const asked = fetch(front.url, { signal: leaving.signal }).catch(() => 'gone');
  await expect.poll(() => front.seen.length).toBe(1);
  leaving.abort();
  expect(await asked).toBe('gone');
  await front.close();
  expect(written).toBe(true);
});

test('a port in use is told to whoever starts the server', async () => {
  const { url } = await openFront(plainPage);
  await expect(openFront(plainPage, { port: Number(new URL(url).port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
