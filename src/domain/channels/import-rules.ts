import type { ChannelFields, Closing, Closure } from './channel-rules.ts';
import type { Unit } from './import-plan-rules.ts';
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
}

export interface ImportContext {
  newId: () => string;
  /** The day it is, 'YYYY-MM-DD', local to the site. */
  today: string;
  /** Called often: lets others have their turn in this process. */
  breathe: () => Promise<void>;
}

/** A channel as an import will save it. */
export interface Planned {
  id: string;
  slug: string;
  fields: ChannelFields;
  /** Undefined when nothing is to be written about its end. */
  closure: Closing | undefined;
  lastCheckedOn: string | null;
}

/** All that an import will do. */
export interface ImportPlan {
  units: readonly Unit[];
  added: Planned[];
  changed: Planned[];
  unchanged: number;
  refused: Refused[];
  /** What is odd but goes in. */
  remarks: { line: number; sentence: string }[];
}

export function* slices<T>(list: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size);
}
