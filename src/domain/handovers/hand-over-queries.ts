import { aliasedTable, and, asc, desc, eq, inArray, isNotNull, isNull, lte, or, type SQL } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { blank, keepQuery } from '#db/kept-query.ts';
import { isRegisterKeeper } from '../channels/channel-rules.ts';
import type { Viewer } from '../people/viewer.ts';
import { MOST_AT_ONCE, type Step } from './hand-over-rules.ts';

/** The hand-overs that are open and that somebody has a part in, or, for keepers, every one: one page of them, by unit. */
export const listOpenHandOvers = async (read: Reader, viewer: Viewer) =>
  withProgress(
    read,
    await selectHandOvers(read)
      .where(and(isNull(read.tables.handOvers.endedAt), mayOpen(read, viewer)))
      .orderBy(...byUnit(read))
      .limit(MOST_AT_ONCE),
  );

/** Those that are over, the latest first. */
export const listEndedHandOvers = (read: Reader, viewer: Viewer, most = 50) => {
  const { endedAt } = read.tables.handOvers;
  return selectHandOvers(read)
    .where(and(isNotNull(endedAt), mayOpen(read, viewer)))
    .orderBy(desc(endedAt), asc(read.tables.channels.name))
    .limit(most);
};

/** Everything that went or goes from somebody to others, open or done: for the page of a leaver and its printout. */
export const listHandOversFrom = async (read: Reader, personId: string) => {
  const { fromId, end } = read.tables.handOvers;
  const isKept = or(isNull(end), eq(end, 'done'));
  return withProgress(
    read,
    await selectHandOvers(read)
      .where(and(eq(fromId, personId), isKept))
      .orderBy(...byUnit(read))
      .limit(MOST_AT_ONCE),
  );
};

/** One hand-over with what was ticked and signed, if this viewer may open it. */
export async function findHandOver(read: Reader, viewer: Viewer, id: string) {
  const { handOvers } = read.tables;
  const [found] = await selectHandOvers(read).where(and(eq(handOvers.id, id), mayOpen(read, viewer)));
  if (!found) return undefined;
  const [steps, signatures] = await Promise.all([listSteps(read, id), listSignatures(read, id)]);
  return { ...found, steps, signatures };
}

/** What waits for the answer of whoever a letter's link was made for; undefined when it is no link of ours. */
export async function findAsked(read: Reader, linkHash: string) {
  const { handOverLinks, handOvers, people } = read.tables;
  const [link] = await read
    .select({ personId: people.id, name: people.name, madeAt: handOverLinks.madeAt })
    .from(handOverLinks)
    .innerJoin(people, eq(people.id, handOverLinks.personId))
    .where(eq(handOverLinks.id, linkHash));
  if (!link) return undefined;
  const isAsked = and(waitsFor(read, link.personId), lte(handOvers.startedAt, link.madeAt));
  const asked = await selectHandOvers(read)
    .where(isAsked)
    .orderBy(...byUnit(read))
    .limit(MOST_AT_ONCE);
  return { ...link, asked };
}

/** The open hand-overs of a channel: for staff. */
export async function listHandOversOf(read: Reader, viewer: Viewer, channelId: string) {
  if (viewer.circle !== 'staff') return [];
  const rows = await openHandOversOf(read, { channelId });
  const isMine = ({ fromId, toId, startedById }: (typeof rows)[number]) =>
    isRegisterKeeper(viewer) || [fromId, toId, startedById].includes(viewer.person?.id ?? '');
  return rows.map((row) => ({ ...row, mayOpen: isMine(row) }));
}

const openHandOversOf = keepQuery((read: Reader) => {
  const { channelId, endedAt } = read.tables.handOvers;
  return selectHandOvers(read).where(and(eq(channelId, blank('channelId', channelId)), isNull(endedAt)));
});

export type ListedHandOver = Awaited<ReturnType<typeof listOpenHandOvers>>[number];
export type SeenHandOver = NonNullable<Awaited<ReturnType<typeof findHandOver>>>;

/** Not answered yet by whoever is asked. */
export const waitsFor = ({ tables: { handOvers } }: Reader | Writer, personId: string): SQL | undefined =>
  and(eq(handOvers.toId, personId), isNull(handOvers.acceptedAt), isNull(handOvers.endedAt));

/** Whose hand-overs a viewer may open: those they have a part in; keepers every one. */
export function mayOpen({ tables: { handOvers } }: Reader | Writer, viewer: Viewer): SQL | undefined {
  if (isRegisterKeeper(viewer)) return undefined;
  const me = viewer.person?.id ?? '';
  return or(eq(handOvers.toId, me), eq(handOvers.fromId, me), eq(handOvers.startedById, me));
}

const byUnit = ({ tables: { units, channels, handOvers } }: Reader) => [
  asc(units.name),
  asc(channels.name),
  asc(handOvers.id),
];

function selectHandOvers(read: Reader) {
  const { handOvers, channels, platforms, units, people } = read.tables;
  const from = aliasedTable(people, 'from_person');
  const to = aliasedTable(people, 'to_person');
  const asker = aliasedTable(people, 'asker');
  const { id, role, fromId, toId, startedById, startedAt, acceptedAt, end, endedAt, endWords } = handOvers;
  return read
    .select({
      ...{ id, role, fromId, toId, startedById, startedAt, acceptedAt, end, endedAt, endWords },
      channel: { id: channels.id, slug: channels.slug, name: channels.name, objective: channels.objective },
      platform: platforms.label,
      unit: { id: units.id, name: units.name },
      from: { name: from.name, leftAt: from.leftAt },
      to: { name: to.name },
      asker: { name: asker.name },
    })
    .from(handOvers)
    .innerJoin(channels, eq(channels.id, handOvers.channelId))
    .innerJoin(platforms, eq(platforms.key, channels.platformKey))
    .innerJoin(units, eq(units.id, channels.unitId))
    .leftJoin(to, eq(to.id, toId))
    .leftJoin(from, eq(from.id, fromId))
    .leftJoin(asker, eq(asker.id, startedById));
}

/** What was ticked and signed on each of them: two queries for all. */
async function withProgress<Row extends { id: string }>(read: Reader, rows: Row[]) {
  if (rows.length === 0) return [];
  const { handOverSteps, handOverSignatures, people } = read.tables;
  const ids = rows.map(({ id }) => id);
  const [steps, signatures] = await Promise.all([
    read
      .select({ id: handOverSteps.handOverId, step: handOverSteps.step })
      .from(handOverSteps)
      .where(inArray(handOverSteps.handOverId, ids)),
    read
      .select({
        id: handOverSignatures.handOverId,
        ...{ side: handOverSignatures.side, signedAt: handOverSignatures.signedAt, by: people.name },
      })
      .from(handOverSignatures)
      .innerJoin(people, eq(people.id, handOverSignatures.signedById))
      .where(inArray(handOverSignatures.handOverId, ids)),
  ]);
  const ticked = gather(steps.map(({ id, step }): [string, Step] => [id, step]));
  const signed = gather(signatures.map(({ id, ...signature }) => [id, signature] as const));
  return rows.map((row) => ({ ...row, ticked: ticked.get(row.id) ?? [], signed: signed.get(row.id) ?? [] }));
}

function gather<Value>(pairs: readonly (readonly [string, Value])[]): Map<string, Value[]> {
  const gathered = new Map<string, Value[]>();
  for (const [id, value] of pairs) gathered.set(id, [...(gathered.get(id) ?? []), value]);
  return gathered;
}

function listSteps(read: Reader, handOverId: string) {
  const { handOverSteps, people } = read.tables;
  const { step, notNeeded, tickedAt } = handOverSteps;
  return read
    .select({ step, notNeeded, tickedAt, by: people.name })
    .from(handOverSteps)
    .innerJoin(people, eq(people.id, handOverSteps.tickedById))
    .where(eq(handOverSteps.handOverId, handOverId));
}

function listSignatures(read: Reader, handOverId: string) {
  const { handOverSignatures, people } = read.tables;
  const { side, signedAt, forAnother } = handOverSignatures;
  return read
    .select({ side, signedAt, forAnother, by: people.name })
    .from(handOverSignatures)
    .innerJoin(people, eq(people.id, handOverSignatures.signedById))
    .where(eq(handOverSignatures.handOverId, handOverId));
}
