import { and, eq, isNotNull, isNull, ne, type SQL } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { coverAnswerLetter, coverLetter, coverOverLetter, type Days } from './cover-letters.ts';

export interface Away extends Days {
  id: string;
  personId: string;
}

/** Asks somebody to stand in while somebody is away: a letter with a link to a page with a button. */
export async function askCover(tx: Writer, away: Away, coverId: string, stationery: Stationery, now: Date) {
  const { covers, people } = tx.tables;
  const cover = await findAddress(tx, eq(people.id, coverId));
  const person = await findAddress(tx, eq(people.id, away.personId));
  if (!cover || !person) return { kind: 'no-such-person' as const };
  const { token, hash } = stationery.newToken();
  const asked = await tx
    .insert(covers)
    .values({ absenceId: away.id, personId: coverId, linkId: hash, askedAt: now })
    .onConflictDoNothing()
    .returning();
  if (asked.length === 0) return { kind: 'asked-already' as const };
  await post(tx, coverLetter(cover, { ...away, away: person.name, token }, stationery), stationery, now);
  return { kind: 'asked' as const };
}

/** Whether somebody can be asked to stand in for somebody: a member who has not left, and somebody else. */
export async function mayCover(tx: Writer, coverId: string, personId: string): Promise<boolean> {
  const { people } = tx.tables;
  const isMember = and(ne(people.circle, 'public'), isNotNull(people.email), isNull(people.leftAt));
  return (await findAddress(tx, and(eq(people.id, coverId), ne(people.id, personId), isMember))) !== undefined;
}

/** Who answers: whoever is signed in, or whoever holds the link of the letter. */
export type CoverAsked = { linkHash: string } | { absenceId: string; personId: string };

/** Accepts or declines to stand in; a later answer takes the place of an earlier one. Whoever is away is told. */
export async function answerCover(tx: Writer, asked: CoverAsked, accepts: boolean, stationery: Stationery, now: Date) {
  const { covers, absences, people } = tx.tables;
  const which =
    'linkHash' in asked
      ? eq(covers.linkId, asked.linkHash)
      : and(eq(covers.absenceId, asked.absenceId), eq(covers.personId, asked.personId));
  const answer = accepts ? ('accepted' as const) : ('declined' as const);
  const [before] = await tx.select({ answer: covers.answer }).from(covers).where(which);
  if (!before) return { kind: 'not-asked' as const };
  if (before.answer === answer) return { kind: answer };
  const [answered] = await tx.update(covers).set({ answer, answeredAt: now }).where(which).returning();
  const [absence] = await tx
    .select()
    .from(absences)
    .where(eq(absences.id, answered?.absenceId ?? ''));
  const away = await findAddress(tx, eq(people.id, absence?.personId ?? ''));
  const cover = await findAddress(tx, eq(people.id, answered?.personId ?? ''));
  if (absence && away && cover)
    await post(tx, coverAnswerLetter(away, { ...absence, cover: cover.name, accepts }, stationery), stationery, now);
  return { kind: answer };
}

/** Tells whoever was to stand in, unless they declined, that there is no need. Called before the absence goes. */
export async function releaseCover(tx: Writer, away: Away, stationery: Stationery, now: Date) {
  const { covers, people } = tx.tables;
  const [asked] = await tx.select().from(covers).where(eq(covers.absenceId, away.id));
  if (!asked || asked.answer === 'declined') return;
  const cover = await findAddress(tx, eq(people.id, asked.personId));
  const person = await findAddress(tx, eq(people.id, away.personId));
  if (cover && person)
    await post(tx, coverOverLetter(cover, { ...away, away: person.name }, stationery), stationery, now);
}

async function findAddress(tx: Writer, which: SQL | undefined) {
  const { people } = tx.tables;
  const [person] = await tx.select({ name: people.name, email: people.email }).from(people).where(which);
  return person?.email ? { name: person.name, email: person.email } : undefined;
}

type Words = Parameters<typeof queueLetters>[1][number]['letter'];

const post = (tx: Writer, letter: Words, stationery: Stationery, now: Date) =>
  queueLetters(tx, [{ id: stationery.newId(), letter }], stationery, now);
