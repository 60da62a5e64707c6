import type { Writer } from '#db/database.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { listCovers } from '../people/cover-queries.ts';
import { localDay } from '../time/date-words.ts';
import { listLeads } from '../units/unit-queries.ts';
import { planQuestions, type Question } from './ask-plan-rules.ts';
import { type DueChannel, listAsked, listDue, listKeepers, listQuiet } from './due-queries.ts';
import { linkExpiresAt, nextMorning } from './review-ask-rules.ts';
import { askLetter } from './review-letters.ts';

export const ASK_REVIEWS = 'ask-reviews';

/** What one letter names, and what one write asks about in how many letters: the rest follows in the next. */
const MOST_A_LETTER = 500;
const MOST_A_WRITE = 1500;
const MOST_LETTERS = 80;
const ROWS_AT_ONCE = 300;
const A_MINUTE = 60_000;

/**
 * Asks, each morning, whether the channels that are due are still right: one letter a person. What nobody answered climbs
 * to the deputy and then to the lead of the unit.
 *
 * @returns the next morning, or a minute later when there is more to ask than one write takes.
 */
export async function askReviews(tx: Writer, _: string, stationery: Stationery, now: Date): Promise<Date> {
  const today = localDay(now, stationery.zone);
  const due = await listDue(tx, { today, now }, stationery.breathe);
  if (due.length === 0) return nextMorning(now, stationery.zone);
  const at = await circumstances(tx, due, today, now);
  await stationery.breathe();
  const lists = planQuestions(due, at);
  let left = MOST_A_WRITE;
  for (const [written, questions] of lists.entries()) {
    const asked = questions.slice(0, MOST_A_LETTER);
    if (written === MOST_LETTERS || asked.length > left) return new Date(now.getTime() + A_MINUTE);
    left -= asked.length;
    await ask(tx, asked, today, stationery, now);
  }
  return nextMorning(now, stationery.zone);
}

async function circumstances(tx: Writer, due: readonly DueChannel[], today: string, now: Date) {
  const offices = due.flatMap(({ owner, deputy }) => [owner?.id, deputy?.id]).filter((id) => id != null);
  const keepers = await listKeepers(tx);
  const units = await listLeads(tx, [...new Set(due.map(({ unitId }) => unitId))]);
  const leads = [...units].flatMap(([unitId, { email, ...lead }]) =>
    email ? ([[unitId, { ...lead, email }]] as const) : [],
  );
  const asked = [...offices, ...[...keepers, ...units.values()].map(({ id }) => id)];
  const stand = await listCovers(tx, [...new Set(asked)], today);
  const covers = stand.flatMap(({ personId, coverId: id, name, email }) =>
    email ? ([[personId, { id, name, email }]] as const) : [],
  );
  return {
    today,
    keepers,
    leads: new Map(leads),
    covers: new Map(covers),
    asked: await listAsked(tx, { today, now }),
    quiet: await listQuiet(tx, today),
  };
}

/** Writes to one person about all of their channels, each with a link of its own. */
async function ask(tx: Writer, questions: readonly Question[], today: string, stationery: Stationery, now: Date) {
  await stationery.breathe();
  const linked = questions.map((question) => ({ ...question, ...stationery.newToken() }));
  const rows = linked.map(({ hash, channel, step, to, for: away }) => ({
    ...{ id: hash, channelId: channel.id, step, personId: to.id, forId: away?.id ?? null },
    ...{ askedOn: today, expiresAt: linkExpiresAt(now) },
  }));
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await tx.insert(tx.tables.reviewAsks).values(rows.slice(at, at + ROWS_AT_ONCE));
  const post = [{ id: stationery.newId(), letter: askLetter(linked, stationery) }];
  await queueLetters(tx, post, stationery, now);
}
