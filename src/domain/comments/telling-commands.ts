import { and, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { addFollowLinks } from '../follows/follow-link-commands.ts';
import { listFollowersToTell } from '../follows/follow-queries.ts';
import { noteTold } from '../follows/telling-commands.ts';
import type { LetterOfKind } from '../mail/letter-rules.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { type Circle, circlesSeenBy, viewerIn } from '../people/viewer.ts';
import {
  answeredLetter,
  type CommentNews,
  followedThreadLetter,
  mentionLetter,
  saidAtYoursLetter,
} from './comment-letters.ts';
import { findComment } from './comment-queries.ts';
import { listThoseBehind } from './thread-queries.ts';

interface Reader {
  name: string;
  email: string | null;
  circle: Circle;
}

type Write = (reader: { name: string; email: string }, news: CommentNews) => LetterOfKind;

/**
 * Tells of a comment that appears, once: whoever it names, whoever it answers, those whose lesson, meetup or channel it
 * is, and those who follow the conversation. Each address gets one letter at most, and only if it may read the comment.
 */
export async function tellOfComment(tx: Writer, id: string, stationery: Stationery, now: Date) {
  const { commentTellings } = tx.tables;
  const first = await tx
    .insert(commentTellings)
    .values({ commentId: id, toldAt: now })
    .onConflictDoNothing()
    .returning();
  const found = first.length > 0 ? await findComment(tx, viewerIn('staff'), id) : undefined;
  if (!found || found.isGone) return;
  const post = await openPost(tx, id, stationery, now);
  if (!post) return;
  await post.write(await listMentioned(tx, id), mentionLetter);
  if (found.replyToId) await post.write(await listAnswered(tx, found.replyToId), answeredLetter);
  await post.write(await listThoseBehind(tx, found.thread), saidAtYoursLetter);
  const { id: subjectId, circle } = found.thread;
  const followers = post.notYetTold(await listFollowersToTell(tx, { kind: 'thread', subjectId }, circle));
  const stopUrls = await addFollowLinks(tx, followers, stationery);
  for (const [at, follower] of followers.entries())
    await post.write([follower], (reader, news) => followedThreadLetter(reader, news, stopUrls[at] ?? ''));
  await post.send();
}

/** Tells those whom somebody named when they mended their words. */
export async function tellMentioned(
  tx: Writer,
  id: string,
  personIds: readonly string[],
  stationery: Stationery,
  now: Date,
) {
  const post = personIds.length > 0 ? await openPost(tx, id, stationery, now) : undefined;
  await post?.write(await listMentioned(tx, id, personIds), mentionLetter);
  await post?.send();
}

/** Letters about one comment: none to whoever wrote it, none twice, none to those who may not read it. */
async function openPost(tx: Writer, id: string, stationery: Stationery, now: Date) {
  const found = await findComment(tx, viewerIn('staff'), id);
  if (!found) return undefined;
  const told = new Set([await findAddress(tx, id)]);
  const letters: LetterOfKind[] = [];
  const byFor = await nameFor(tx, id);
  const mayRead = ({ circle }: Reader) => circlesSeenBy(circle).includes(found.thread.circle);
  const notYetTold = <One extends Reader>(readers: readonly One[]) =>
    readers.filter((reader) => mayRead(reader) && !told.has(reader.email ?? ''));
  return {
    notYetTold,
    async write(readers: readonly Reader[], letter: Write) {
      for (const { name, email, circle } of notYetTold(readers)) {
        if (!email) continue;
        told.add(email);
        const { words, thread } = found;
        letters.push(letter({ name, email }, { id, words, thread, by: byFor(circle), siteUrl: stationery.siteUrl }));
      }
    },
    async send() {
      const post = letters.map((letter) => ({ id: stationery.newId(), letter }));
      await queueLetters(tx, post, stationery, now);
      await noteTold(
        tx,
        letters.map(({ to }) => ({ email: to, kind: 'comment' as const, subjectId: id })),
        now,
      );
    },
  };
}

/** Who wrote a comment, as each circle may know it. */
async function nameFor(tx: Writer, id: string): Promise<(circle: Circle) => string> {
  const [toAll, toPartners, toStaff] = await Promise.all(
    (['public', 'partner', 'staff'] as const).map((circle) => findComment(tx, viewerIn(circle), id)),
  );
  const names = { public: toAll, partner: toPartners, staff: toStaff };
  return (circle) => {
    const seen = names[circle];
    const hat = seen?.hat.name ? ` for ${seen.hat.name}` : '';
    return `${seen?.name || 'Somebody'}${hat}`;
  };
}

async function findAddress(tx: Writer, id: string): Promise<string> {
  const { comments, people } = tx.tables;
  const [by] = await tx
    .select({ guest: comments.guestEmail, email: people.email })
    .from(comments)
    .leftJoin(people, eq(people.id, comments.personId))
    .where(eq(comments.id, id));
  return by?.email ?? by?.guest ?? '';
}

function listMentioned(tx: Writer, commentId: string, among?: readonly string[]) {
  const { commentMentions, people } = tx.tables;
  return tx
    .select({ name: people.name, email: people.email, circle: people.circle })
    .from(commentMentions)
    .innerJoin(people, eq(people.id, commentMentions.personId))
    .where(
      and(
        eq(commentMentions.commentId, commentId),
        isNotNull(people.email),
        isNull(people.leftAt),
        among && inArray(people.id, [...among]),
      ),
    );
}

/** Whoever wrote the comment that was answered, with an account or without. */
async function listAnswered(tx: Writer, rootId: string): Promise<Reader[]> {
  const { comments, people } = tx.tables;
  const [root] = await tx
    .select({ guestName: comments.guestName, guestEmail: comments.guestEmail, person: people })
    .from(comments)
    .leftJoin(people, eq(people.id, comments.personId))
    .where(eq(comments.id, rootId));
  if (!root) return [];
  const { person, guestName, guestEmail } = root;
  return [person ?? { name: guestName, email: guestEmail, circle: 'public' }];
}
