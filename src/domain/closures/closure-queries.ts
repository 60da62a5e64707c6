import { and, asc, eq, gt, inArray, isNotNull, isNull, ne } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import type { MeetupFacts } from '../meetups/meetup-facts.ts';
import type { Circle, Viewer } from '../people/viewer.ts';

/** Somebody who may be written to after a meetup. */
export interface ClosingGuest {
  email: string;
  name: string;
  circle: Circle;
  /** `unknown` when nobody was marked at the door. */
  came: 'yes' | 'no' | 'unknown';
}

const MOST_DATES = 12;

/** How a meetup was closed, if it was. */
export async function findClosure(read: Reader | Writer, meetupId: string) {
  const { meetupClosures } = read.tables;
  const [closure] = await read.select().from(meetupClosures).where(eq(meetupClosures.meetupId, meetupId));
  return closure;
}

/** The dates ahead of the same series that this viewer may see, soonest first: what those who came can be told of. */
export async function listNextDates(
  read: Reader | Writer,
  { circles }: Viewer,
  { id, seriesId }: { id: string; seriesId: string | null },
  now: Date,
) {
  if (!seriesId) return [];
  const { meetups, meetupCancellations } = read.tables;
  const ahead = and(eq(meetups.seriesId, seriesId), gt(meetups.startsAt, now), ne(meetups.id, id));
  return read
    .select({ id: meetups.id, title: meetups.title, startsLocal: meetups.startsLocal })
    .from(meetups)
    .leftJoin(meetupCancellations, eq(meetupCancellations.meetupId, meetups.id))
    .where(and(ahead, inArray(meetups.circle, [...circles]), isNull(meetupCancellations.meetupId)))
    .orderBy(asc(meetups.startsAt))
    .limit(MOST_DATES);
}

/**
 * Everybody with an address who came or had a place, each address once: whoever came under it came. Those who were written
 * to already are left out.
 */
export async function listClosingGuests(read: Reader | Writer, meetupId: string): Promise<ClosingGuest[]> {
  const [came, going, told] = await Promise.all([
    listCame(read, meetupId),
    listGoing(read, meetupId),
    listTold(read, meetupId),
  ]);
  const wasMarked = came.length > 0;
  const guests = new Map<string, ClosingGuest>();
  for (const { email, ...guest } of going)
    if (email) guests.set(email, { email, ...guest, came: wasMarked ? 'no' : 'unknown' });
  for (const { email, ...guest } of came) if (email) guests.set(email, { email, ...guest, came: 'yes' });
  for (const email of told) guests.delete(email);
  return [...guests.values()];
}

/** The hosts' names and addresses. */
export function listHostAddresses(read: Reader | Writer, { hostId, secondHostId }: MeetupFacts['meetup']) {
  const { people } = read.tables;
  const ids = [hostId, ...(secondHostId ? [secondHostId] : [])];
  return read
    .select({ name: people.name, email: people.email })
    .from(people)
    .where(inArray(people.id, ids))
    .then((rows) => rows.flatMap(({ name, email }) => (email ? [{ name, email }] : [])));
}

function listCame(read: Reader | Writer, meetupId: string) {
  const { arrivals, rsvps, people } = read.tables;
  return read
    .select({ name: arrivals.name, circle: arrivals.circle, rsvpEmail: rsvps.email, ownEmail: people.email })
    .from(arrivals)
    .leftJoin(rsvps, eq(rsvps.id, arrivals.rsvpId))
    .leftJoin(people, eq(people.id, arrivals.personId))
    .where(eq(arrivals.meetupId, meetupId))
    .then((rows) => rows.map(({ rsvpEmail, ownEmail, ...guest }) => ({ ...guest, email: rsvpEmail ?? ownEmail })));
}

function listGoing(read: Reader | Writer, meetupId: string) {
  const { rsvps } = read.tables;
  const hasPlace = and(eq(rsvps.status, 'going'), isNull(rsvps.heldUntil), isNotNull(rsvps.email));
  return read
    .select({ name: rsvps.name, circle: rsvps.circle, email: rsvps.email })
    .from(rsvps)
    .where(and(eq(rsvps.meetupId, meetupId), hasPlace));
}

async function listTold(read: Reader | Writer, meetupId: string): Promise<string[]> {
  const { closingLetters } = read.tables;
  const rows = await read
    .select({ email: closingLetters.email })
    .from(closingLetters)
    .where(eq(closingLetters.meetupId, meetupId));
  return rows.map(({ email }) => email);
}
