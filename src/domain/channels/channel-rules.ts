import { Temporal } from 'temporal-polyfill';
import type { Tables } from '#db/tables.ts';
import type { Viewer } from '../people/viewer.ts';
import { reviewMonths } from './review-risk-rules.ts';

/** A channel as it is kept: every column. Pages never get one; see `channel-queries.ts`. */
export type Channel = Tables['channels']['$inferSelect'];
export type ChannelStatus = Channel['status'];
export type Closure = Tables['channelClosures']['$inferSelect'];
/** How a channel ended, as somebody says it. */
export type Closing = Pick<Closure, 'closedOn' | 'why' | 'goInsteadId' | 'handleFate'>;
export type Review = Tables['channelReviews']['$inferSelect'];
export type Access = Tables['channelAccess']['$inferSelect'];

/** What a keeper or an import says about a channel; the rest follows from it. */
export type ChannelFields = Omit<
  Channel,
  'id' | 'slug' | 'openLinkKey' | 'lastReviewedOn' | 'reviewDueOn' | 'createdAt' | 'updatedAt'
>;

/** What of a channel a save says again. */
export function fieldsOf(channel: Channel): ChannelFields {
  const { id, slug, openLinkKey, lastReviewedOn, reviewDueOn, createdAt, updatedAt, ...fields } = channel;
  return fields;
}

export const STATUSES = [
  'requested',
  'approved',
  'open',
  'paused',
  'no-access',
  'closing',
  'closed',
  'refused',
] as const satisfies readonly ChannelStatus[];

/** The statuses that people outside see: what is not there yet, refused or in trouble is the organisation's own business. */
export const PUBLIC_STATUSES = ['open', 'paused', 'closing', 'closed'] as const satisfies readonly ChannelStatus[];

/** The statuses a viewer may see. */
export const statusesSeenBy = ({ circle }: Pick<Viewer, 'circle'>): readonly ChannelStatus[] =>
  circle === 'staff' ? STATUSES : PUBLIC_STATUSES;

/** A channel in one of these holds no link, so that another may, and nobody reviews it. */
export const OVER_STATUSES = ['closed', 'refused'] as const satisfies readonly ChannelStatus[];
export const isOver = (status: ChannelStatus): boolean => status === 'closed' || status === 'refused';

/** How many days before its end a review counts as due soon. */
const DUE_SOON_DAYS = 30;

export const REVIEW_STATES = ['fine', 'due-soon', 'overdue', 'never'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/**
 * How things stand with a channel's review; the same as `isInReview` asks. Days are 'YYYY-MM-DD', local to the site; a
 * list works out the last day of soon once.
 */
export function reviewStateOf(
  { reviewDueOn }: Pick<Channel, 'reviewDueOn'>,
  today: string,
  soon = lastDayOfSoon(today),
): ReviewState {
  if (reviewDueOn === null) return 'never';
  if (reviewDueOn < today) return 'overdue';
  return reviewDueOn <= soon ? 'due-soon' : 'fine';
}

/** The day up to which a review is due soon, as 'YYYY-MM-DD'. */
export const lastDayOfSoon = (today: string): string =>
  Temporal.PlainDate.from(today).add({ days: DUE_SOON_DAYS }).toString();

/** The day by which a channel reviewed on `day` is reviewed again: sooner where there is a risk. */
export const nextReviewOn = (day: string, channel: Parameters<typeof reviewMonths>[0]): string =>
  Temporal.PlainDate.from(day)
    .add({ months: reviewMonths(channel) })
    .toString();

/** Whether this person keeps the register: adds, edits and closes channels. */
export const isRegisterKeeper = ({ isKeeper, isAdmin }: Pick<Viewer, 'isKeeper' | 'isAdmin'>): boolean =>
  isKeeper || isAdmin;

/** Whether this person answers for a channel or keeps the register: they see where its keys are, and say it is still right. */
export const mayReview = (viewer: Viewer, channel: Pick<Channel, 'ownerId' | 'deputyId'>): boolean =>
  isRegisterKeeper(viewer) ||
  (viewer.person !== null && [channel.ownerId, channel.deputyId].includes(viewer.person.id));

/** Words that other pages use: /channels/new is the page for adding one, /channels/health for what is wrong. */
export const RESERVED_SLUGS: readonly string[] = ['new', 'import', 'bulk', 'health', 'emergency'];

/** The slugs to try for a channel, best first. Half of all channels share their name with one on another platform. */
export function slugsFor(base: string, platformKey: string, id: string): string[] {
  const withPlatform = `${base}-${platformKey.replaceAll('_', '-')}`;
  const wished = [base, withPlatform, `${withPlatform}-2`, `${withPlatform}-3`, `${withPlatform}-${id.slice(-12)}`];
  return wished.filter((slug) => !RESERVED_SLUGS.includes(slug));
}
