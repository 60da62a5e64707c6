import type { ActionAPIContext } from 'astro:actions';
import { createHash } from 'node:crypto';
import { useLimit } from '#domain/limits/limit-commands.ts';
import { sayInstant } from '#domain/time/date-words.ts';
import { refusal } from '#server/guards.ts';
import { currentSite } from '#server/site.ts';

/** How often one address and one client may make the site send a mail, per window. */
const MOST_PER_ADDRESS = 5;
const MOST_PER_CLIENT = 30;
const WINDOW_MINUTES = 15;

/**
 * Counts a form that sends mail against its address and its client, in a write of its own so that the count stands
 * whatever becomes of the form.
 *
 * @throws a refusal (429) that names the time from which it works again.
 */
export async function limitMail(context: ActionAPIContext, form: string, email: string) {
  const { write, settings } = currentSite();
  const { now, clientAddress } = context.locals;
  const over = await write(async (tx) => {
    const limits = [
      { id: limitId(form, 'address', email), most: MOST_PER_ADDRESS },
      { id: limitId(form, 'client', clientAddress), most: MOST_PER_CLIENT },
    ];
    const used = await Promise.all(limits.map((limit) => useLimit(tx, { ...limit, minutes: WINDOW_MINUTES }, now)));
    return used.find((outcome) => outcome.kind === 'over');
  });
  if (over?.kind === 'over')
    throw refusal(
      'TOO_MANY_REQUESTS',
      `That was tried too often. Please try again after ${sayInstant(over.until, settings.timeZone)}.`,
    );
}

const limitId = (...parts: string[]) => createHash('sha256').update(parts.join('\n')).digest('hex');
