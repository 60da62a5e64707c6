import { type ImportPlan, REFUSAL_WORDS, type RefusalKind, type Refused } from './import-rules.ts';

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
}

export function summaryOf({ added, changed, unchanged, refused, units, remarks }: ImportPlan): ImportSummary {
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
