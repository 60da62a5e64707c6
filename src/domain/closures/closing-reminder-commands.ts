import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { planJob } from '../jobs/job-commands.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { findFacts } from '../meetups/meetup-facts-queries.ts';
import { closingReminderLetter } from './closure-letters.ts';
import { listHostAddresses } from './closure-queries.ts';
import { CLOSING_REMINDER, firstReminderAt, lastReminderAt, nextReminderAt } from './closure-rules.ts';

/** Plans to remind the hosts, the day after the meetup, that it wants closing. One that was over when we heard of it needs none. */
export async function planClosingReminder(
  tx: Writer,
  meetup: { id: string; endsAt: Date },
  newId: () => string,
  now: Date,
) {
  if (meetup.endsAt <= now) return;
  await planJob(tx, {
    ...{ id: newId(), kind: CLOSING_REMINDER, subjectId: meetup.id, dueAt: firstReminderAt(meetup) },
  });
}

/**
 * Reminds the hosts of a meetup that nobody has closed.
 *
 * @returns when to do it again; null once it is closed, called off or long ago.
 */
export async function remindOfClosing(
  tx: Writer,
  meetupId: string,
  stationery: Stationery,
  now: Date,
): Promise<Date | null> {
  const { meetupClosures } = tx.tables;
  const facts = await findFacts(tx, meetupId);
  const [closed] = await tx.select().from(meetupClosures).where(eq(meetupClosures.meetupId, meetupId));
  if (!facts || facts.cancelledAt || closed) return null;
  if (now < firstReminderAt(facts.meetup)) return firstReminderAt(facts.meetup);
  if (now > lastReminderAt(facts.meetup)) return null;
  const hosts = await listHostAddresses(tx, facts.meetup);
  const post = hosts.map((host) => ({
    id: stationery.newId(),
    letter: closingReminderLetter(facts, host, stationery),
  }));
  await queueLetters(tx, post, stationery, now);
  return nextReminderAt(facts.meetup, now);
}
