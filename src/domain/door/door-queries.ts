import { and, asc, eq } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Rsvp } from '../meetups/rsvp-facts.ts';
import { isHostedBy, listRsvps } from '../meetups/rsvp-queries.ts';
import { isCounted } from '../meetups/rsvp-rules.ts';
import type { Viewer } from '../people/viewer.ts';
import { BELONGS, type DoorParty, type DoorTap, type WalkIn } from './door-facts.ts';
import { decideParty } from './door-rules.ts';
import { sayConflict } from './door-words.ts';

type NamedTap = DoorTap & { by: string };
type Meetup = { id: string; zone: string };

/** Everybody on the list of a meetup and whoever walked in, by name: for its hosts and for admins; nobody else gets anything. */
export async function listDoor(read: Reader, viewer: Viewer, meetup: Meetup, now: Date): Promise<DoorParty[]> {
  const [rsvps, walkIns, taps] = await Promise.all([
    listRsvps(read, viewer, meetup.id),
    listWalkIns(read, viewer, meetup.id),
    listNamedTaps(read, viewer, meetup.id),
  ]);
  const byParty = Map.groupBy(taps, ({ partyId }) => partyId);
  const stateOf = (id: string) => sayState(byParty.get(id) ?? [], viewer, meetup.zone);
  const parties = [
    ...rsvps.map((rsvp) => ({ ...guestOf(rsvp, now), ...stateOf(rsvp.id) })),
    ...walkIns.map((walkIn) => ({ ...passerByOf(walkIn), ...stateOf(walkIn.id) })),
  ];
  return parties.sort((one, other) => one.name.localeCompare(other.name) || (one.id < other.id ? -1 : 1));
}

const STANDING: Record<Rsvp['status'], string> = {
  going: '',
  waiting: 'on the waiting list',
  offered: 'was offered a place',
  'not-going': 'said they can’t come',
};

function guestOf(rsvp: Rsvp, now: Date) {
  const { id, name, circle, partySize, isFirstTime, heldUntil } = rsvp;
  const standing = heldUntil ? 'did not confirm' : STANDING[rsvp.status];
  return {
    ...{ id, name, expected: partySize },
    marks: [BELONGS[circle], isFirstTime ? 'first time' : '', standing].filter(Boolean),
    hasNote: [rsvp.accessNeeds, rsvp.dietaryNeeds, rsvp.childNeeds].some(Boolean),
    group: rsvp.status === 'going' && isCounted(rsvp, now) ? ('expected' as const) : ('other' as const),
  };
}

const passerByOf = ({ id, name, circle, isFirstTime }: WalkIn) => ({
  ...{ id, name, expected: 1, hasNote: false, group: 'walk-in' as const },
  marks: [BELONGS[circle], isFirstTime ? 'first time' : '', 'walked in'].filter(Boolean),
});

function sayState(taps: readonly NamedTap[], viewer: Viewer, zone: string) {
  const { last, other } = decideParty(taps);
  const said = (tap: NamedTap) => ({ ...tap, by: tap.tappedById === viewer.person?.id ? null : tap.by });
  return {
    here: last?.partySize ?? 0,
    lastTapId: last?.id ?? null,
    conflict: last && other ? { words: sayConflict(said(other), said(last), zone), other: other.partySize } : null,
  };
}

function listWalkIns(read: Reader, viewer: Viewer, meetupId: string): Promise<WalkIn[]> {
  const { walkIns, meetups } = read.tables;
  const { id, name, circle, isFirstTime } = walkIns;
  return read
    .select({ id, name, circle, isFirstTime })
    .from(walkIns)
    .innerJoin(meetups, eq(meetups.id, walkIns.meetupId))
    .where(and(eq(walkIns.meetupId, meetupId), isHostedBy(read, viewer)));
}

/** In the order in which they were tapped. */
async function listNamedTaps(read: Reader, viewer: Viewer, meetupId: string): Promise<NamedTap[]> {
  const { doorTaps, meetups, people } = read.tables;
  const rows = await read
    .select({ tap: doorTaps, by: people.name })
    .from(doorTaps)
    .innerJoin(meetups, eq(meetups.id, doorTaps.meetupId))
    .leftJoin(people, eq(people.id, doorTaps.tappedById))
    .where(and(eq(doorTaps.meetupId, meetupId), isHostedBy(read, viewer)))
    .orderBy(asc(doorTaps.tappedAt), asc(doorTaps.savedAt), asc(doorTaps.id));
  return rows.map(({ tap, by }) => ({ ...tap, by: by || 'somebody' }));
}
