import {
  type AnyColumn,
  and,
  eq,
  gt,
  gte,
  inArray,
  isNull,
  like,
  lt,
  lte,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Seer } from '../people/circle-queries.ts';
import { relookBefore } from '../results/relook-rules.ts';
import type { ChannelFilters } from './channel-filter-rules.ts';
import { lastDayOfSoon, OVER_STATUSES, type ReviewState, statusesSeenBy } from './channel-rules.ts';

type Circled = Record<'circle' | 'status', AnyColumn>;

/** Which channels a viewer may see at all: every query about channels starts from this. Takes an alias as well. */
export const mayBeSeen = (channels: Circled, seer: Seer): SQL | undefined =>
  and(inArray(channels.circle, [...seer.circles]), inArray(channels.status, [...statusesSeenBy(seer)]));

/** Channels that are not over: those somebody has to look after. */
export const isLive = ({ tables: { channels } }: Reader): SQL => notInArray(channels.status, [...OVER_STATUSES]);

/** All filters but the text; undefined when none is set. Asking for what is missing or late means live channels only. */
export function fits(read: Reader, filters: ChannelFilters, today: string): SQL | undefined {
  const { channels } = read.tables;
  const { unitIds, platformKey, language, status, review, hasNoOwner, hasNoDeputy, hasNoResult } = filters;
  return and(
    status ? eq(channels.status, status) : undefined,
    unitIds ? inArray(channels.unitId, [...unitIds]) : undefined,
    platformKey ? eq(channels.platformKey, platformKey) : undefined,
    language ? like(sql`cast(${channels.languages} as text)`, `%"${language}"%`) : undefined,
    hasNoOwner ? isNull(channels.ownerId) : undefined,
    hasNoDeputy ? isNull(channels.deputyId) : undefined,
    hasNoResult ? isInRelook(read, today) : undefined,
    review ? isInReview(read, review, today) : undefined,
    review || hasNoOwner || hasNoDeputy || hasNoResult ? isLive(read) : undefined,
  );
}

/** `reviewStateOf` as a condition. */
export function isInReview({ tables: { channels } }: Reader, state: ReviewState, today: string): SQL | undefined {
  const soon = lastDayOfSoon(today);
  const conditions = {
    never: isNull(channels.reviewDueOn),
    overdue: lt(channels.reviewDueOn, today),
    'due-soon': and(gte(channels.reviewDueOn, today), lte(channels.reviewDueOn, soon)),
    fine: gt(channels.reviewDueOn, soon),
  };
  return conditions[state];
}

/** `needsRelook` as a condition, for channels that are live. */
export function isInRelook({ tables: { channels } }: Reader, today: string): SQL | undefined {
  const { latestResultOn, openedOn, createdAt } = channels;
  const before = relookBefore(today);
  const isNewHere = and(isNull(latestResultOn), isNull(openedOn), lt(createdAt, new Date(`${before}T00:00:00Z`)));
  return or(lt(sql`coalesce(${latestResultOn}, ${openedOn})`, before), isNewHere);
}
