import { and, eq, gt, lte } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { planJob } from '../jobs/job-commands.ts';
import { queueLetter } from '../mail/outbox-commands.ts';
import { findFacts } from '../meetups/meetup-facts-queries.ts';
import type { Stationery } from '../meetups/stationery.ts';
import type { Circle } from '../people/viewer.ts';
import { confirmFollowLetter, followsAlreadyLetter } from './follow-letters.ts';
import { addFollowLinks } from './follow-link-commands.ts';
import { type Follow, findLinkedFollow, listFollowersToTell, listOpenDates } from './follow-queries.ts';
import { tellFollowers } from './opening-commands.ts';
import { findSeriesById, type Series } from './series-queries.ts';
import { OPENS_WEEKS_BEFORE } from './series-rules.ts';

const WEEK = 7 * 86_400_000;
const HELD_MS = 2 * 86_400_000;
const NO_SUCH_SERIES = { kind: 'no-such-series' as const };

interface Wish {
  seriesId: string;
  /** What the one who asks may see. */
  circles: readonly Circle[];
  email: string;
  name: string;
  /** How many to count in for every date; null to be told only. */
  countsIn: number | null;
}

/** Somebody who is signed in follows a series, or changes how. */
export async function followSeries(
  tx: Writer,
  { circles, ...wish }: Wish & { personId: string },
  stationery: Stationery,
  now: Date,
) {
  const series = await findSeen(tx, wish.seriesId, circles);
  if (!series) return NO_SUCH_SERIES;
  const follow = await keepFollow(tx, { ...wish, heldUntil: null }, stationery.newId, now);
  await countInNow(tx, series, follow, stationery, now);
  return { kind: 'following' as const, slug: series.slug };
}

/**
 * Somebody who is not signed in wants to follow: a letter asks the address to confirm. One that follows already gets the
 * way to change it, and the outcome is the same, so that nobody learns from it who follows.
 */
export async function askToFollow(tx: Writer, { circles, ...wish }: Wish, stationery: Stationery, now: Date) {
  const series = await findSeen(tx, wish.seriesId, circles);
  if (!series) return NO_SUCH_SERIES;
  const known = await findFollow(tx, wish);
  const heldUntil = new Date(now.getTime() + HELD_MS);
  const isConfirmed = known !== undefined && known.heldUntil === null;
  const follow = isConfirmed
    ? known
    : await keepFollow(tx, { ...wish, personId: null, heldUntil }, stationery.newId, now);
  const [link = ''] = await addFollowLinks(tx, [follow], stationery);
  const facts = { to: wish.email, seriesName: series.name, link, siteName: stationery.siteName };
  const letter = isConfirmed ? followsAlreadyLetter(facts) : confirmFollowLetter(facts);
  await queueLetter(tx, stationery.newId(), letter, now);
  const job = { id: stationery.newId(), kind: 'forget-follow', subjectId: follow.id, dueAt: heldUntil };
  if (!isConfirmed) await planJob(tx, job);
  return { kind: 'asked' as const, slug: series.slug };
}

/** By the link of a letter: confirms the address, or changes how it follows. */
export async function confirmFollow(
  tx: Writer,
  { linkHash, countsIn }: { linkHash: string; countsIn: number | null },
  stationery: Stationery,
  now: Date,
) {
  const found = await findLinkedFollow(tx, linkHash, now);
  if (!found) return { kind: 'no-such-follow' as const };
  const { follows, people } = tx.tables;
  const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.email, found.follow.email));
  const columns = { countsIn, heldUntil: null, personId: person?.id ?? null };
  await tx.update(follows).set(columns).where(eq(follows.id, found.follow.id));
  await countInNow(tx, found.series, { ...found.follow, ...columns }, stationery, now);
  return { kind: 'following' as const };
}

/** Stops the letters, by the link in one of them, or for somebody signed in. What they asked for at single dates stays. */
export async function unfollow(
  tx: Writer,
  whose: { linkHash: string } | { seriesId: string; email: string },
  now: Date,
) {
  const follow =
    'linkHash' in whose ? (await findLinkedFollow(tx, whose.linkHash, now))?.follow : await findFollow(tx, whose);
  const { follows } = tx.tables;
  if (follow) await tx.delete(follows).where(eq(follows.id, follow.id));
  return { kind: 'unfollowed' as const };
}

/** Forgets an address that nobody confirmed. @returns when to look again, if it was asked for once more meanwhile. */
export async function forgetFollow(tx: Writer, followId: string, _: Stationery, now: Date): Promise<Date | null> {
  const { follows } = tx.tables;
  await tx.delete(follows).where(and(eq(follows.id, followId), lte(follows.heldUntil, now)));
  const [held] = await tx
    .select({ until: follows.heldUntil })
    .from(follows)
    .where(and(eq(follows.id, followId), gt(follows.heldUntil, now)));
  return held?.until ?? null;
}

async function findSeen(tx: Writer, seriesId: string, circles: readonly Circle[]): Promise<Series | undefined> {
  const found = await findSeriesById(tx, seriesId);
  return found && circles.includes(found.series.circle) && found.rest?.kind !== 'ended' ? found.series : undefined;
}

async function findFollow(tx: Writer, { seriesId, email }: { seriesId: string; email: string }) {
  const { follows } = tx.tables;
  const [known] = await tx
    .select()
    .from(follows)
    .where(and(eq(follows.kind, 'series'), eq(follows.subjectId, seriesId), eq(follows.email, email)));
  return known;
}

/** One row for an address and a series: asking again changes it. */
async function keepFollow(
  tx: Writer,
  { seriesId, ...wish }: Omit<Wish, 'circles'> & Pick<Follow, 'personId' | 'heldUntil'>,
  newId: () => string,
  now: Date,
): Promise<Follow> {
  const { follows } = tx.tables;
  const row = { ...wish, kind: 'series' as const, subjectId: seriesId, followedAt: now };
  const [kept] = await tx
    .insert(follows)
    .values({ ...row, id: newId() })
    .onConflictDoUpdate({ target: [follows.kind, follows.subjectId, follows.email], set: row })
    .returning();
  if (!kept) throw new Error('an upsert returns its row');
  return kept;
}

/** Whoever wants to be counted in for every date is, for those that are open already too. */
async function countInNow(tx: Writer, series: Series, follow: Follow, stationery: Stationery, now: Date) {
  if (follow.countsIn === null) return;
  const opened = new Date(now.getTime() + OPENS_WEEKS_BEFORE * WEEK);
  for (const { id } of await listOpenDates(tx, series.id, opened, now)) {
    const facts = await findFacts(tx, id);
    if (!facts) continue;
    const followers = await listFollowersToTell(tx, series.id, facts.meetup.circle);
    const own = followers.filter((follower) => follower.id === follow.id);
    await tellFollowers(tx, facts, own, stationery, now);
  }
}
