import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { sayFollowed } from '../follows/follow-rules.ts';
import { listSubjects } from '../follows/subject-queries.ts';
import { listRefusedKinds } from '../mail/letter-refusal-queries.ts';
import type { Viewer } from '../people/viewer.ts';
import { digestItems } from './digest-letters.ts';
import { findDigestChoice, listDigests } from './digest-queries.ts';
import type { Following } from './following-facts.ts';

const MOST = 300;

/** Everything an address follows and how it hears of it, with what its digest would say if it came now, as local links. */
export async function findFollowing(read: Reader, viewer: Viewer, email: string, now: Date): Promise<Following> {
  const [own, choice, [preview], refused] = await Promise.all([
    listConfirmed(read, email),
    findDigestChoice(read, email),
    listDigests(read, [email], now),
    listRefusedKinds(read, email),
  ]);
  const subjects = await listSubjects(read, viewer, own);
  const follows = own.map(({ id, kind, subjectId, hears, countsIn }) => {
    const subject = subjects.find((one) => one.kind === kind && one.subjectId === subjectId);
    return { id, kind, hears, countsIn, name: subject && sayFollowed(subject), path: subject?.path };
  });
  return { follows, choice, preview: preview ? digestItems(preview, '') : [], refused };
}

const listConfirmed = (read: Reader, email: string) => {
  const { follows } = read.tables;
  return read
    .select()
    .from(follows)
    .where(and(eq(follows.email, email), isNull(follows.heldUntil)))
    .orderBy(asc(follows.kind), asc(follows.followedAt), asc(follows.id))
    .limit(MOST);
};
