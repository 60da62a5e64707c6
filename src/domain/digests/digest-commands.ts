import { asc, eq, inArray } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { addFollowLinks } from '../follows/follow-link-commands.ts';
import { noteTold } from '../follows/telling-commands.ts';
import { planJobBy } from '../jobs/job-commands.ts';
import { WHOLE_SITE } from '../jobs/job-rules.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { digestLetter } from './digest-letters.ts';
import { type Digest, listDigests, listDueDigests } from './digest-queries.ts';
import { type DigestChoice, nextDigestAt, USUAL_DIGEST } from './digest-rules.ts';

/** The job that writes the digests whose time has come. */
export const WRITE_DIGESTS = 'write-digests';

const MOST_AT_ONCE = 100;

/** Somebody wants a digest who had none: it comes at the usual time until they choose another. */
export async function startDigest(tx: Writer, email: string, { zone, newId }: Stationery, now: Date) {
  const dueAt = nextDigestAt(USUAL_DIGEST, now, zone);
  await tx
    .insert(tx.tables.digests)
    .values({ email, ...USUAL_DIGEST, dueAt })
    .onConflictDoNothing();
  await planJobBy(tx, { id: newId(), kind: WRITE_DIGESTS, subjectId: WHOLE_SITE, dueAt });
}

/** Somebody chooses how often their digest comes, and when. */
export async function chooseDigest(
  tx: Writer,
  { email, ...choice }: DigestChoice & { email: string },
  { zone, newId }: Stationery,
  now: Date,
) {
  const { digests } = tx.tables;
  const dueAt = nextDigestAt(choice, now, zone);
  const row = { ...choice, dueAt };
  await tx
    .insert(digests)
    .values({ email, ...row })
    .onConflictDoUpdate({ target: digests.email, set: row });
  await planJobBy(tx, { id: newId(), kind: WRITE_DIGESTS, subjectId: WHOLE_SITE, dueAt });
  return { kind: 'chosen' as const };
}

/** Nothing is left that an address follows: what it was told, and when, is forgotten with it. */
export async function forgetDigest(tx: Writer, email: string) {
  const { digests, tellings } = tx.tables;
  await tx.delete(digests).where(eq(digests.email, email));
  await tx.delete(tellings).where(eq(tellings.email, email));
}

/**
 * Writes the digests whose time has come, a hundred in one write, and notes what each of them told, so that nothing is
 * told twice. Whoever stopped them, and whoever has nothing to be told, gets none.
 *
 * @returns when the next is due; now, while there are more of them.
 */
export async function writeDigests(tx: Writer, _: string, stationery: Stationery, now: Date): Promise<Date | null> {
  const due = await listDueDigests(tx, now, MOST_AT_ONCE);
  const wanted = due.filter(({ refusedAt }) => refusedAt === null).map(({ email }) => email);
  const digests = wanted.length > 0 ? await listDigests(tx, wanted, now) : [];
  await sendDigests(tx, digests, new Map(due.map((one) => [one.email, one])), stationery, now);
  await putOff(tx, due, stationery.zone, now);
  return due.length === MOST_AT_ONCE ? now : findNextDue(tx, now);
}

async function sendDigests(
  tx: Writer,
  digests: readonly Digest[],
  choices: ReadonlyMap<string, DigestChoice>,
  stationery: Stationery,
  now: Date,
) {
  const links = await addFollowLinks(
    tx,
    digests.flatMap(({ listener }) => listener.follows[0] ?? []),
    stationery,
  );
  const post = digests.map((digest, at) => {
    const choice = choices.get(digest.listener.email) ?? USUAL_DIGEST;
    return { id: stationery.newId(), letter: digestLetter(digest, choice, links[at] ?? '', stationery) };
  });
  await queueLetters(tx, post, stationery, now);
  await noteTold(tx, digests.flatMap(toldIn), now);
}

const toldIn = ({ listener: { email }, tellings, next, worthTrying }: Digest) => [
  ...tellings.map(({ news: { kind, subjectId } }) => ({ email, kind, subjectId })),
  ...(next ? [{ email, kind: 'meetup' as const, subjectId: next.id }] : []),
  ...(worthTrying ? [{ email, kind: 'lesson' as const, subjectId: worthTrying.id }] : []),
];

/** Each has its next day: one update for all who chose alike. */
async function putOff(tx: Writer, due: readonly (DigestChoice & { email: string })[], zone: string, now: Date) {
  const { digests } = tx.tables;
  const alike = Map.groupBy(due, (choice) => nextDigestAt(choice, now, zone).getTime());
  for (const [at, some] of alike) {
    const emails = some.map(({ email }) => email);
    await tx
      .update(digests)
      .set({ dueAt: new Date(at) })
      .where(inArray(digests.email, emails));
  }
}

async function findNextDue(tx: Writer, now: Date): Promise<Date | null> {
  const { digests } = tx.tables;
  const [next] = await tx.select({ dueAt: digests.dueAt }).from(digests).orderBy(asc(digests.dueAt)).limit(1);
  return next ? new Date(Math.max(next.dueAt.getTime(), now.getTime())) : null;
}
