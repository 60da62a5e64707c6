import type { WordChange } from './word-diff-rules.ts';

/** Beyond this many differing pieces one text stands in place of the other: it bounds what hostile texts cost. */
const MOST_EDITS = 400;

/** What changed between two lists of pieces, by Myers' greedy algorithm (1986): as few changes as can be. */
export function shortestEdit(before: readonly string[], after: readonly string[]): WordChange[] {
  const start = countAlike(before, after, (list, at) => list[at]);
  const [first, second] = [before.slice(start), after.slice(start)];
  const end = countAlike(first, second, (list, at) => list[list.length - 1 - at]);
  const [removed, added] = [first.slice(0, first.length - end), second.slice(0, second.length - end)];
  return [
    { kind: 'same', text: before.slice(0, start).join('') },
    ...(walk(removed, added) ?? inPlace(removed, added)),
    { kind: 'same', text: first.slice(first.length - end).join('') },
  ];
}

type Pieces = readonly string[];

function countAlike(before: Pieces, after: Pieces, pieceAt: (list: Pieces, at: number) => string | undefined) {
  const most = Math.min(before.length, after.length);
  let count = 0;
  while (count < most && pieceAt(before, count) === pieceAt(after, count)) count += 1;
  return count;
}

const inPlace = (before: Pieces, after: Pieces): WordChange[] => [
  { kind: 'removed', text: before.join('') },
  { kind: 'added', text: after.join('') },
];

/** How far into `before` each diagonal reaches after some edits: a diagonal is how much further that is than into `after`. */
type Reach = Int32Array;

const CENTRE = MOST_EDITS + 1;

/** Undefined when it takes too many edits. */
function walk(before: Pieces, after: Pieces): WordChange[] | undefined {
  const reach = new Int32Array(2 * CENTRE + 1);
  const trace: Reach[] = [];
  for (let edits = 0; edits <= MOST_EDITS; edits += 1) {
    trace.push(reach.slice());
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let at = furthest(reach, diagonal, edits);
      while (at < before.length && at - diagonal < after.length && before[at] === after[at - diagonal]) at += 1;
      reach[CENTRE + diagonal] = at;
      if (at >= before.length && at - diagonal >= after.length) return walkBack(before, after, trace);
    }
  }
  return undefined;
}

/** By putting a piece in, from the diagonal below, or by taking one out, from the one above. */
const furthest = (reach: Reach, diagonal: number, edits: number): number =>
  putsIn(reach, diagonal, edits) ? reach[CENTRE + diagonal + 1]! : reach[CENTRE + diagonal - 1]! + 1;

const putsIn = (reach: Reach, diagonal: number, edits: number): boolean =>
  diagonal === -edits || (diagonal !== edits && reach[CENTRE + diagonal - 1]! < reach[CENTRE + diagonal + 1]!);

function walkBack(before: Pieces, after: Pieces, trace: readonly Reach[]): WordChange[] {
  const changes: WordChange[] = [];
  let [at, other] = [before.length, after.length];
  for (let edits = trace.length - 1; edits > 0; edits -= 1) {
    const isPutIn = putsIn(trace[edits]!, at - other, edits);
    const start = furthest(trace[edits]!, at - other, edits);
    changes.push({ kind: 'same', text: before.slice(start, at).join('') });
    other -= at - start;
    at = start;
    if (isPutIn) changes.push({ kind: 'added', text: after[--other] ?? '' });
    else changes.push({ kind: 'removed', text: before[--at] ?? '' });
  }
  changes.push({ kind: 'same', text: before.slice(0, at).join('') });
  return changes.reverse();
}
