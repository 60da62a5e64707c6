import { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { takeBody } from '#server/http/request-body.ts';

/** A body on its way in: so many bytes have arrived, and the rest is still to come. */
async function arriving(bytes: number) {
  const socket = new EventEmitter();
  const request = Object.assign(new PassThrough(), { headers: {}, socket });
  const response = new EventEmitter();
  const taken = takeBody(request as unknown as IncomingMessage, response as ServerResponse, 40_000_000);
  request.write(Buffer.alloc(bytes));
  await setImmediate();
  return {
    answer: () => response.emit('close'),
    leave: () => socket.emit('close'),
    /** The status it is refused with, or how many bytes were taken. */
    async outcome() {
      request.end();
      const whole = await taken;
      if (whole === 'gone') return whole;
      return 'refusal' in whole ? whole.refusal.status : whole.body.length;
    },
  };
}

test('large files of all senders together may take so much memory; ordinary forms are never in their way', async () => {
  const [one, other] = [await arriving(25_000_000), await arriving(24_000_000)];
  const late = await arriving(2_000_000);
  expect(await late.outcome()).toBe(503);
  const form = await arriving(900_000);
  expect(await form.outcome()).toBe(900_000);
  one.leave();
  const again = await arriving(2_000_000);
  expect(await again.outcome()).toBe(2_000_000);
  for (const each of [one, other, late, form, again]) each.answer();
});
