import { enterRsvp } from '#domain/meetups/entering-commands.ts';
import { type Needs, NO_NEEDS } from '#domain/meetups/needs-rules.ts';
import type { Who } from '#domain/meetups/placing-commands.ts';
import { saveRsvp, withdrawRsvp } from '#domain/meetups/rsvp-commands.ts';
import { OFFLINE_ROUTES } from '#domain/meetups/rsvp-rules.ts';
import { circlesSeenBy } from '#domain/people/viewer.ts';
import { newId } from '../chance.ts';
import { earlierOf } from './demo-calendar.ts';
import { ACCESS_NEEDS, DIETARY_NEEDS, WITHOUT_ADDRESS } from './demo-guests.ts';
import type { DemoMeetup } from './demo-meetup.ts';
import { type DemoPerson, type DemoRoom, named } from './demo-room.ts';
import { seedArrivals } from './seed-arrivals.ts';

interface Occasion {
  id: string;
  announcedAt: Date;
  startsAt: Date;
  endsAt: Date;
}

type Rung = (typeof WITHOUT_ADDRESS)[number];

interface Party {
  who: Who;
  partySize: number;
}

/** How many places of a hundred are taken in the end, when the tables do not say. */
const USUALLY_TAKEN = { least: 62, most: 96 };
const MINUTE = 60_000;

/** Everybody who said they would come, one after another, and who came. */
export async function seedGuests(room: DemoRoom, meetup: DemoMeetup, occasion: Occasion) {
  const isPast = occasion.endsAt < room.now;
  const parties = partiesOf(room, meetup);
  const until = earlierOf(occasion.startsAt, room.now);
  const step = (until.getTime() - occasion.announcedAt.getTime()) / (parties.length + 2);
  const guests: { rsvpId: string; partySize: number }[] = [];
  for (const [at, party] of parties.entries()) {
    const saidAt = new Date(occasion.announcedAt.getTime() + step * (at + 1));
    const rsvpId = await seedRsvp(room, { ...party, needs: isPast ? NO_NEEDS : needsAt(at) }, occasion.id, saidAt);
    guests.push({ rsvpId, partySize: party.partySize });
  }
  if (meetup.lastMinute) await seedLastMinute(room, meetup.lastMinute, occasion.id);
  if (isPast && !meetup.cancelled) await seedArrivals(room, meetup, occasion, guests);
}

/** Somebody waits, somebody else can't come: so a place is offered. */
async function seedLastMinute(room: DemoRoom, { leaves, asked }: { leaves: string; asked: string }, meetupId: string) {
  const { tx, now, people, stationery } = room;
  const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * MINUTE);
  const [gone, next] = [named(people, leaves), named(people, asked)];
  const waiting = { who: asThemselves(next), partySize: 1, needs: NO_NEEDS };
  await seedRsvp(room, waiting, meetupId, minutesAgo(90));
  const whose = { meetupId, circles: circlesSeenBy(gone.circle), email: gone.email };
  await withdrawRsvp(tx, { whose, who: asThemselves(gone) }, stationery, minutesAgo(20));
}

async function seedRsvp(room: DemoRoom, { who, ...wish }: Party & { needs: Needs }, meetupId: string, at: Date) {
  const { tx, stationery } = room;
  const { email, enteredById } = who;
  const seen = { meetupId, circles: circlesSeenBy(who.circle) };
  const outcome = enteredById
    ? await enterRsvp(tx, { ...who, ...wish, ...seen, enteredById, callerId: callerIdOf(room, who) }, stationery, at)
    : await saveRsvp(tx, { ...wish, whose: { ...seen, email }, who }, stationery, at);
  if (outcome.kind !== 'saved') throw new Error(`The demo cannot save a place for ${who.name}: ${outcome.kind}.`);
  return outcome.rsvp.id;
}

/** Whoever rang for one café and rings for the next is the same person. */
function callerIdOf({ callers }: DemoRoom, { name }: Who): string {
  const id = callers.get(name) ?? newId();
  callers.set(name, id);
  return id;
}

/** Every fourth guest needs something, every fifth eats something else; the list is not long enough for the same twice. */
const needsAt = (at: number): Needs => ({
  ...NO_NEEDS,
  accessNeeds: (at % 4 === 3 && ACCESS_NEEDS[(at - 3) / 4]) || '',
  dietaryNeeds: (at % 5 === 2 && DIETARY_NEEDS[(at - 2) / 5]) || '',
});

/** Hosts and topic leads first, then others until the places are taken that shall be, then those who wait. */
function partiesOf(room: DemoRoom, meetup: DemoMeetup): Party[] {
  const { chance } = room;
  const { places, waiting = [] } = meetup;
  const percent = chance.between(USUALLY_TAKEN.least, USUALLY_TAKEN.most);
  const taken = meetup.taken ?? Math.round((places * percent) / 100);
  const guests = guestsOf(room, meetup);
  const parties: Party[] = [];
  for (let left = taken; left > 0; ) {
    const who = guests.shift()!;
    const partySize = who.circle === 'public' && left > 2 && chance.inHundred(30) ? 2 : 1;
    parties.push({ who, partySize });
    left -= partySize;
  }
  return [...parties, ...waiting.map((partySize) => ({ who: guests.shift()!, partySize }))];
}

/** In the order in which they say so: the mix of a café is half staff, the rest partners and the town. */
function guestsOf(room: DemoRoom, meetup: DemoMeetup): Who[] {
  const { people, chance } = room;
  const { host, secondHost, topics, circle = 'public', notYet = [] } = meetup;
  const first = [host, secondHost, ...topics.map(([, , lead]) => lead)].flatMap((key) => people.get(key) ?? []);
  const mayCome = [...people.values()].filter(
    (person) =>
      circlesSeenBy(person.circle).includes(circle) && !first.includes(person) && !notYet.includes(person.key),
  );
  const of = (wanted: DemoPerson['circle']) => {
    const all = mayCome.filter((person) => person.circle === wanted).map(asThemselves);
    return chance.some(all, all.length);
  };
  const staff = of('staff');
  const rung =
    circle === 'public' ? chance.some(WITHOUT_ADDRESS, 3).map((name) => asRung(name, named(people, host))) : [];
  const mixed = [...staff.slice(0, 9), ...of('partner').slice(0, 5), ...of('public').slice(0, 6), ...rung.slice(1)];
  return [
    ...[...new Set(first)].map(asThemselves),
    ...rung.slice(0, 1),
    ...chance.some(mixed, mixed.length),
    ...staff.slice(9),
  ];
}

const asThemselves = ({ id: personId, name, email, circle }: DemoPerson): Who => ({
  ...{ personId, name, email, circle, route: 'web', enteredById: null },
});

const asRung = (name: Rung, host: DemoPerson): Who => ({
  ...{ personId: null, name, email: null, circle: 'public', enteredById: host.id },
  route: OFFLINE_ROUTES[WITHOUT_ADDRESS.indexOf(name) % 3] ?? 'phone',
});
