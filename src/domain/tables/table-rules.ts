import { familiarityOf } from './familiarity-rules.ts';
import { type Seating, weighSeating } from './seating-rules.ts';
import { searchSeating } from './seating-search-rules.ts';
import type { TableMix, TableWish } from './table-facts.ts';
import { type Group, groupParties, peopleIn } from './table-group-rules.ts';
import { tableCounts } from './table-size-rules.ts';

/**
 * Proposes who sits where. Nobody is left out, a party is never split, and neither are those who asked to sit together,
 * while they fit one table. What is made small, in this order:
 *
 * 1. faults: each person above six or below four at a table, and each person of a party that needs a table that is easy
 *    to reach and has another one;
 * 2. familiarity, over every two parties at one table: 3 when both are named after people of one unit or organisation,
 *    1 for each two people of the same circle, and what `met` says of earlier meetups.
 *
 * The number of tables is the one nearest to five people each that leaves the fewest faults. The same wish has the same
 * answer; another seed has another one, about as good.
 */
export function mixTables({ parties, together, met, easyTables, seed }: TableWish): TableMix {
  const { groups, unmet } = groupParties(parties, together);
  const familiarity = familiarityOf(groups, met);
  let best: { seating: Seating; tables: number; wrongSize: number } | undefined;
  for (const tables of tableCounts(peopleIn(parties))) {
    const plan = { groups, familiarity, tables, easyTables };
    const seating = searchSeating(plan, seed);
    const { wrongSize } = weighSeating(plan, seating);
    if (!best || wrongSize < best.wrongSize) best = { seating, tables, wrongSize };
    if (wrongSize === 0) break;
  }
  return { tables: best ? idsAt(groups, best) : [], unmet };
}

/** The ids at each table; an empty table is put away. */
function idsAt(groups: readonly Group[], { seating, tables }: { seating: Seating; tables: number }): string[][] {
  const ids = Array.from({ length: tables }, (): string[] => []);
  for (const [group, table] of seating.entries()) ids[table]!.push(...groups[group]!.parties.map(({ id }) => id));
  return ids.filter((at) => at.length > 0);
}
