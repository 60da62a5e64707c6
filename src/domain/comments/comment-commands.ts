import { and, eq, gt } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { planJob } from '../jobs/job-commands.ts';
import { queueLetter } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { findHoldReason } from '../moderation/hold-queries.ts';
import type { HoldReason } from '../moderation/hold-rules.ts';
import { listHats } from '../people/hat-queries.ts';
import { chooseHat } from '../people/hat-rules.ts';
import type { Member, Viewer } from '../people/viewer.ts';
import { confirmCommentLetter } from './comment-letters.ts';
import { findComment } from './comment-queries.ts';
import { editableSince } from './comment-rules.ts';
import { findLinked } from './link-queries.ts';
import { findNamed } from './naming-queries.ts';
import { tellMentioned, tellOfComment } from './telling-commands.ts';
import { findThread, type Thread } from './thread-queries.ts';

export const FORGET_COMMENT = 'forget-comment';
const HELD_MS = 2 * 86_400_000;

/** Words and what the renderer made of them. */
export interface Said {
  words: string;
  html: string;
  rendererVersion: number;
}

export interface CommentWish extends Said {
  /** Made with the form: sending it twice says it once. */
  id: string;
  subjectId: string;
  replyToId: string | null;
  /** As `hatKey` writes it; empty for somebody who speaks as themselves. */
  hat: string;
  writer: Viewer;
  /** Of somebody who is not signed in. */
  guest: { name: string; email: string } | null;
}

/** Says something under a lesson, a meetup or a channel, at once or when it has been looked at. */
export async function saveComment(tx: Writer, wish: CommentWish, stationery: Stationery, now: Date) {
  const place = await findPlace(tx, wish);
  if (place.kind !== 'found') return place;
  const { thread, rootId } = place;
  const hat = chooseHat(wish.writer.person ? await listHats(tx, wish.writer.person.id) : [], wish.hat);
  if (hat === 'forged') return { kind: 'forged-hat' as const };
  const named = await findNamed(tx, wish.writer, wish.words, thread.circle);
  if (named.kind !== 'named') return { kind: 'not-named' as const, named };
  const hold = await findHoldReason(tx, writingOf(wish), wish, now);
  const { id, words, html, rendererVersion, guest, writer } = wish;
  const said = await tx
    .insert(tx.tables.comments)
    .values({
      ...{ id, words, html, rendererVersion, saidAt: now, subjectKind: thread.kind, subjectId: thread.id },
      ...{ replyToId: rootId, personId: writer.person?.id ?? null },
      ...{ guestName: guest?.name ?? '', guestEmail: guest?.email ?? '' },
      ...(hat && { hatKind: hat.kind, hatId: hat.id, hatName: hat.name }),
    })
    .onConflictDoNothing()
    .returning({ id: tx.tables.comments.id });
  if (said.length > 0) {
    await keepMentions(tx, id, named.people);
    if (hold) await holdComment(tx, wish, { thread, why: hold }, stationery, now);
    else await tellOfComment(tx, id, stationery, now);
  }
  return { kind: 'said' as const, thread, hold };
}

/** By the link of a letter: the address is right. What a moderator has to read first goes on waiting. */
export async function confirmComment(tx: Writer, linkHash: string, stationery: Stationery, now: Date) {
  const found = await findLinked(tx, linkHash);
  if (!found || found.why === null) return { kind: 'no-such-comment' as const };
  if (found.why !== 'unconfirmed' || found.releasedAt) return { kind: 'confirmed-before' as const, hold: found.why };
  const { id, guestEmail } = found.comment;
  const why = await findHoldReason(tx, { personId: null, guestEmail, isConfirmed: true }, found.comment, now);
  const { commentHolds, commentReleases } = tx.tables;
  if (why) await tx.update(commentHolds).set({ why, heldAt: now }).where(eq(commentHolds.commentId, id));
  else {
    await tx.insert(commentReleases).values({ commentId: id, releasedById: null, releasedAt: now });
    await tellOfComment(tx, id, stationery, now);
  }
  return { kind: 'confirmed' as const, hold: why };
}

/** Mends what somebody said in the last quarter of an hour. The new words may have to wait where the old ones did not. */
export async function editComment(
  tx: Writer,
  { id, writer, ...said }: Said & { id: string; writer: Member },
  stationery: Stationery,
  now: Date,
) {
  const { comments } = tx.tables;
  const found = await findComment(tx, writer, id);
  if (!found?.isOwn || found.isGone) return { kind: 'no-such-comment' as const };
  const named = await findNamed(tx, writer, said.words, found.thread.circle);
  if (named.kind !== 'named') return { kind: 'not-named' as const, named };
  if (said.words === found.words) return { kind: 'edited' as const, hold: null };
  const edited = await tx
    .update(comments)
    .set({ ...said, editedAt: now })
    .where(and(eq(comments.id, id), gt(comments.saidAt, editableSince(now))))
    .returning({ id: comments.id });
  if (edited.length === 0) return { kind: 'too-late' as const };
  const added = await keepMentions(tx, id, named.people);
  const by = { personId: writer.person.id, circle: writer.circle };
  const hold = await findHoldReason(tx, by, { id, words: said.words }, now);
  if (hold) await holdAgain(tx, id, hold, now);
  else if (!found.waits) await tellMentioned(tx, id, added, stationery, now);
  return { kind: 'edited' as const, hold };
}

/** Whoever wrote it takes it back: signed in, or by the link of the letter that asked them to confirm. */
export async function withdrawComment(
  tx: Writer,
  whose: { id: string; writer: Viewer } | { linkHash: string },
  now: Date,
) {
  const id = 'linkHash' in whose ? (await findLinked(tx, whose.linkHash))?.comment.id : await findOwn(tx, whose);
  if (!id) return { kind: 'no-such-comment' as const };
  await tx.insert(tx.tables.commentWithdrawals).values({ commentId: id, withdrawnAt: now }).onConflictDoNothing();
  return { kind: 'withdrawn' as const, id };
}

/** Forgets words whose address nobody confirmed. */
export async function forgetComment(tx: Writer, id: string): Promise<null> {
  const { comments, commentHolds } = tx.tables;
  const [held] = await tx
    .select({ why: commentHolds.why })
    .from(commentHolds)
    .where(and(eq(commentHolds.commentId, id), eq(commentHolds.why, 'unconfirmed')));
  if (held) await tx.delete(comments).where(eq(comments.id, id));
  return null;
}

/** Where a comment goes: answers to answers stand under the first of them. */
async function findPlace(tx: Writer, { writer, subjectId, replyToId }: CommentWish) {
  const thread = await findThread(tx, writer, subjectId);
  if (!thread) return { kind: 'no-such-thread' as const };
  if (!replyToId) return { kind: 'found' as const, thread, rootId: null };
  const answered = await findComment(tx, writer, replyToId);
  if (!answered || answered.isGone || answered.waits || answered.thread.id !== thread.id)
    return { kind: 'no-such-comment' as const };
  return { kind: 'found' as const, thread, rootId: answered.replyToId ?? answered.id };
}

const writingOf = ({ writer: { person, circle }, guest }: CommentWish) =>
  person ? { personId: person.id, circle } : { personId: null, guestEmail: guest?.email ?? '', isConfirmed: false };

async function keepMentions(tx: Writer, commentId: string, people: readonly { id: string }[]): Promise<string[]> {
  const { commentMentions } = tx.tables;
  if (people.length === 0) return [];
  const rows = people.map(({ id }) => ({ commentId, personId: id }));
  const added = await tx.insert(commentMentions).values(rows).onConflictDoNothing().returning();
  return added.map(({ personId }) => personId);
}

async function holdComment(
  tx: Writer,
  { id, guest }: CommentWish,
  { thread, why }: { thread: Thread; why: HoldReason },
  stationery: Stationery,
  now: Date,
) {
  await tx.insert(tx.tables.commentHolds).values({ commentId: id, why, heldAt: now });
  if (why !== 'unconfirmed' || !guest) return;
  const { token, hash } = stationery.newToken();
  await tx.insert(tx.tables.commentLinks).values({ id: hash, commentId: id });
  const link = `${stationery.siteUrl}/comments/confirmation/${token}`;
  await queueLetter(tx, stationery.newId(), confirmCommentLetter(guest.email, thread, link, stationery.siteName), now);
  const dueAt = new Date(now.getTime() + HELD_MS);
  await planJob(tx, { id: stationery.newId(), kind: FORGET_COMMENT, subjectId: id, dueAt });
}

async function holdAgain(tx: Writer, commentId: string, why: HoldReason, now: Date) {
  const { commentHolds, commentReleases } = tx.tables;
  const held = { why, heldAt: now };
  await tx
    .insert(commentHolds)
    .values({ commentId, ...held })
    .onConflictDoUpdate({ target: commentHolds.commentId, set: held });
  await tx.delete(commentReleases).where(eq(commentReleases.commentId, commentId));
}

async function findOwn(tx: Writer, { id, writer }: { id: string; writer: Viewer }) {
  const found = await findComment(tx, writer, id);
  return found?.isOwn ? found.id : undefined;
}
