import { expect, test } from 'vitest';
import { form, openFront, plainPage } from '#tests/support/front.ts';

const oneSentence = (html: string) => /^<!doctype html><html lang="en">.*<h1>[^<]+<\/h1><p>[^<]+\.<\/p>/.test(html);

test('every answer carries the security headers: pages, files and refusals', async () => {
  const { url } = await openFront(plainPage);
  for (const path of ['/', '/icon.svg', '/%']) {
    const { headers } = await fetch(url + path);
    expect(headers.get('content-security-policy'), path).toBe(
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    );
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(headers.get('referrer-policy'), path).toBe('same-origin');
    expect(headers.get('cross-origin-opener-policy'), path).toBe('same-origin');
    expect(headers.get('permissions-policy'), path).toContain('camera=()');
    expect(headers.get('strict-transport-security'), path).toBe(null);
  }
});

test('a site on https says so for a year', async () => {
  const { send } = await openFront(plainPage, { siteUrl: new URL('https://teacake.example') });
  const answer = await send('GET / HTTP/1.1\r\nHost: teacake.example\r\nConnection: close\r\n\r\n');
  expect(answer).toContain('strict-transport-security: max-age=31536000');
});

test('HEAD answers like GET, without a body', async () => {
  const { url } = await openFront(plainPage);
  const page = await fetch(url, { method: 'HEAD' });
  expect(page.status).toBe(200);
  expect(page.headers.get('content-length')).toBe('14');
  expect(await page.text()).toBe('');
  expect((await fetch(`${url}/icon.svg`, { method: 'HEAD' })).headers.get('content-length')).toBe('41');
});

test('other methods are refused and told which ones work', async () => {
  const { url, send, seen } = await openFront(plainPage);
  for (const method of ['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND']) {
    const answer = await fetch(url, { method });
    expect([answer.status, answer.headers.get('allow')], method).toEqual([405, 'GET, HEAD, POST']);
    expect(answer.headers.get('access-control-allow-origin')).toBe(null);
    expect(await answer.text(), method).toSatisfy(oneSentence);
  }
  for (const method of ['TRACE / ', 'CONNECT other.example:443 ', 'OPTIONS * '])
    expect(await send(`${method}HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n`), method).toContain(' 405 ');
  expect(seen).toEqual([]);
});

test('a host that is not ours is refused, in the demo and for real', async () => {
  const demo = await openFront(plainPage);
  const real = await openFront(plainPage, { siteUrl: new URL('https://teacake.example') });
  const ask = (host: string) => `GET / HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`;
  for (const host of ['evil.example', '127.0.0.1', '127.0.0.1:1', 'a@HOST', 'HOST.evil.example', ''])
    expect(await demo.send(ask(host)), host).toContain(' 421 ');
  for (const host of ['HOST', 'teacake.example.evil', 'teacake.example:4321'])
    expect(await real.send(ask(host)), host).toContain('Please open https://teacake.example instead.');
  for (const host of ['teacake.example', 'TeaCake.example', 'teacake.example:443'])
    expect(await real.send(ask(host)), host).toContain(' 200 ');
  expect(await demo.send('GET / HTTP/1.1\r\nConnection: close\r\n\r\n')).toContain(' 400 ');
  expect(demo.seen).toEqual([]);
});

test.each([
  ['//evil.example', 400],
  ['/a//b', 400],
  ['/%', 400],
  ['/%00', 400],
  ['/%c3%28', 400],
  ['/%252e', 400],
  ['/a\\b', 400],
  ['/a%5cb', 400],
  ['/a%2Fb', 400],
  ['/../secret.txt', 400],
  ['/_astro/../../secret.txt', 400],
  ['/%2e%2e/secret.txt', 400],
  ['/.', 400],
  ['http://evil.example/', 400],
  ['/caf\u00e9', 400],
  ['/#x', 400],
  ['/search?q=%00', 400],
  [`/${'a'.repeat(5000)}`, 414],
  ['/_actions/signIn.request', 404],
  ['/%5factions/signIn.request', 404],
  ['/_image?href=x', 404],
])('the address %s never reaches a page', async (path, status) => {
  const { send, seen } = await openFront(plainPage);
  const answer = await send(`GET ${path} HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n`);
  expect(answer).toContain(`HTTP/1.1 ${status} `);
  expect(answer.slice(answer.indexOf('<'))).toSatisfy(oneSentence);
  expect(seen).toEqual([]);
});

test('a form is taken from our own pages only, whatever it is', async () => {
  const { url, seen } = await openFront(plainPage);
  const to = `${url}/meetups?_action=rsvp`;
  for (const headers of [{ origin: 'https://evil.example' }, { origin: 'null' }, { origin: '' }])
    for (const type of ['application/x-www-form-urlencoded', 'application/json', 'text/plain'])
      expect((await fetch(to, form(url, { ...headers, 'content-type': type }))).status).toBe(403);
  expect((await fetch(to, form(url, { origin: '', 'sec-fetch-site': 'cross-site' }))).status).toBe(403);
  expect(seen).toEqual([]);
  expect((await fetch(to, form(url, { origin: '', 'sec-fetch-site': 'same-origin' }))).status).toBe(200);
  expect(await (await fetch(to, form(url))).text()).toBe('<h1>POST /meetups?_action=rsvp</h1>a=1');
});

test('behind a proxy the origin is the address people use', async () => {
  const { url, send } = await openFront(plainPage, { siteUrl: new URL('https://teacake.example') });
  const post = (origin: string) =>
    `POST /?_action=a HTTP/1.1\r\nHost: teacake.example\r\nOrigin: ${origin}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 3\r\nConnection: close\r\n\r\na=1`;
  expect(await send(post('https://teacake.example'))).toContain(' 200 ');
  expect(await send(post('http://teacake.example'))).toContain(' 403 ');
  expect(await send(post(url))).toContain(' 403 ');
});

test('only ordinary web forms with an action are taken', async () => {
  const { url, seen } = await openFront(plainPage);
  const to = `${url}/?_action=a`;
  for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencodedx', ''])
    expect((await fetch(to, form(url, { 'content-type': type }))).status, type).toBe(415);
  expect((await fetch(to, form(url, { 'content-encoding': 'gzip' }))).status).toBe(415);
  const aimless = await fetch(`${url}/about`, form(url));
  expect([aimless.status, aimless.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  expect(seen).toEqual([]);
});

test('a broken form is refused before a page sees it', async () => {
  const { url, seen } = await openFront(plainPage);
  const multipart = 'multipart/form-data; boundary=x';
  const broken = [
    [multipart, 'no boundary here'],
    [multipart, '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1'],
    ['multipart/form-data', '--x--'],
    [multipart, '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\0\r\n--x--\r\n'],
    ['application/x-www-form-urlencoded', 'a=%00'],
  ] as const;
  for (const [type, body] of broken)
    expect((await fetch(`${url}/?_action=a`, { ...form(url, { 'content-type': type }), body })).status, body).toBe(400);
  expect((await fetch(`${url}/?_action=a`, { ...form(url), body: 'a&'.repeat(1001) })).status).toBe(413);
  expect(seen).toEqual([]);
  const whole = new FormData();
  whole.set('file', new Blob(['a\0b']), 'a.bin');
  const answer = await fetch(`${url}/?_action=a`, { method: 'POST', body: whole, headers: { origin: url } });
  expect(answer.status).toBe(200);
});

test('a thousand fields are too many, a file with a thousand lines of dashes is not', async () => {
  const { url } = await openFront(plainPage);
  const send = async (body: FormData) =>
    (await fetch(`${url}/?_action=a`, { method: 'POST', body, headers: { origin: url } })).status;
  const fields = new FormData();
  for (let n = 0; n < 1000; n++) fields.append('a', '1');
  const lines = new FormData();
  lines.set('file', new Blob(['-- a comment\r\n'.repeat(2000)]), 'list.csv');
  expect([await send(fields), await send(lines)]).toEqual([413, 200]);
});

test('a form over the limit is refused, also when it does not say its length', async () => {
  const { url, seen } = await openFront(plainPage, { bodyLimits: [{ path: /^\/import$/, bytes: 3_000_000 }] });
  const body = `a=${'b'.repeat(2_000_000)}`;
  const said = await fetch(`${url}/?_action=a`, { ...form(url), body });
  expect([said.status, await said.text()]).toEqual([413, expect.stringContaining('at most 1 MB')]);
  const chunked = { ...form(url), body: new Blob([body]).stream(), duplex: 'half' } as RequestInit;
  expect((await fetch(`${url}/?_action=a`, chunked)).status).toBe(413);
  expect(seen).toEqual([]);
  expect((await fetch(`${url}/import?_action=a`, { ...form(url), body })).status).toBe(200);
});
