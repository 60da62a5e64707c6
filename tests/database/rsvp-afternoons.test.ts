import { expect, test } from 'vitest';
import { isCounted } from '#domain/meetups/rsvp-rules.ts';
import { seededChance } from '#tests/support/chance.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { minutesAfter, openQueue, type Queue } from '#tests/support/rsvps.ts';

const PLACES = 7;

forEachEngine((open) => {
  test('whatever people do, the room is never over-full and nobody waits or overtakes without need', async () => {
    const database = await open();
    for (let seed = 1; seed <= 4; seed++) {
      const queue = await openQueue(database, { places: PLACES, title: `Café ${seed}` });
      await playAnAfternoon(queue, seededChance(seed), seed);
    }
  });
});

async function playAnAfternoon(queue: Queue, chance: (below: number) => number, seed: number) {
  let minute = 0;
  for (let step = 0; step < 40; step++) {
    minute += chance(30);
    const name = `p${seed}-${chance(9)}`;
    const size = 1 + chance(5);
    const now = minutesAfter(minute);
    const deeds = [queue.come, queue.come, queue.ask, queue.leave, queue.confirm];
    const deed = deeds[chance(deeds.length)];
    if (deed === queue.leave) await queue.leave(name, now);
    else await (deed as Queue['come'])(name, size, now);
    if (chance(4) === 0) await queue.release(now);
    await expectOrder(queue, now);
  }
}

async function expectOrder(queue: Queue, now: Date) {
  const counted = (await queue.rows()).filter((row) => isCounted(row, now));
  const taken = counted.filter(({ status }) => status === 'going').reduce((sum, { partySize }) => sum + partySize, 0);
  const [first] = counted.filter(({ status }) => status === 'waiting');
  expect(taken).toBeLessThanOrEqual(PLACES);
  expect(counted.every(({ partySize }) => partySize >= 1 && partySize <= 6)).toBe(true);
  await queue.release(now);
  const settled = (await queue.rows()).filter((row) => isCounted(row, now));
  const [head] = settled.filter(({ status }) => status === 'waiting');
  const seated = settled.filter(({ status }) => status === 'going').reduce((sum, { partySize }) => sum + partySize, 0);
  if (head) expect(seated + head.partySize, 'the first in line does not fit').toBeGreaterThan(PLACES);
  if (first && head) expect(head.turn, 'the line moves forward only').toBeGreaterThanOrEqual(first.turn);
}
