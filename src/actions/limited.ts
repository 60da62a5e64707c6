import type { ActionAPIContext } from 'astro:actions';
import { createHash } from 'node:crypto';
import { useLimit } from '#domain/limits/limit-commands.ts';
import { circleOf } from '#domain/people/people-rules.ts';
import { sayInstant } from '#domain/time/date-words.ts';
import { refusal } from '#server/guards.ts';
import { currentSite, type Site } from '#server/site.ts';

/** How often one address and one client may make the site send a mail, per window. */
const MOST_PER_ADDRESS = 5;
const MOST_PER_CLIENT = 30;
/** The same for mail to staff and partners, a whole building of whom may share a client's address. */
const MOST_PER_OFFICE = 600;
/** How often somebody may make the site write to themselves: more, since it is no use for bothering others. */
const MOST_PER_PERSON = 20;
const WINDOW_MINUTES = 15;

/**
 * Counts a form that sends mail to a typed address, against that address and the client.
 *
 * @throws a refusal (429) that names the time from which it works again.
 */
export const limitMail = (context: ActionAPIContext, form: string, email: string) =>
  withinLimits(
    context,
    [
      { id: limitId(form, 'address', email), most: MOST_PER_ADDRESS },
      isOurs(email)
        ? { id: limitId(form, 'office', context.locals.clientAddress), most: MOST_PER_OFFICE }
        : { id: limitId(form, 'client', context.locals.clientAddress), most: MOST_PER_CLIENT },
    ],
    async () => undefined,
  );

function isOurs(email: string): boolean {
  const { staffDomains, partnerDomains } = currentSite().settings;
  return circleOf(email, { staffDomains, partnerDomains, organisationId: undefined }) !== 'public';
}

/**
 * One write for a form that sends mail to whoever sends it, known by their session or their link. It is counted in the
 * same write, whatever its outcome; not against the client, which a whole office may share.
 *
 * @throws a refusal (429) that names the time from which it works again.
 */
export const writeOwnMail = <Result>(context: ActionAPIContext, form: string, key: string, work: Work<Result>) =>
  withinLimits(context, [{ id: limitId(form, 'person', key), most: MOST_PER_PERSON }], work);

/** How many pictures somebody may send: each is work, and room on the disk. */
const MOST_PICTURES_SENT = 60;

/** Counts a picture that somebody sends. @throws a refusal (429) that names the time from which it works again. */
export const limitPictures = (context: ActionAPIContext, personId: string) =>
  withinLimits(
    context,
    [{ id: limitId('picture', 'person', personId), most: MOST_PICTURES_SENT }],
    async () => undefined,
  );

/**
 * One write for a form that anybody may send, counted in it against what it is about and against the client.
 *
 * @throws a refusal (429) that names the time from which it works again.
 */
export const writeForStranger = <Result>(context: ActionAPIContext, form: string, about: string, work: Work<Result>) =>
  withinLimits(
    context,
    [
      { id: limitId(form, 'about', about), most: MOST_PER_PERSON },
      { id: limitId(form, 'client', context.locals.clientAddress), most: MOST_PER_CLIENT },
    ],
    work,
  );

type Work<Result> = (tx: Parameters<Parameters<Site['write']>[0]>[0]) => Promise<Result>;

async function withinLimits<Result>(
  context: ActionAPIContext,
  limits: { id: string; most: number }[],
  work: Work<Result>,
): Promise<Result> {
  const { write, settings } = currentSite();
  const { now } = context.locals;
  const outcome = await write(async (tx) => {
    const used = await Promise.all(limits.map((limit) => useLimit(tx, { ...limit, minutes: WINDOW_MINUTES }, now)));
    const over = used.find((one) => one.kind === 'over');
    return over ?? { kind: 'done' as const, result: await work(tx) };
  });
  if (outcome.kind === 'done') return outcome.result;
  throw refusal(
    'TOO_MANY_REQUESTS',
    `That was tried too often. Please try again after ${sayInstant(outcome.until, settings.timeZone)}.`,
  );
}

const limitId = (...parts: string[]) => createHash('sha256').update(parts.join('\n')).digest('hex');
