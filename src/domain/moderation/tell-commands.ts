import type { Writer } from '#db/database.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { dayAfter } from '../people/absence-rules.ts';
import { localDay } from '../time/date-words.ts';
import { morningOf } from '../time/morning-rules.ts';
import { waitingLetter } from './moderation-letters.ts';
import { listModeratorsToTell } from './moderator-queries.ts';
import { countWaiting } from './waiting-queries.ts';
import { sayWaiting } from './waiting-words.ts';

/** The job that writes to moderators in the morning. */
export const TELL_MODERATORS = 'tell-moderators';

/** One letter to each moderator with what waits; none when nothing does. @returns the next morning. */
export async function tellModerators(tx: Writer, _: string, stationery: Stationery, now: Date): Promise<Date> {
  const lines = sayWaiting(await countWaiting(tx));
  const moderators = lines.length > 0 ? await listModeratorsToTell(tx) : [];
  const post = moderators.map((moderator) => ({
    id: stationery.newId(),
    letter: waitingLetter(moderator, lines, stationery.siteUrl),
  }));
  await queueLetters(tx, post, stationery, now);
  return morningOf(dayAfter(localDay(now, stationery.zone)), stationery.zone);
}
