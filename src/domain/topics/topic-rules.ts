import { Temporal } from 'temporal-polyfill';

/** How an offer can be meant, in the order in which a form shows them. */
export const TOPIC_KINDS = ['it-worked', 'it-did-not', 'help-me', 'try-together'] as const;

/** How many votes each person has across the open topics of a series. */
export const VOTES_EACH = 3;

export const USUAL_MINUTES = 30;

const HELD_HOURS = 48;

/** How long an offer waits for its address to be confirmed: longer than a place, since it keeps nobody else out. */
export const offerHeldFrom = (now: Date): Date => new Date(now.getTime() + HELD_HOURS * 3_600_000);

/** How many people are for a topic, in steps too coarse to tell who. */
export const STRENGTHS = ['none', 'some', 'good', 'strong'] as const;
export type Strength = (typeof STRENGTHS)[number];

const GOOD_FROM = 3;
const STRONG_FROM = 6;

export function strengthOf(votes: number): Strength {
  if (votes >= STRONG_FROM) return 'strong';
  if (votes >= GOOD_FROM) return 'good';
  return votes > 0 ? 'some' : 'none';
}

/** Those of newcomers first, then the strongest, then the longest on the list. */
export const byTurn = (one: Queued, other: Queued): number =>
  Number(other.isFromNewcomer) - Number(one.isFromNewcomer) ||
  STRENGTHS.indexOf(other.strength) - STRENGTHS.indexOf(one.strength) ||
  one.offeredAt.getTime() - other.offeredAt.getTime();

interface Queued {
  isFromNewcomer: boolean;
  strength: Strength;
  offeredAt: Date;
}

/** From when to when each topic is talked about, one after another: wall-clock times as `YYYY-MM-DDTHH:mm`. */
export function runningOrder(
  { startsLocal, zone }: { startsLocal: string; zone: string },
  topics: readonly { minutes: number }[],
): { from: string; to: string }[] {
  let at = Temporal.PlainDateTime.from(startsLocal).toZonedDateTime(zone);
  const say = () => at.toPlainDateTime().toString({ smallestUnit: 'minute' });
  return topics.map(({ minutes }) => {
    const from = say();
    at = at.add({ minutes });
    return { from, to: say() };
  });
}

/** How many minutes of talk go beyond the end of the meetup; 0 when they fit. */
export function minutesOver(
  { startsAt, endsAt }: { startsAt: Date; endsAt: Date },
  topics: readonly { minutes: number }[],
): number {
  const wanted = topics.reduce((sum, { minutes }) => sum + minutes, 0);
  return Math.max(0, wanted - Math.round((endsAt.getTime() - startsAt.getTime()) / 60_000));
}

/** The unit or the partner that somebody comes from. */
export interface Origin {
  id: string;
  name: string;
  isComms: boolean;
}

/** Whether a unit is the one that speaks for all the others: it is called so, or was. */
export const isComms = ({ name, aliases }: { name: string; aliases: readonly string[] }): boolean =>
  [name, ...aliases].some((word) => /\b(communications|comms)\b/i.test(word));

/** The places that hold more than one of the topics: a running order is better with three. Communications is one place. */
export function repeatedOrigins(origins: readonly (Origin | null)[]): Origin[] {
  const known = origins.filter((origin) => origin !== null);
  const first = new Map<string, Origin>();
  const repeated = new Map<string, Origin>();
  for (const origin of known) {
    const key = placeOf(origin);
    if (first.has(key)) repeated.set(key, origin);
    first.set(key, origin);
  }
  return [...repeated.values()];
}

/** Whether one more topic from here would be the second from the same place. */
export const isRepeat = (chosen: readonly (Origin | null)[], origin: Origin | null): origin is Origin =>
  origin !== null && chosen.some((other) => other !== null && placeOf(other) === placeOf(origin));

const placeOf = ({ id, isComms }: Origin) => (isComms ? 'communications' : id);

/** Where a topic stands: unconfirmed, on the list, chosen for a date ahead, talked about, or taken off the list. */
export type TopicStanding = 'held' | 'open' | 'chosen' | 'discussed' | 'withdrawn';

export function standingOf(
  {
    topic,
    meetup,
    withdrawal,
  }: { topic: { heldUntil: Date | null }; meetup: { endsAt: Date } | null; withdrawal: unknown },
  now: Date,
): TopicStanding {
  if (withdrawal) return 'withdrawn';
  if (topic.heldUntil) return 'held';
  if (!meetup) return 'open';
  return meetup.endsAt > now ? 'chosen' : 'discussed';
}
