import { and, asc, eq, ne } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { Stationery } from '../mail/stationery.ts';
import { findFacts } from './meetup-facts-queries.ts';
import { reminderLetter, stillWaitingLetter } from './reminder-letters.ts';
import { isTimely, type Reminder, remindAt } from './reminder-rules.ts';
import type { Rsvp } from './rsvp-facts.ts';
import { queueRsvpLetters } from './rsvp-letter-commands.ts';
import type { RsvpStatus } from './rsvp-rules.ts';
import { countsAt } from './scene-queries.ts';

const REMINDED: Record<Reminder, readonly RsvpStatus[]> = {
  'remind-week': ['going'],
  'remind-day': ['going', 'waiting'],
};

/**
 * Reminds everyone who is going, and the day before also tells those who still wait that nothing has come free. Whoever
 * said so, or moved up, after the reminder was due knows it still.
 *
 * @returns when to come back, should the meetup have moved to later; else null.
 */
export const remind =
  (reminder: Reminder) =>
  async (tx: Writer, meetupId: string, stationery: Stationery, now: Date): Promise<Date | null> => {
    const facts = await findFacts(tx, meetupId);
    if (!facts || facts.cancelledAt || !isTimely(reminder, facts.meetup, now)) return null;
    const dueAt = remindAt(reminder, facts.meetup);
    if (dueAt > now) return dueAt;
    const parties = await listInLine(tx, meetupId, now);
    const waiting = parties.filter(({ status }) => status === 'waiting');
    const post = parties
      .filter((rsvp) => REMINDED[reminder].includes(rsvp.status) && hasWaitedFor(dueAt, rsvp))
      .map((rsvp) => ({ rsvp, letter: letterFor(rsvp, waiting.indexOf(rsvp) + 1, now) }));
    await queueRsvpLetters(tx, facts, post, stationery, now);
    return null;
  };

const hasWaitedFor = (dueAt: Date, { heldUntil, savedAt, promotedAt }: Rsvp): boolean =>
  heldUntil === null && savedAt <= dueAt && (promotedAt === null || promotedAt <= dueAt);

const letterFor = ({ status }: Rsvp, position: number, now: Date) =>
  status === 'waiting' ? stillWaitingLetter(position, now) : reminderLetter(now);

function listInLine(tx: Writer, meetupId: string, now: Date): Promise<Rsvp[]> {
  const { rsvps } = tx.tables;
  return tx
    .select()
    .from(rsvps)
    .where(and(eq(rsvps.meetupId, meetupId), ne(rsvps.status, 'not-going'), countsAt(tx, now)))
    .orderBy(asc(rsvps.turn));
}
