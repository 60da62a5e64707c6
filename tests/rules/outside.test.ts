import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { type Asking, askOutside } from '#server/outside/ask.ts';
import { afterFile } from '#tests/support/after-file.ts';

const seen: string[] = [];
const agents: string[] = [];
const PAGES: Record<string, (request: IncomingMessage, response: ServerResponse) => void> = {
  '/there': (_, response) => response.end('a page'),
  '/gone': (_, response) => response.writeHead(404).end(),
  '/no-head': ({ method }, response) => response.writeHead(method === 'HEAD' ? 405 : 200).end(),
  '/busy': (_, response) => response.writeHead(429).end(),
  '/moved': (_, response) => response.writeHead(301, { location: '/there' }).end(),
  '/round': (_, response) => response.writeHead(302, { location: '/round' }).end(),
  '/inside': (_, response) => response.writeHead(302, { location: 'http://inside.example:81/there' }).end(),
  '/literal': (_, response) => response.writeHead(302, { location: 'http://0x7f000001/' }).end(),
  '/file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/endless': ({ method }, response) =>
    void (method === 'HEAD' ? response.writeHead(405).end() : response.writeHead(200).write('x'.repeat(1000))),
  '/silent': () => {},
};
const server = createServer((request, response) => {
  seen.push(`${request.method} ${request.url}`);
  agents.push(request.headers['user-agent'] ?? '');
  PAGES[request.url ?? '']?.(request, response);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterFile(async () => {
  server.closeAllConnections();
  server.close();
});
const { port } = server.address() as AddressInfo;

/** Lets the test's own server in, and nothing else. */
const asking: Asking = {
  userAgent: 'Teacake link check (+https://teacake.example/about)',
  resolve: async () => ['127.0.0.1'],
  isAllowed: (address, to) => address === '127.0.0.1' && to === port,
  patienceMs: 400,
};
const ask = (path: string, wished: Partial<Asking> = {}) =>
  askOutside(`http://site.example:${port}${path}`, { ...asking, ...wished });
const at = (path: string) => `http://site.example:${port}${path}`;

test('a page is asked for with HEAD, under our own name, and GET where a site wants that', async () => {
  seen.length = 0;
  expect(await ask('/there')).toEqual({ kind: 'answered', status: 200, url: at('/there'), hops: 0 });
  expect(await ask('/no-head')).toMatchObject({ status: 200 });
  expect(await ask('/gone')).toMatchObject({ status: 404 });
  expect(await ask('/busy')).toMatchObject({ status: 429 });
  expect(seen).toEqual([...['HEAD /there', 'HEAD /no-head', 'GET /no-head', 'HEAD /gone', 'GET /gone', 'HEAD /busy']]);
  expect(new Set(agents)).toEqual(new Set([asking.userAgent]));
});

test('redirects are followed, five at most, and each is looked at before it is asked', async () => {
  expect(await ask('/moved')).toEqual({ kind: 'answered', status: 200, url: at('/there'), hops: 1 });
  seen.length = 0;
  expect(await ask('/round')).toEqual({ kind: 'refused', why: 'too-many-redirects' });
  expect(seen).toHaveLength(6);
  expect(await ask('/inside')).toEqual({ kind: 'refused', why: 'address' });
  expect(await ask('/literal')).toEqual({ kind: 'refused', why: 'address' });
  expect(await ask('/file')).toEqual({ kind: 'refused', why: 'scheme' });
});

test('a name is resolved once, and connected to as it was looked at, whatever it means a moment later', async () => {
  const meanings = [['127.0.0.1'], ['10.0.0.1'], ['10.0.0.1']];
  let asked = 0;
  const resolve = async () => meanings[asked++] ?? [];
  expect(await ask('/there', { resolve })).toMatchObject({ status: 200 });
  expect(asked).toBe(1);
});

test('a name with some addresses inside is connected to outside only, and one with nothing else is not asked', async () => {
  expect(await ask('/there', { resolve: async () => ['10.0.0.1', '127.0.0.1'] })).toMatchObject({ status: 200 });
  expect(await ask('/there', { resolve: async () => ['10.0.0.1'] })).toEqual({ kind: 'refused', why: 'address' });
  expect(await ask('/there', { resolve: async () => [] })).toEqual({ kind: 'refused', why: 'address' });
});

test.each([
  ...['http://127.0.0.1/', 'http://2130706433/', 'http://0177.0.0.1/', 'http://0x7f.1/', 'http://127.1/', 'http://0/'],
  ...['http://[::1]/', 'http://[::ffff:127.0.0.1]/', 'http://[64:ff9b::7f00:1]/', 'http://169.254.169.254/latest/'],
  ...['http://10.1.2.3/', 'https://192.168.0.1/', 'http://8.8.8.8:8080/', 'http://8.8.8.8:22/'],
])('%s is never asked on a real site', async (url) => {
  expect(await askOutside(url, { userAgent: 'x' })).toEqual({ kind: 'refused', why: 'address' });
});

test.each(['http://localhost/', 'http://localhost./'])('%s is not asked either, by what it means', async (url) => {
  const answer = await askOutside(url, { userAgent: 'x', resolve: async () => ['::1', '127.0.0.1'] });
  expect(answer).toEqual({ kind: 'refused', why: 'address' });
});

test('what is no web address is not asked', async () => {
  const answers = ['ftp://site.example/', 'javascript:alert(1)', 'not an address'];
  const whys = await Promise.all(answers.map(async (url) => askOutside(url, asking)));
  expect(whys.map((answer) => 'why' in answer && answer.why)).toEqual(['scheme', 'scheme', 'no-address']);
});

test('nobody waits for a site that says nothing, reads what never ends, or asks again after being stopped', async () => {
  expect(await ask('/silent')).toEqual({ kind: 'failed', why: 'too-slow' });
  expect(await ask('/endless')).toMatchObject({ status: 200 });
  expect(await ask('/there', { signal: AbortSignal.abort() })).toEqual({ kind: 'failed', why: 'too-slow' });
  const unknown = async () => Promise.reject(Object.assign(new Error('who?'), { code: 'ENOTFOUND' }));
  expect(await ask('/there', { resolve: unknown })).toEqual({ kind: 'failed', why: 'no-such-host' });
});
