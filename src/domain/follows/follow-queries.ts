import { and, asc, eq, gt, isNull, or } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { blank, keepQuery } from '#db/kept-query.ts';
import type { Tables } from '#db/tables.ts';
import type { Circle, Viewer } from '../people/viewer.ts';
import { circlesSeenBy } from '../people/viewer.ts';
import { letterKindOf, type SubjectKey } from './follow-rules.ts';

export type Follow = Tables['follows']['$inferSelect'];

/** A follower with the circle they are known to belong to. */
export type Follower = Follow & { circle: Circle };

/** How the viewer follows something, confirmed or not. */
export async function findOwnFollow(read: Reader, viewer: Viewer, key: SubjectKey): Promise<Follow | undefined> {
  const email = viewer.person?.email;
  if (!email) return undefined;
  const [own] = await followOf(read, { ...key, email });
  return own;
}

const followOf = keepQuery((read: Reader) => {
  const { follows } = read.tables;
  const { kind, subjectId, email } = follows;
  return read
    .select()
    .from(follows)
    .where(
      and(
        eq(kind, blank('kind', kind)),
        eq(subjectId, blank('subjectId', subjectId)),
        eq(email, blank('email', email)),
      ),
    );
});

/** Whose letter a link came in; undefined once they stopped following, or never confirmed in time. */
export async function findLinkedFollow(read: Reader, linkHash: string, now: Date): Promise<Follower | undefined> {
  const { follows, followLinks, people } = read.tables;
  const [found] = await read
    .select({ follow: follows, circle: people.circle })
    .from(followLinks)
    .innerJoin(follows, eq(follows.id, followLinks.followId))
    .leftJoin(people, eq(people.email, follows.email))
    .where(and(eq(followLinks.id, linkHash), or(isNull(follows.heldUntil), gt(follows.heldUntil, now))));
  return found && { ...found.follow, circle: found.circle ?? 'public' };
}

/**
 * Who wants a letter at once about something they follow, and may see what the letter is about: a record of this circle.
 * Whoever waits for the digest is not among them.
 */
export async function listFollowersToTell(
  read: Reader | Writer,
  { kind, subjectId }: SubjectKey,
  circle: Circle,
): Promise<Follower[]> {
  const { follows, people, mailRefusals } = read.tables;
  const refusal = and(eq(mailRefusals.email, follows.email), eq(mailRefusals.kind, letterKindOf(kind)));
  const wantsLetters = and(eq(follows.hears, 'at-once'), isNull(follows.heldUntil), isNull(mailRefusals.email));
  const rows = await read
    .select({ follow: follows, circle: people.circle })
    .from(follows)
    .leftJoin(people, eq(people.email, follows.email))
    .leftJoin(mailRefusals, refusal)
    .where(and(eq(follows.kind, kind), eq(follows.subjectId, subjectId), wantsLetters, isNull(people.leftAt)))
    .orderBy(asc(follows.followedAt), asc(follows.id));
  return rows
    .map(({ follow, circle: own }) => ({ ...follow, circle: own ?? ('public' as const) }))
    .filter((follower) => circlesSeenBy(follower.circle).includes(circle));
}
