import { Temporal } from 'temporal-polyfill';
import type { FieldChange } from '#db/tables/channels.ts';
import { type ChannelFilters, readFilters } from './channel-filter-rules.ts';
import { REVIEW_DUE } from './channel-history-rules.ts';
import { type Channel, isOver } from './channel-rules.ts';

/** The same for many channels at once; what is not said stays. */
export interface BulkWish {
  ownerId?: string;
  deputyId?: string;
  unitId?: string;
  /** 'YYYY-MM-DD'. */
  reviewDueOn?: string;
}

/** Which channels: some by their slugs, or all that fit the filters of the list. */
export type Selection = { slugs: readonly string[] } | { filters: ChannelFilters };

/** What bulk edits need to know of a channel. */
export type BulkChannel = Pick<
  Channel,
  'id' | 'slug' | 'name' | 'status' | 'unitId' | 'ownerId' | 'deputyId' | 'reviewDueOn'
>;

export const BULK_PROBLEM_WORDS = {
  'owner-is-deputy': 'Stays: owner and deputy would be the same person',
  over: 'Stays: it is over, so nobody checks it any more',
} as const;
export type BulkProblem = keyof typeof BULK_PROBLEM_WORDS;

/** What becomes of one channel: all of its changes, or none for a reason. */
export interface BulkRow extends Pick<BulkChannel, 'id' | 'slug' | 'name'> {
  changes: FieldChange[];
  problem: BulkProblem | undefined;
  /** Who answers for it, before and after. */
  peopleIds: string[];
}

export interface BulkPlan {
  rows: BulkRow[];
  /** How many are like that already. */
  unchanged: number;
  /** How many were chosen and are not there any more. */
  missing: number;
}

const MOST_CHOSEN = 500;
const FIELDS = ['ownerId', 'deputyId', 'unitId', REVIEW_DUE] as const;

/** Reads a selection from an address: `?all=true` with the filters of the list, or `?channel=…&channel=…`. */
export function readSelection(address: URLSearchParams, units: Parameters<typeof readFilters>[1]): Selection {
  if (address.get('all') === 'true') return { filters: readFilters(address, units).filters };
  return { slugs: [...new Set(address.getAll('channel'))].slice(0, MOST_CHOSEN) };
}

/** The selection alone, as an address says it, without the wish. */
export function selectionOf(address: URLSearchParams): [string, string][] {
  const names = ['all', 'channel', 'q', 'unit', 'platform', 'language', 'status', 'review', 'lacks'];
  return [...address].filter(([name, value]) => names.includes(name) && value !== '');
}

/** What the wish does to one channel; undefined when it is like that already. */
export function planRow(channel: BulkChannel, wish: BulkWish): BulkRow | undefined {
  const { id, slug, name } = channel;
  const after = { ...channel, ...wish };
  const changes = FIELDS.map((field) => ({ field, from: channel[field] ?? '', to: after[field] ?? '' })).filter(
    ({ from, to }) => from !== to,
  );
  if (changes.length === 0) return undefined;
  const people = [channel.ownerId, channel.deputyId, after.ownerId, after.deputyId].flatMap((id) => id ?? []);
  return { id, slug, name, changes, problem: problemOf(after, wish), peopleIds: [...new Set(people)] };
}

/** What a plan does, line by line: two plans with the same lines do the same. */
export function* linesOfBulk({ rows, missing }: BulkPlan): Generator<string> {
  for (const { id, changes, problem } of rows) yield JSON.stringify([id, changes, problem]);
  yield String(missing);
}

/** The rows that a plan changes. */
export const doable = ({ rows }: BulkPlan): BulkRow[] => rows.filter(({ problem }) => problem === undefined);

export const isEmptyWish = (wish: BulkWish): boolean => Object.keys(wish).length === 0;

/** Whether a text is a day, 'YYYY-MM-DD'. */
export function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

function problemOf(after: BulkChannel, wish: BulkWish): BulkProblem | undefined {
  if (after.ownerId !== null && after.ownerId === after.deputyId) return 'owner-is-deputy';
  return wish.reviewDueOn && isOver(after.status) ? 'over' : undefined;
}
