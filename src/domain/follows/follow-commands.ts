import { and, eq, gt, inArray, lte, ne } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { forgetDigest, startDigest } from '../digests/digest-commands.ts';
import { planJob } from '../jobs/job-commands.ts';
import { queueLetter } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import type { Viewer } from '../people/viewer.ts';
import { viewerIn } from '../people/viewer.ts';
import { countInNow } from '../series/opening-commands.ts';
import { confirmFollowLetter, followsAlreadyLetter } from './follow-letters.ts';
import { addFollowLinks } from './follow-link-commands.ts';
import { type Follow, findLinkedFollow } from './follow-queries.ts';
import type { Hearing, SubjectKey } from './follow-rules.ts';
import { findSubject } from './subject-queries.ts';

const HELD_MS = 2 * 86_400_000;
const NO_SUCH_SUBJECT = { kind: 'no-such-subject' as const };

/** How somebody wants to hear of what they follow. */
export interface Manner {
  hears: Hearing;
  /** Of a series: how many to count in for every date; null to be told only. Whoever is counted in hears at once. */
  countsIn: number | null;
}

interface Wish extends Manner {
  subject: SubjectKey;
  /** Who asks: they follow what they may see. */
  asker: Viewer;
  email: string;
  name: string;
}

/** Somebody who is signed in follows something, or changes how. */
export async function follow(
  tx: Writer,
  { asker, ...wish }: Wish & { personId: string },
  stationery: Stationery,
  now: Date,
) {
  const subject = await findFollowable(tx, asker, wish.subject);
  if (!subject) return NO_SUCH_SUBJECT;
  const kept = await keepFollow(tx, { ...wish, heldUntil: null }, stationery.newId, now);
  await begin(tx, kept, stationery, now);
  return { kind: 'following' as const, path: subject.path };
}

/**
 * Somebody who is not signed in wants to follow: a letter asks the address to confirm. One that follows already gets the
 * way to change it, and the outcome is the same, so that nobody learns from it who follows.
 */
export async function askToFollow(tx: Writer, { asker, ...wish }: Wish, stationery: Stationery, now: Date) {
  const subject = await findFollowable(tx, asker, wish.subject);
  if (!subject) return NO_SUCH_SUBJECT;
  const known = await findFollow(tx, wish.subject, wish.email);
  const heldUntil = new Date(now.getTime() + HELD_MS);
  const isConfirmed = known !== undefined && known.heldUntil === null;
  const kept = isConfirmed
    ? known
    : await keepFollow(tx, { ...wish, personId: null, heldUntil }, stationery.newId, now);
  const [link = ''] = await addFollowLinks(tx, [kept], stationery);
  const facts = { to: wish.email, subject, link, siteName: stationery.siteName };
  const letter = isConfirmed ? followsAlreadyLetter(facts) : confirmFollowLetter(facts);
  await queueLetter(tx, stationery.newId(), letter, now);
  const job = { id: stationery.newId(), kind: 'forget-follow', subjectId: kept.id, dueAt: heldUntil };
  if (!isConfirmed) await planJob(tx, job);
  return { kind: 'asked' as const, path: subject.path };
}

/** By the link of a letter: confirms the address, or changes how it follows. */
export async function confirmFollow(
  tx: Writer,
  { linkHash, ...manner }: { linkHash: string } & Manner,
  stationery: Stationery,
  now: Date,
) {
  const found = await findLinkedFollow(tx, linkHash, now);
  if (!found || !(await findSubject(tx, viewerIn(found.circle), found))) return { kind: 'no-such-follow' as const };
  const { follows, people } = tx.tables;
  const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.email, found.email));
  const columns = { ...mannerOf(found.kind, manner), heldUntil: null, personId: person?.id ?? null };
  await tx.update(follows).set(columns).where(eq(follows.id, found.id));
  await begin(tx, { ...found, ...columns }, stationery, now);
  return { kind: 'following' as const, subject: found.kind };
}

/** Stops the letters, by the link in one of them, or for somebody signed in. What they asked for at single dates stays. */
export async function unfollow(
  tx: Writer,
  whose: { linkHash: string } | { subject: SubjectKey; email: string },
  now: Date,
) {
  const found =
    'linkHash' in whose
      ? await findLinkedFollow(tx, whose.linkHash, now)
      : await findFollow(tx, whose.subject, whose.email);
  if (found) await dropFollow(tx, found);
  return { kind: 'unfollowed' as const };
}

/** How an address wants to hear of each of these from now on; what is not its own is left alone. */
export async function chooseHearings(
  tx: Writer,
  { email, chosen }: { email: string; chosen: readonly { followId: string; hears: Hearing }[] },
  stationery: Stationery,
  now: Date,
) {
  const { follows } = tx.tables;
  for (const [hears, some] of Map.groupBy(chosen, ({ hears }) => hears)) {
    const ids = some.map(({ followId }) => followId);
    const isOwn = and(eq(follows.email, email), inArray(follows.id, ids), ne(follows.hears, hears));
    await tx
      .update(follows)
      .set({ hears, ...(hears === 'at-once' ? {} : { countsIn: null }) })
      .where(isOwn);
    if (hears === 'digest') await startDigest(tx, email, stationery, now);
  }
  return { kind: 'chosen' as const };
}

/** Stops one of the things an address follows. @returns how many are left. */
export async function stopFollow(tx: Writer, { email, followId }: { email: string; followId: string }) {
  const { follows } = tx.tables;
  const [own] = await tx
    .select()
    .from(follows)
    .where(and(eq(follows.id, followId), eq(follows.email, email)));
  if (own) await dropFollow(tx, own);
  return { kind: 'unfollowed' as const, left: await tx.$count(follows, eq(follows.email, email)) };
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

/** What comes of a follow that is confirmed: places at the dates that are open, or a digest. */
async function begin(tx: Writer, follow: Follow, stationery: Stationery, now: Date) {
  await countInNow(tx, follow, stationery, now);
  if (follow.hears === 'digest') await startDigest(tx, follow.email, stationery, now);
}

async function findFollowable(tx: Writer, asker: Viewer, key: SubjectKey) {
  const subject = await findSubject(tx, asker, key);
  return subject?.isOver ? undefined : subject;
}

async function findFollow(tx: Writer, { kind, subjectId }: SubjectKey, email: string) {
  const { follows } = tx.tables;
  const [known] = await tx
    .select()
    .from(follows)
    .where(and(eq(follows.kind, kind), eq(follows.subjectId, subjectId), eq(follows.email, email)));
  return known;
}

/** One row for an address and what it follows: asking again changes it. */
async function keepFollow(
  tx: Writer,
  { subject, hears, countsIn, ...wish }: Omit<Wish, 'asker'> & Pick<Follow, 'personId' | 'heldUntil'>,
  newId: () => string,
  now: Date,
): Promise<Follow> {
  const { follows } = tx.tables;
  const { kind, subjectId } = subject;
  const row = { ...wish, kind, subjectId, ...mannerOf(kind, { hears, countsIn }), followedAt: now };
  const [kept] = await tx
    .insert(follows)
    .values({ ...row, id: newId() })
    .onConflictDoUpdate({ target: [follows.kind, follows.subjectId, follows.email], set: row })
    .returning();
  if (!kept) throw new Error('an upsert returns its row');
  return kept;
}

const mannerOf = (kind: Follow['kind'], { hears, countsIn }: Manner): Manner =>
  kind === 'series' && countsIn !== null ? { hears: 'at-once', countsIn } : { hears, countsIn: null };

/** The links in its letters go on to lead to what else the address follows. */
async function dropFollow(tx: Writer, { id, email }: Follow) {
  const { follows, followLinks } = tx.tables;
  const [other] = await tx
    .select({ id: follows.id })
    .from(follows)
    .where(and(eq(follows.email, email), ne(follows.id, id)))
    .limit(1);
  if (other) await tx.update(followLinks).set({ followId: other.id }).where(eq(followLinks.followId, id));
  else await forgetDigest(tx, email);
  await tx.delete(follows).where(eq(follows.id, id));
}
