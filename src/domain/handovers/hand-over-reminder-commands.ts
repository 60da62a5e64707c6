import { and, asc, eq, isNull, or } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { listCovers } from '../people/cover-queries.ts';
import { localDay } from '../time/date-words.ts';
import { reminderLetter } from './hand-over-letters.ts';
import { MOST_AT_ONCE, reminderAt } from './hand-over-rules.ts';

/**
 * Reminds somebody of the hand-overs that wait for their answer, their ticks or their signature. While somebody stands in
 * for them it is not said: nobody else can answer or sign for them.
 *
 * @returns when to do it again; null when nothing is open any more.
 */
export async function remindOfHandOvers(
  tx: Writer,
  personId: string,
  stationery: Stationery,
  now: Date,
): Promise<Date | null> {
  const { handOvers, channels, people } = tx.tables;
  const { fromId, toId, acceptedAt, endedAt } = handOvers;
  const [person] = await tx
    .select({ name: people.name, email: people.email })
    .from(people)
    .where(eq(people.id, personId));
  const open = await tx
    .select({ name: channels.name, acceptedAt, toId })
    .from(handOvers)
    .innerJoin(channels, eq(channels.id, handOvers.channelId))
    .where(and(isNull(endedAt), or(eq(toId, personId), eq(fromId, personId))))
    .orderBy(asc(channels.name))
    .limit(MOST_AT_ONCE);
  const asked = open.filter((one) => !one.acceptedAt && one.toId === personId).map(({ name }) => name);
  const toDo = open.filter((one) => one.acceptedAt).map(({ name }) => name);
  if (!person || open.length === 0) return null;
  const [cover] = await listCovers(tx, [personId], localDay(now, stationery.zone));
  if (cover) return reminderAt(now);
  if (person.email && asked.length + toDo.length > 0) {
    const letter = reminderLetter({ ...person, email: person.email }, { asked, toDo }, stationery);
    await queueLetters(tx, [{ id: stationery.newId(), letter }], stationery, now);
  }
  return reminderAt(now);
}
