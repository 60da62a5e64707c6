import { expect, test } from 'vitest';
import { openFront, plainPage } from '#tests/support/front.ts';

test('nothing half-sent is held for more than 30 seconds, however it dribbles; a picture at a fair pace goes on', async () => {
  const { url, send, seen } = await openFront(plainPage, { bodyLimits: [{ path: /^\/picture$/, bytes: 3_000_000 }] });
  const head = (path: string, more: string) =>
    `POST ${path}?_action=a HTTP/1.1\r\nHost: HOST\r\nOrigin: ${url}\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n${more}\r\n\r\n`;
  const started = performance.now();
  const [picture, ...answers] = await Promise.all([
    send([head('/picture', 'Content-Length: 1040000'), ...Array.from({ length: 52 }, () => 'a'.repeat(20_000))], 500),
    send(''),
    send('GET / HTTP/1.1\r\nHost: HOST\r\n'),
    send([...'GET / HTTP/1.1\r\nX-Slow: aaaaaaaaaaaaaaaaaaaaa'], 500),
    send(`${head('/', 'Content-Length: 100')}half`),
    send([head('/', 'Content-Length: 100'), ...'a'.repeat(60)], 500),
    send([head('/', 'Transfer-Encoding: chunked'), ...'1\r\na\r\n'.repeat(12)], 500),
    send([head('/picture', 'Content-Length: 960000'), ...'a'.repeat(60)], 500),
  ]);
  expect(performance.now() - started).toBeLessThan(30_000);
  expect(picture).toMatch(/^HTTP\/1.1 200 /);
  for (const answer of answers) expect(answer).toMatch(/^HTTP\/1.1 408 [\s\S]*content-security-policy[\s\S]*in time\./);
  expect(seen).toHaveLength(1);
});
