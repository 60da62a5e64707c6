import { countArrivals } from '#domain/door/arrival-queries.ts';
import { markArrivals } from '#domain/door/door-commands.ts';
import type { Tap, WalkIn } from '#domain/door/door-facts.ts';
import { countAttendance } from '#domain/meetups/attendance-commands.ts';
import { type Chance, chanceFrom } from './demo-chance.ts';
import type { DemoMeetup } from './demo-meetup.ts';
import { type DemoRoom, editorOf, expectKind, named } from './demo-room.ts';

const MINUTE = 60_000;
const SEED = 41;
const PASSERS_BY = [
  'Somebody from the bus stop',
  'a resident',
  'A neighbour of the café',
  'Two sisters from Mill Lane',
];

/** A party that said it would come. */
interface Guest {
  rsvpId: string;
  partySize: number;
}

/** Who came through the door, marked there by the host: nearly all who had said so, and some who had not. */
export async function seedArrivals(
  { tx, people, now }: DemoRoom,
  { host, turn, circle = 'public' }: DemoMeetup,
  { id: meetupId, startsAt, endsAt }: { id: string; startsAt: Date; endsAt: Date },
  guests: readonly Guest[],
) {
  const chance = chanceFrom(SEED - turn, startsAt);
  const by = editorOf(named(people, host));
  const walkIns = circle === 'public' ? chance.some(PASSERS_BY, chance.between(0, 2)).map(passer(chance)) : [];
  const came = guests.filter((_, at) => at < 2 || !chance.inHundred(8));
  const parties = [
    ...came.map(({ rsvpId, partySize }) => ({ partyId: rsvpId, partySize })),
    ...walkIns.map(({ id }) => ({ partyId: id, partySize: 1 })),
  ];
  const taps = parties.map(
    (party, at): Tap => ({
      ...{ ...party, id: chance.newId(), afterId: null },
      tappedAt: new Date(startsAt.getTime() + (at - 10) * MINUTE),
    }),
  );
  expectKind('marked', await markArrivals(tx, { meetupId, taps, walkIns }, by, endsAt));
  const { staff, partners, public: town } = await countArrivals(tx, meetupId);
  const heads = { meetupId, staff, partners, public: town, countedById: by.person.id };
  const counted = new Date(Math.min(endsAt.getTime() + 5 * MINUTE, now.getTime()));
  expectKind('counted', await countAttendance(tx, heads, counted));
}

const passer =
  (chance: Chance) =>
  (name: string): WalkIn => ({ id: chance.newId(), name, circle: 'public', isFirstTime: chance.inHundred(70) });
