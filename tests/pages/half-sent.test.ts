import { expect, test } from 'vitest';
import { openFront, plainPage } from '#tests/support/front.ts';

test('nothing half-sent is held for more than 30 seconds, however it dribbles', async () => {
  const { url, send, seen } = await openFront(plainPage);
  const head = `POST /?_action=a HTTP/1.1\r\nHost: HOST\r\nOrigin: ${url}\r\nContent-Type: application/x-www-form-urlencoded\r\n`;
  const started = performance.now();
  const answers = await Promise.all([
    send(''),
    send('GET / HTTP/1.1\r\nHost: HOST\r\n'),
    send([...'GET / HTTP/1.1\r\nX-Slow: aaaaaaaaaaaaaaaaaaaaa'], 500),
    send(`${head}Content-Length: 100\r\n\r\nhalf`),
    send([`${head}Content-Length: 100\r\n\r\n`, ...'a'.repeat(60)], 500),
    send([`${head}Transfer-Encoding: chunked\r\n\r\n`, ...'1\r\na\r\n'.repeat(12)], 500),
  ]);
  expect(performance.now() - started).toBeLessThan(30_000);
  for (const answer of answers) expect(answer).toMatch(/^HTTP\/1.1 408 [\s\S]*content-security-policy[\s\S]*in time\./);
  expect(seen).toEqual([]);
});
