import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { decidePlaces } from '#domain/meetups/place-rules.ts';
import { findRoom, listFirstInLine } from '#domain/meetups/room-queries.ts';
import { isCounted } from '#domain/meetups/rsvp-rules.ts';
import { seededChance } from '#tests/support/chance.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import type { WishedMeetup } from '#tests/support/meetups.ts';
import { minutesAfter, openQueue, type Queue } from '#tests/support/rsvps.ts';

const PLACES = 7;
const PROMISED = 8;

/** Days before it, in the last two days, with seats that are kept for a while, and with more places than there are. */
const AFTERNOONS: WishedMeetup[] = [
  { places: PROMISED },
  { places: PROMISED, startsLocal: '2026-12-02T20:00' },
  { places: PROMISED, kept: { seats: { partner: 0, public: 1, 'first-timer': 3 }, until: minutesAfter(300) } },
  { places: PLACES, overbookPercent: 15, startsLocal: '2026-12-02T20:00' },
];

forEachEngine((open) => {
  test('whatever people do, the room is never over-full, and nobody waits who may have a place', async () => {
    const database = await open();
    for (const [at, wish] of AFTERNOONS.entries()) {
      const queue = await openQueue(database, { ...wish, title: `Café ${at}` });
      await playAnAfternoon(database, queue, seededChance(at + 1), `${at}`);
      const isNear = wish.startsLocal !== undefined;
      expect((await queue.letters()).some((letter) => letter.includes('yes or no'))).toBe(isNear);
      await database.write((tx) => tx.delete(tx.tables.outbox));
    }
  });
});

async function playAnAfternoon(database: Database, queue: Queue, chance: (below: number) => number, key: string) {
  let minute = 0;
  for (let step = 0; step < 40; step++) {
    minute += chance(30);
    const name = `p${key}-${chance(9)}`;
    const size = 1 + chance(5);
    const now = minutesAfter(minute);
    const deeds = [queue.come, queue.come, queue.ask, queue.leave, queue.confirm];
    const deed = deeds[chance(deeds.length)];
    if (deed === queue.leave) await queue.leave(name, now);
    else await (deed as Queue['come'])(name, size, now);
    await queue.work(now);
    await expectOrder(database, queue, now);
  }
}

async function expectOrder({ read }: Database, queue: Queue, now: Date) {
  const counted = (await queue.rows()).filter((row) => isCounted(row, now));
  const seated = counted.filter(({ status }) => status !== 'waiting');
  expect(seated.reduce((sum, { partySize }) => sum + partySize, 0)).toBeLessThanOrEqual(PROMISED);
  expect(counted.every(({ partySize }) => partySize >= 1 && partySize <= 6)).toBe(true);
  const { meetup } = queue.facts;
  const room = await findRoom(read, meetup, now);
  expect(room.taken, 'the query counts as the rules do').toBe(
    seated.reduce((sum, { partySize }) => sum + partySize, 0),
  );
  const line = await listFirstInLine(read, meetup.id, room, now);
  expect(decidePlaces(room, line), 'nobody waits who may have a place').toEqual([]);
}
