import { and, asc, eq, gt, inArray, lte, or } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { planJobBy } from '../jobs/job-commands.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import type { MeetupFacts } from './meetup-facts.ts';
import { offerLetter, ringLetter } from './offer-letters.ts';
import { offerUntil } from './offer-rules.ts';
import type { Rsvp } from './rsvp-facts.ts';
import { queueRsvpLetters } from './rsvp-letter-commands.ts';

/** The job that passes on what nobody said yes to. */
const PASS_ON = 'pass-on-offers';

/** Keeps places for these parties until a deadline and asks them by letter; of those without an address the hosts are told. */
export async function offerPlaces(
  tx: Writer,
  facts: MeetupFacts,
  ids: readonly string[],
  stationery: Stationery,
  now: Date,
) {
  if (ids.length === 0) return;
  const { rsvps } = tx.tables;
  const offeredUntil = offerUntil(facts.meetup, now);
  const offered = await tx
    .update(rsvps)
    .set({ status: 'offered', offeredUntil, promotedAt: now })
    .where(inArray(rsvps.id, [...ids]))
    .returning();
  await planPassingOn(tx, facts.meetup.id, offeredUntil, stationery);
  const post = offered.map((rsvp) => ({ rsvp, letter: offerLetter }));
  await queueRsvpLetters(tx, facts, post, stationery, now);
  const unreachable = offered.filter(({ email }) => email === null);
  if (unreachable.length > 0) await askHostsToRing(tx, facts, unreachable, stationery, now);
}

/** Marks the offers that nobody answered in time. @returns their RSVPs. */
export async function endOffers(tx: Writer, meetupId: string, now: Date): Promise<Rsvp[]> {
  const { rsvps } = tx.tables;
  return tx
    .update(rsvps)
    .set({ status: 'not-going' })
    .where(and(eq(rsvps.meetupId, meetupId), eq(rsvps.status, 'offered'), lte(rsvps.offeredUntil, now)))
    .returning();
}

/** When the first of the offers that stand ends. */
export async function findNextEnd(tx: Writer, meetupId: string): Promise<Date | null> {
  const { rsvps } = tx.tables;
  const [first] = await tx
    .select({ until: rsvps.offeredUntil })
    .from(rsvps)
    .where(and(eq(rsvps.meetupId, meetupId), eq(rsvps.status, 'offered')))
    .orderBy(asc(rsvps.offeredUntil))
    .limit(1);
  return first?.until ?? null;
}

/** No offer lasts past the start, also when a meetup moves to an earlier time. */
export async function shortenOffers(tx: Writer, { id, startsAt }: MeetupFacts['meetup'], stationery: Stationery) {
  const { rsvps } = tx.tables;
  const shortened = await tx
    .update(rsvps)
    .set({ offeredUntil: startsAt })
    .where(and(eq(rsvps.meetupId, id), eq(rsvps.status, 'offered'), gt(rsvps.offeredUntil, startsAt)))
    .returning({ id: rsvps.id });
  if (shortened.length > 0) await planPassingOn(tx, id, startsAt, stationery);
}

const planPassingOn = (tx: Writer, subjectId: string, dueAt: Date, { newId }: Stationery) =>
  planJobBy(tx, { id: newId(), kind: PASS_ON, subjectId, dueAt });

async function askHostsToRing(
  tx: Writer,
  facts: MeetupFacts,
  unreachable: readonly Rsvp[],
  stationery: Stationery,
  now: Date,
) {
  const { people } = tx.tables;
  const { slug, hostId, secondHostId } = facts.meetup;
  const hosts = await tx
    .select({ email: people.email })
    .from(people)
    .where(or(eq(people.id, hostId), secondHostId ? eq(people.id, secondHostId) : undefined));
  const post = hosts.flatMap(({ email: to }) =>
    unreachable.flatMap((rsvp) => {
      const link = `${stationery.siteUrl}/meetups/${slug}/rsvps/${rsvp.id}`;
      return to ? [{ id: stationery.newId(), letter: ringLetter({ ...facts, rsvp, to, link }) }] : [];
    }),
  );
  await queueLetters(tx, post, stationery, now);
}
