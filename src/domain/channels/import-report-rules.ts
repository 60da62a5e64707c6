import { type ImportPlan, REFUSAL_WORDS, type RefusalKind, type Refused, type ReviewLine } from './import-rules.ts';

/** What came of an import, or would come of it, in numbers. */
export interface ImportSummary {
  lines: number;
  added: number;
  changed: number;
  unchanged: number;
  refused: number;
  /** The most frequent first. */
  reasons: { why: RefusalKind; words: string; count: number }[];
  units: number;
  remarks: number;
  /** Channels where the list and somebody here have changed the same. */
  conflicts: number;
  /** Channels that are in the list no more. */
  gone: number;
}

export function summaryOf(plan: ImportPlan): ImportSummary {
  const { added, changed, unchanged, refused, units, remarks, conflicts, gone } = plan;
  const counts = Map.groupBy(refused, ({ why }) => why);
  const reasons = [...counts].map(([why, lines]) => ({ why, words: REFUSAL_WORDS[why], count: lines.length }));
  return {
    lines: added.length + changed.length + unchanged + refused.length,
    added: added.length,
    changed: changed.length,
    unchanged,
    refused: refused.length,
    reasons: reasons.sort((a, b) => b.count - a.count),
    units: units.length,
    remarks: remarks.length,
    conflicts: conflicts.length,
    gone: gone.length,
  };
}

const OURS = ['line', 'reason'];

/**
 * The refused lines as a table of their own, the first line naming the columns: as they came, with the line they came
 * from and the reason. Mended, it can be imported as it is: these two columns are not read.
 */
export function rejectsTable(header: readonly string[], refused: readonly Refused[]): string[][] {
  const kept = header.flatMap((name, at) => (OURS.includes(name) ? [] : [at]));
  const rows = refused.map(({ cells, line, sentence }) => [
    ...(cells.length === header.length ? kept.map((at) => cells[at] ?? '') : cells),
    String(line),
    sentence,
  ]);
  return [[...kept.map((at) => header[at] ?? ''), ...OURS], ...rows];
}

/** All that an import does to channels that are there, as a table of its own, the first line naming the columns. */
export const reviewTable = (lines: readonly ReviewLine[]): string[][] => [
  ['what', 'slug', 'name', 'field', 'from', 'to'],
  ...lines.map(({ what, slug, name, field, from, to }) => [what, slug, name, field, from, to]),
];

/** What a plan would do, line by line, but for what is chosen with it: two plans with the same lines do the same. */
export function* linesOfPlan({ added, changed, conflicts, gone, refused }: ImportPlan): Generator<string> {
  for (const { fields } of added) yield JSON.stringify(['new', fields.name, fields.linkKey]);
  for (const { id, changes, closure, lastCheckedOn } of changed)
    if (changes.length > 0 || closure) yield JSON.stringify([id, changes, closure, lastCheckedOn]);
  for (const { id, changes } of conflicts) yield JSON.stringify(['contested', id, changes]);
  for (const { id } of gone) yield `gone ${id}`;
  yield `refused ${refused.length}`;
}

/** Whether a plan changes something that is there: then it is shown before it is done. */
export const isUpdate = ({ changed, conflicts }: ImportPlan): boolean => changed.length + conflicts.length > 0;
