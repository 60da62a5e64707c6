import type { ActionAPIContext } from 'astro:actions';
import { createHash } from 'node:crypto';
import { useLimit } from '#domain/limits/limit-commands.ts';
import { sayInstant } from '#domain/time/date-words.ts';
import { refusal } from '#server/guards.ts';
import { currentSite } from '#server/site.ts';

/** How often one address and one client may make the site send a mail, per window. */
const MOST_PER_ADDRESS = 5;
const MOST_PER_CLIENT = 30;
/** How often somebody may make the site write to themselves: more, since it is no use for bothering others. */
const MOST_PER_PERSON = 20;
const WINDOW_MINUTES = 15;

/**
 * Counts a form that sends mail to a typed address, against that address and the client.
 *
 * @throws a refusal (429) that names the time from which it works again.
 */
export const limitMail = (context: ActionAPIContext, form: string, email: string) =>
  useLimits(context, [
    { id: limitId(form, 'address', email), most: MOST_PER_ADDRESS },
    { id: limitId(form, 'client', context.locals.clientAddress), most: MOST_PER_CLIENT },
  ]);

/**
 * Counts a form that sends mail to whoever sends it, known by their session or their link; not against the client, which
 * a whole office may share.
 *
 * @throws a refusal (429) that names the time from which it works again.
 */
export const limitOwnMail = (context: ActionAPIContext, form: string, key: string) =>
  useLimits(context, [{ id: limitId(form, 'person', key), most: MOST_PER_PERSON }]);

/** In a write of its own, so that the count stands whatever becomes of the form. */
async function useLimits(context: ActionAPIContext, limits: { id: string; most: number }[]) {
  const { write, settings } = currentSite();
  const { now } = context.locals;
  const over = await write(async (tx) => {
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
