import type { FieldChange } from '#db/tables/channels.ts';
import type { Channel, ChannelFields, Closing, Closure } from './channel-rules.ts';
import type { Unit } from './import-plan-rules.ts';
import type { ConflictChoice, Said } from './import-source-rules.ts';
import type { LineReader } from './mapping-rules.ts';

/** One line of a file. */
export interface FileLine {
  /** Where it starts, counted from 1. */
  line: number;
  cells: readonly string[];
}

export interface Refused extends FileLine {
  why: RefusalKind;
  /** What to mend. */
  sentence: string;
}

/** Why lines are refused, in words for a summary. */
export const REFUSAL_WORDS = {
  shape: 'more or fewer cells than the first line',
  missing: 'no name, unit or place to be found',
  link: 'a link that is no account',
  value: 'a cell that we cannot read',
  twice: 'the same channel or link as an earlier line',
  taken: 'a link that another channel has',
} as const;
export type RefusalKind = keyof typeof REFUSAL_WORDS;

/** What a line says of a channel; what it does not say is missing. */
export interface ReadLine {
  kind: 'read';
  line: FileLine;
  fields: Partial<Omit<ChannelFields, 'unitId' | 'ownerId' | 'deputyId'>>;
  hasLink: boolean;
  /** The list's own number for it; empty when it has none. */
  sourceId: string;
  /** Why it has no address of its own, for a channel that is new. */
  addressProblem?: string;
  slug: string;
  unit: string;
  ownerAddress?: string;
  deputyAddress?: string;
  lastCheckedOn: string | null;
  closing: Partial<Pick<Closure, 'closedOn' | 'why' | 'handleFate'>> & { goInstead?: string };
  /** What is odd but no reason to refuse. */
  remark?: string;
}

export type LineOutcome = ReadLine | ({ kind: 'refused' } & Refused);

export const refused = (line: FileLine, why: RefusalKind, sentence: string): LineOutcome & { kind: 'refused' } => ({
  kind: 'refused',
  ...line,
  why,
  sentence,
});

/** A file that has been taken apart, and how to read its lines. */
export interface RegisterFile {
  /** How many cells the first line has. */
  width: number;
  lines: readonly FileLine[];
  read: LineReader;
  /** The list it is an issue of, such as `us-digital-registry`; undefined for one that nobody will send again. */
  source?: string | undefined;
}

export interface ImportContext {
  newId: () => string;
  /** The day it is, 'YYYY-MM-DD', local to the site. */
  today: string;
  /** Called often: lets others have their turn in this process. */
  breathe: () => Promise<void>;
  /** What wins where both have changed a field; ours when it is not said. */
  conflicts?: ConflictChoice | undefined;
}

/** A channel as an import will save it. */
export interface Planned {
  id: string;
  slug: string;
  /** As it is called now. */
  name: string;
  fields: ChannelFields;
  /** Undefined when nothing is to be written about its end. */
  closure: Closing | undefined;
  lastCheckedOn: string | null;
  /** What the file changes, field by field, but for what is contested; empty for a new channel. */
  changes: FieldChange[];
}

/** A channel where the list and somebody here have changed the same fields: `from` is ours, `to` is theirs. */
export interface Conflict {
  id: string;
  slug: string;
  name: string;
  changes: FieldChange[];
}

/** What happens to channels that are gone from their list. */
export const GONE_CHOICES = ['leave', 'review', 'close'] as const;
export type GoneChoice = (typeof GONE_CHOICES)[number];

/** A channel that came from the same list before and is in it no more. */
export type GoneChannel = Pick<Channel, 'id' | 'slug' | 'name'>;

/** All that an import will do. */
export interface ImportPlan {
  units: readonly Unit[];
  added: Planned[];
  changed: Planned[];
  unchanged: number;
  conflicts: Conflict[];
  gone: GoneChannel[];
  /** What is to be remembered of the list. */
  sources: { key: string; channelId: string; said: Said }[];
  refused: Refused[];
  /** What is odd but goes in. */
  remarks: { line: number; sentence: string }[];
}

/** One line of what an import does to channels that are there. */
export interface ReviewLine extends FieldChange {
  /** 'conflict': both have changed it; `from` is ours, `to` is theirs. 'gone': it is in the list no more. */
  what: 'changed' | 'conflict' | 'gone';
  slug: string;
  name: string;
}

export function* slices<T>(list: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size);
}
