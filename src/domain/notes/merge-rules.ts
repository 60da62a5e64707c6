/** Lines `from` up to `to` of the text before, and what stands there now. */
interface Change {
  from: number;
  to: number;
  lines: readonly string[];
}

/**
 * Two people changed the same text. What each changed elsewhere is kept as it is; where both changed the same lines, both
 * texts stand one below the other, theirs first. No word that either of them added is lost.
 *
 * @param before what both began with.
 */
export function mergeWords(before: string, mine: string, theirs: string): string {
  if (mine === theirs || theirs === before) return mine;
  if (mine === before) return theirs;
  const lines = before.split('\n');
  const my = changeOf(lines, mine.split('\n'));
  const their = changeOf(lines, theirs.split('\n'));
  const [first, second] = their.from <= my.from && their.to <= my.from ? [their, my] : [my, their];
  if (first.to <= second.from)
    return [
      ...lines.slice(0, first.from),
      ...first.lines,
      ...lines.slice(first.to, second.from),
      ...second.lines,
      ...lines.slice(second.to),
    ].join('\n');
  const from = Math.min(my.from, their.from);
  const to = Math.max(my.to, their.to);
  const both = keepBoth(within(lines, my, from, to), within(lines, their, from, to));
  return [...lines.slice(0, from), ...both, ...lines.slice(to)].join('\n');
}

/** What stands between two lines of the text before, once a change is made. */
const within = (lines: readonly string[], change: Change, from: number, to: number): string[] => [
  ...lines.slice(from, change.from),
  ...change.lines,
  ...lines.slice(change.to, to),
];

/** One below the other, with the lines that both begin or end with only once; just one of them when it holds the other. */
function keepBoth(mine: readonly string[], theirs: readonly string[]): readonly string[] {
  if (mine.join('\n').includes(theirs.join('\n'))) return mine;
  if (theirs.join('\n').includes(mine.join('\n'))) return theirs;
  const { from, to, lines } = changeOf(theirs, mine);
  return [...theirs.slice(0, from), ...theirs.slice(from, to), ...lines, ...theirs.slice(to)];
}

/** The one stretch of lines that differs. */
function changeOf(before: readonly string[], after: readonly string[]): Change {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  return { from: start, to: before.length - end, lines: after.slice(start, after.length - end) };
}
