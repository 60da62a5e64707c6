import { and, eq, inArray, isNull, lte } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { Stationery } from '../mail/stationery.ts';
import type { Viewer } from '../people/viewer.ts';
import { planReminder, tellParties } from './hand-over-letter-commands.ts';
import { answerLetter, calledOffLetter } from './hand-over-letters.ts';
import { mayOpen, waitsFor } from './hand-over-queries.ts';
import type { HandOver } from './hand-over-rules.ts';

/** Who answers: whoever is signed in, or whoever holds the link of a letter. */
export type Asked = { personId: string } | { linkHash: string };

export interface HandOverAnswer {
  /** Which of them; those that do not wait for this person are left alone. */
  ids: readonly string[];
  accepts: boolean;
  /** Why not, for whoever asked; may be empty. */
  words: string;
}

/** Accepts or declines what somebody is asked to take over. Whoever asked, and whoever has it now, gets one letter about all of it. */
export async function answerHandOvers(
  tx: Writer,
  asked: Asked,
  answer: HandOverAnswer,
  stationery: Stationery,
  now: Date,
) {
  const who = await findAsked(tx, asked, now);
  if (!who) return { kind: 'no-such-link' as const };
  const answered = await noteAnswer(tx, who, answer, now);
  const told = answered.flatMap(({ startedById, fromId, name }) =>
    [...new Set([startedById, answer.accepts ? fromId : null])].map((personId) => ({ personId, name })),
  );
  const compose = (person: Person, names: string[], actor: string) =>
    answerLetter(person, { ...answer, names, actor }, stationery);
  await tellParties(tx, { told, actorId: who.personId, compose }, stationery, now);
  if (answer.accepts)
    await planReminder(
      tx,
      answered.map(({ fromId }) => fromId),
      stationery.newId,
      now,
    );
  return { kind: answer.accepts ? ('accepted' as const) : ('declined' as const), count: answered.length };
}

/** Takes a hand-over back: whoever has a part in it, or a keeper. The others are told. */
export async function callOffHandOver(
  tx: Writer,
  viewer: Viewer,
  { id, words }: { id: string; words: string },
  stationery: Stationery,
  now: Date,
) {
  const { handOvers } = tx.tables;
  const endedById = viewer.person?.id ?? null;
  const [ended] = await tx
    .update(handOvers)
    .set({ end: 'called-off', endedAt: now, endedById, endWords: words, openKey: null })
    .where(and(eq(handOvers.id, id), isNull(handOvers.endedAt), mayOpen(tx, viewer)))
    .returning();
  if (!ended) return { kind: 'not-open' as const };
  const [{ name } = { name: '' }] = await withNames(tx, [ended]);
  const told = [...new Set([ended.fromId, ended.toId, ended.startedById])].map((personId) => ({ personId, name }));
  const compose = (person: Person, _: string[], actor: string) =>
    calledOffLetter(person, { name, actor, words }, stationery);
  await tellParties(tx, { told, actorId: endedById, compose }, stationery, now);
  return { kind: 'called-off' as const };
}

type Person = { name: string; email: string };

/** A link answers for what was asked up to the letter it came in. */
async function findAsked(tx: Writer, asked: Asked, now: Date) {
  if ('personId' in asked) return { personId: asked.personId, until: now };
  const { handOverLinks } = tx.tables;
  const [link] = await tx
    .select({ personId: handOverLinks.personId, until: handOverLinks.madeAt })
    .from(handOverLinks)
    .where(eq(handOverLinks.id, asked.linkHash));
  return link;
}

async function noteAnswer(
  tx: Writer,
  { personId, until }: { personId: string; until: Date },
  { ids, accepts, words }: HandOverAnswer,
  now: Date,
) {
  const { handOvers } = tx.tables;
  const set = accepts
    ? { acceptedAt: now }
    : { end: 'declined' as const, endedAt: now, endedById: personId, endWords: words, openKey: null };
  const answered = await tx
    .update(handOvers)
    .set(set)
    .where(and(inArray(handOvers.id, [...ids]), waitsFor(tx, personId), lte(handOvers.startedAt, until)))
    .returning();
  return withNames(tx, answered);
}

/** The same with the names of their channels. */
export async function withNames<Row extends Pick<HandOver, 'channelId'>>(tx: Writer, rows: Row[]) {
  const { channels } = tx.tables;
  const { id, name } = channels;
  const ids = rows.map(({ channelId }) => channelId);
  const named = ids.length > 0 ? await tx.select({ id, name }).from(channels).where(inArray(id, ids)) : [];
  const names = new Map(named.map((channel) => [channel.id, channel.name]));
  return rows.map((row) => ({ ...row, name: names.get(row.channelId) ?? '' }));
}
