import { and, eq, inArray, isNotNull, isNull, ne, notInArray } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { OVER_STATUSES } from '../channels/channel-rules.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { planReminder } from './hand-over-letter-commands.ts';
import { askLetter } from './hand-over-letters.ts';
import { type HandOverRole, MOST_AT_ONCE, openKeyOf, ROLE_COLUMN } from './hand-over-rules.ts';

const ROWS_AT_ONCE = 300;

export interface HandOverWish {
  channelId: string;
  role: HandOverRole;
  /** Who is asked to take it over. */
  toId: string;
  /** Null when no person did it. */
  startedById: string | null;
}

export type HandOverStarted =
  | { kind: 'started'; id: string }
  | { kind: 'no-such-channel' | 'no-such-person' | 'has-it-already' | 'under-way' | 'owner-is-deputy' };

/**
 * Asks somebody to take over a channel as its owner or deputy: they get a letter, and nothing changes before they accept
 * and both have signed. The unique key of open hand-overs decides between two who start one at once.
 */
export async function startHandOver(
  tx: Writer,
  wish: HandOverWish,
  stationery: Stationery,
  now: Date,
): Promise<HandOverStarted> {
  const { channelId, role, ...who } = wish;
  const outcome = await startHandOvers(tx, { ...who, given: [{ channelId, role }] }, stationery, now);
  if (outcome.kind !== 'started') return outcome;
  const [id] = outcome.ids;
  return id ? { kind: 'started', id } : { kind: outcome.refused[0]?.kind ?? 'under-way' };
}

export interface HandOversWish extends Pick<HandOverWish, 'toId' | 'startedById'> {
  given: readonly Pick<HandOverWish, 'channelId' | 'role'>[];
  /** What else is theirs from now on, to be told in the same letter: "you host the series …". */
  also?: readonly string[];
}

/** The same for many channels at once, with one letter about all of them. What cannot be handed over is told, and stops nothing else. */
export async function startHandOvers(tx: Writer, wish: HandOversWish, stationery: Stationery, now: Date) {
  const person = await findSuccessor(tx, wish.toId);
  if (!person) return { kind: 'no-such-person' as const };
  const looked = await lookAt(tx, wish);
  const free = looked.filter(({ refused }) => refused === undefined);
  const rows = free.map(({ channelId, role, fromId }) => ({
    ...{ id: stationery.newId(), channelId, role, fromId, toId: wish.toId },
    ...{ startedById: wish.startedById, startedAt: now, openKey: openKeyOf({ channelId, role }) },
  }));
  const ids = await insertOpen(tx, rows);
  if (ids.length > 0 || wish.also?.length)
    await ask(tx, { person, names: free.map(({ name }) => name), wish }, stationery, now);
  const refused = looked.flatMap(({ channelId, role, refused: kind }) => (kind ? [{ channelId, role, kind }] : []));
  return { kind: 'started' as const, ids, refused };
}

type Refused = Exclude<HandOverStarted['kind'], 'started' | 'no-such-person'>;

/** What stands in the way of each wish, if anything does. */
async function lookAt(tx: Writer, { given, toId }: HandOversWish) {
  const wanted = given.slice(0, MOST_AT_ONCE);
  const ids = [...new Set(wanted.map(({ channelId }) => channelId))];
  const { channels, handOvers } = tx.tables;
  const { id, name, ownerId, deputyId } = channels;
  const isLive = and(inArray(id, ids), notInArray(channels.status, [...OVER_STATUSES]));
  const live = await tx.select({ id, name, ownerId, deputyId }).from(channels).where(isLive);
  const open = await tx
    .select({ openKey: handOvers.openKey, toId: handOvers.toId, channelId: handOvers.channelId })
    .from(handOvers)
    .where(and(inArray(handOvers.channelId, ids), isNull(handOvers.endedAt)));
  const underWay = new Set(open.map(({ openKey }) => openKey));
  const promised = new Set(open.filter((one) => one.toId === toId).map(({ channelId }) => channelId));
  const found = new Map(live.map((channel) => [channel.id, channel]));
  return wanted.map(({ channelId, role }) => {
    const channel = found.get(channelId);
    const fromId = channel?.[ROLE_COLUMN[role]] ?? null;
    const refused = refusalOf();
    if (!refused) promised.add(channelId);
    return { channelId, role, fromId, name: channel?.name ?? '', refused };

    function refusalOf(): Refused | undefined {
      if (!channel) return 'no-such-channel';
      if (fromId === toId) return 'has-it-already';
      if (underWay.has(openKeyOf({ channelId, role }))) return 'under-way';
      return promised.has(channelId) ? 'owner-is-deputy' : undefined;
    }
  });
}

/** A member who has not left. */
async function findSuccessor(tx: Writer, id: string) {
  const { people } = tx.tables;
  const [person] = await tx
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(and(eq(people.id, id), ne(people.circle, 'public'), isNotNull(people.email), isNull(people.leftAt)));
  return person?.email ? { ...person, email: person.email } : undefined;
}

/** A few hundred to a statement: engines limit how many values one may carry. */
async function insertOpen(tx: Writer, rows: (typeof tx.tables.handOvers.$inferInsert)[]) {
  const { handOvers } = tx.tables;
  const ids: string[] = [];
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const some = rows.slice(at, at + ROWS_AT_ONCE);
    const added = await tx.insert(handOvers).values(some).onConflictDoNothing().returning({ id: handOvers.id });
    ids.push(...added.map(({ id }) => id));
  }
  return ids;
}

interface Asked {
  person: { id: string; name: string; email: string };
  names: readonly string[];
  wish: HandOversWish;
}

/** The letter carries a link of its own, which answers for all that waits for this person. */
async function ask(tx: Writer, { person, names, wish }: Asked, stationery: Stationery, now: Date) {
  const { handOverLinks, people } = tx.tables;
  const { token, hash } = stationery.newToken();
  await tx.insert(handOverLinks).values({ id: hash, personId: person.id, madeAt: now });
  const [asker] = wish.startedById
    ? await tx.select({ name: people.name }).from(people).where(eq(people.id, wish.startedById))
    : [];
  const letter = askLetter(person, { names, also: wish.also ?? [], asker: asker?.name ?? '', token }, stationery);
  await queueLetters(tx, [{ id: stationery.newId(), letter }], stationery, now);
  await planReminder(tx, [person.id], stationery.newId, now);
}
