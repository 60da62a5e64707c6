import { Temporal } from 'temporal-polyfill';
import type { Tables } from '#db/tables.ts';
import type { ChannelStatus } from '../channels/channel-rules.ts';
import { daysBetween } from '../time/day-rules.ts';

export type ReviewAsk = Tables['reviewAsks']['$inferSelect'];
export type Step = ReviewAsk['step'];
export type Answer = NonNullable<ReviewAsk['answer']>;

export const ANSWERS = ['still-right', 'not-mine'] as const satisfies readonly Answer[];

/** The channels that somebody is asked about: those that people can find, or still hold. */
export const ASKED_STATUSES = ['open', 'paused', 'no-access', 'closing'] as const satisfies readonly ChannelStatus[];

/** What falls due within these days goes into the same letter. */
const AHEAD_DAYS = 7;
/** A channel that was never checked is due this long after it came into the register. */
const GRACE_DAYS = 30;
/** Somebody who had a letter within these days waits for the next, unless it climbs. */
const QUIET_DAYS = 6;
const DEPUTY_AFTER_DAYS = 14;
const LEAD_AFTER_DAYS = 30;
/** After the last step it begins again. */
const AGAIN_AFTER_DAYS = 90;
const LINK_DAYS = 60;
const MORNING_HOUR = 8;

const daysFrom = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString();

/** The last due date that is asked about today. */
export const lastAskedDay = (today: string): string => daysFrom(today, AHEAD_DAYS);

/** Whoever was asked after this day is left in peace. */
export const lastLoudDay = (today: string): string => daysFrom(today, -QUIET_DAYS);

/** A channel that was never checked is asked about once it is older than this. */
export const neverCheckedBefore = (now: Date): Date => new Date(now.getTime() - GRACE_DAYS * 86_400_000);

export const linkExpiresAt = (now: Date): Date => new Date(now.getTime() + LINK_DAYS * 86_400_000);

/** The next morning, local to the site. */
export function nextMorning(now: Date, zone: string): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  const morning = local.startOfDay().with({ hour: MORNING_HOUR });
  const next = Temporal.ZonedDateTime.compare(morning, local) > 0 ? morning : morning.add({ days: 1 });
  return new Date(next.epochMilliseconds);
}

/** Whether an ask belongs to the term that ends on `dueOn`; null for a channel that was never checked. */
export const isOfTerm = ({ askedOn }: Pick<ReviewAsk, 'askedOn'>, dueOn: string | null): boolean =>
  dueOn === null || daysBetween(askedOn, dueOn) <= AHEAD_DAYS;

/**
 * Whom to ask today about a channel that is due, or undefined while somebody still has time to answer: the owner, the
 * deputy two weeks later, the lead of the unit after thirty days. A step that nobody stands on is left out.
 *
 * @param asked what was asked in this term, the oldest first.
 */
export function stepToday(
  { hasOwner, hasDeputy }: { hasOwner: boolean; hasDeputy: boolean },
  asked: readonly Pick<ReviewAsk, 'step' | 'askedOn'>[],
  today: string,
): Step | undefined {
  const round = asked.slice(asked.findLastIndex(({ step }) => step === 'lead') + 1);
  const last = asked.at(-1);
  const [first] = round;
  const isPast = (day: string, days: number) => daysBetween(day, today) >= days;
  if (!first) {
    if (last && !isPast(last.askedOn, AGAIN_AFTER_DAYS)) return undefined;
    return hasOwner ? 'owner' : hasDeputy ? 'deputy' : 'lead';
  }
  if (isPast(first.askedOn, LEAD_AFTER_DAYS)) return 'lead';
  const waitsForDeputy = hasDeputy && round.every(({ step }) => step === 'owner');
  return waitsForDeputy && isPast(first.askedOn, DEPUTY_AFTER_DAYS) ? 'deputy' : undefined;
}
