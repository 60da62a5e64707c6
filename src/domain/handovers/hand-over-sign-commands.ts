import { and, count, inArray } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { Stationery } from '../mail/stationery.ts';
import type { Viewer } from '../people/viewer.ts';
import { withNames } from './hand-over-answer-commands.ts';
import { finishHandOver } from './hand-over-finish-commands.ts';
import { tellParties } from './hand-over-letter-commands.ts';
import { signedLetter } from './hand-over-letters.ts';
import { type HandOver, type Side, STEPS, sidesOf } from './hand-over-rules.ts';
import { isUnderWay } from './hand-over-step-commands.ts';

export interface Signing {
  ids: readonly string[];
  /** What a keeper says who signs for somebody who has gone; empty from those who sign for themselves. */
  forAnother: string;
  /** 'YYYY-MM-DD', local to the site. */
  today: string;
  /** Called after each that is done: hundreds at once would keep everybody else waiting. */
  breathe: () => Promise<void>;
}

/**
 * Signs hand-overs on whichever side this person stands. What both have signed is done: the channel has its new owner or
 * deputy. What is not ticked off yet is not signed.
 *
 * @returns how many were signed, how many of these are done, and how many have steps left.
 */
export async function signHandOvers(tx: Writer, viewer: Viewer, signing: Signing, stationery: Stationery, now: Date) {
  const looked = await lookAt(tx, viewer, signing.ids);
  const ready = looked.filter(({ isReady, side }) => isReady && side);
  if (ready.some(needsWords(viewer)) && signing.forAnother === '') return { kind: 'say-why' as const };
  const signed: typeof ready = [];
  for (const handOver of ready) if (await addSignature(tx, viewer, handOver, signing, now)) signed.push(handOver);
  const done = signed.filter(({ otherHasSigned }) => otherHasSigned);
  for (const handOver of done) {
    await finishHandOver(tx, handOver, { ...signing, viewer }, stationery.newId, now);
    await signing.breathe();
  }
  await tellOthers(tx, { viewer, signed }, stationery, now);
  const unready = looked.filter(({ isReady }) => !isReady).length;
  return { kind: 'signed' as const, signed: signed.length, done: done.length, unready };
}

type Looked = Awaited<ReturnType<typeof lookAt>>[number];

/** A keeper who signs for whoever had it says so; where nobody had it there is nothing to say. */
const needsWords =
  (viewer: Viewer) =>
  ({ side, fromId }: Looked) =>
    side === 'from' && fromId !== null && fromId !== viewer.person?.id;

/** What is under way, on which side this person has to sign, and whether all is ticked off. Three queries for all. */
async function lookAt(tx: Writer, viewer: Viewer, ids: readonly string[]) {
  const { handOvers, handOverSteps, handOverSignatures } = tx.tables;
  const rows = await tx
    .select()
    .from(handOvers)
    .where(and(inArray(handOvers.id, [...ids]), isUnderWay(tx, viewer)));
  const found = rows.map(({ id }) => id);
  const ticked = await tx
    .select({ id: handOverSteps.handOverId, number: count() })
    .from(handOverSteps)
    .where(inArray(handOverSteps.handOverId, found))
    .groupBy(handOverSteps.handOverId);
  const signatures = await tx.select().from(handOverSignatures).where(inArray(handOverSignatures.handOverId, found));
  const numbers = new Map(ticked.map(({ id, number }) => [id, number]));
  const sides = new Set(signatures.map(({ handOverId, side }) => `${handOverId} ${side}`));
  const named = await withNames(tx, rows);
  return named.map((row) => {
    const side = sidesOf(viewer, row).find((one) => !sides.has(`${row.id} ${one}`));
    const otherHasSigned = sides.has(`${row.id} ${side === 'to' ? 'from' : 'to'}`);
    return { ...row, side, otherHasSigned, isReady: numbers.get(row.id) === STEPS.length };
  });
}

async function addSignature(
  tx: Writer,
  viewer: Viewer,
  handOver: HandOver & { side: Side | undefined },
  { forAnother }: Signing,
  now: Date,
): Promise<boolean> {
  const { side, id: handOverId, fromId } = handOver;
  const signedById = viewer.person?.id;
  if (!side || !signedById) return false;
  const words = side === 'from' && fromId !== signedById ? forAnother || 'Nobody had it before' : '';
  const added = await tx
    .insert(tx.tables.handOverSignatures)
    .values({ handOverId, side, signedById, signedAt: now, forAnother: words })
    .onConflictDoNothing()
    .returning();
  return added.length > 0;
}

/** One letter to each of the others: what is theirs to sign now, and what is done. */
async function tellOthers(
  tx: Writer,
  { viewer, signed }: { viewer: Viewer; signed: readonly Looked[] },
  stationery: Stationery,
  now: Date,
) {
  const told = signed.flatMap(({ fromId, toId, name }) => [fromId, toId].map((personId) => ({ personId, name })));
  const isDone = new Set(signed.filter(({ otherHasSigned }) => otherHasSigned).map(({ name }) => name));
  const compose = (person: { name: string; email: string }, names: string[], actor: string) => {
    const done = names.filter((name) => isDone.has(name));
    return signedLetter(person, { actor, done, waiting: names.filter((name) => !isDone.has(name)) }, stationery);
  };
  await tellParties(tx, { told, actorId: viewer.person?.id ?? null, compose }, stationery, now);
}
