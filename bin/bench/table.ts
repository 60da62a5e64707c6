/** Prints a Markdown table with a heading: what the README and a note can take as it is. */
export function printTable(title: string, heads: string[], rows: (string | number)[][]) {
  const cells = [heads, ...rows.map((row) => row.map(String))];
  const widths = heads.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: string[]) =>
    `| ${row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join(' | ')} |`;
  const rule = `|${widths.map((width, at) => (at === 0 ? `${'-'.repeat(width + 2)}` : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  const [head = [], ...body] = cells;
  console.log([`\n### ${title}\n`, line(head), rule, ...body.map(line)].join('\n'));
}

/** The head of a column of milliseconds as they would be on the machine that their limits were set on: see `yardstick.ts`. */
export const THERE = 'on the machine of the limits';

export const percent = (share: number) => `${(share * 100).toFixed(0)} %`;
export const whole = (number: number) => number.toFixed(0);
export const ms = (number: number) => `${number.toFixed(1)} ms`;
