import { familiarityOf } from '#domain/tables/familiarity-rules.ts';
import { type Seating, type SeatingPlan, weighSeating } from '#domain/tables/seating-rules.ts';
import type { TableParty, TableWish } from '#domain/tables/table-facts.ts';
import { groupParties } from '#domain/tables/table-group-rules.ts';
import { seededChance } from './chance.ts';

/** So many people in parties of one to `largest`: half staff of `units` units, some with needs, some who have met. */
export function wishOf(seed: number, people: number, { largest = 3, units = 8 } = {}): TableWish {
  const below = seededChance(seed);
  const parties: TableParty[] = [];
  for (let left = people; left > 0; left -= parties.at(-1)!.size) parties.push(newParty(parties.length, left));
  const met = new Map<string, number>();
  return { parties, together: [], met: (one, other) => howWell([one, other].sort().join()), easyTables: 2, seed };

  function newParty(number: number, left: number): TableParty {
    const size = Math.min(left, below(3) === 0 ? 1 + below(largest) : 1);
    const circle = (['staff', 'staff', 'partner', 'public'] as const)[below(4)]!;
    const belongsTo = circle === 'staff' ? `unit ${below(units)}` : null;
    return { id: `party ${number}`, size, circle, belongsTo, needsEasyTable: below(10) === 0 };
  }

  function howWell(pair: string): number {
    if (!met.has(pair)) met.set(pair, below(3) === 0 ? 2 : 0);
    return met.get(pair)!;
  }
}

/** Somebody who comes alone and of whom nothing is known. */
export const guest = (id: string, facts: Partial<TableParty> = {}): TableParty => ({
  ...{ id, size: 1, circle: 'public', belongsTo: null, needsEasyTable: false },
  ...facts,
});

export const sizesOf = ({ parties }: TableWish, tables: readonly (readonly string[])[]) =>
  tables.map((ids) => ids.reduce((sum, id) => sum + parties.find((party) => party.id === id)!.size, 0));

/** How bad these tables are, by the objective as it is written down. */
export const weigh = (wish: TableWish, tables: readonly (readonly string[])[]) =>
  weighSeating(planOf(wish, tables.length), seatingOf(wish, tables));

export function planOf({ parties, together, met, easyTables }: TableWish, tables: number): SeatingPlan {
  const { groups } = groupParties(parties, together);
  return { groups, familiarity: familiarityOf(groups, met), tables, easyTables };
}

/** Everybody in order, then the next table; the last ones may be too small. */
export function dealtByChance({ parties, seed }: TableWish, round: number): string[][] {
  const below = seededChance(seed * 1000 + round);
  const line = parties.map((party) => ({ party, at: below(1_000_000) })).sort((one, other) => one.at - other.at);
  const tables: string[][] = [];
  let room = 0;
  for (const { party } of line) {
    if (party.size > room) {
      tables.push([]);
      room = 5;
    }
    tables.at(-1)!.push(party.id);
    room -= party.size;
  }
  return tables;
}

function seatingOf({ parties, together }: TableWish, tables: readonly (readonly string[])[]): Seating {
  const { groups } = groupParties(parties, together);
  return groups.map((group) => tables.findIndex((ids) => ids.includes(group.parties[0]!.id)));
}

/** The least cost of all ways to seat the groups at these tables. */
export function leastCost(plan: SeatingPlan): number {
  const seating = plan.groups.map(() => 0);
  const best = (group: number): number => {
    if (group === seating.length) return weighSeating(plan, seating).cost;
    let least = Number.POSITIVE_INFINITY;
    for (let table = 0; table < plan.tables; table++) {
      seating[group] = table;
      least = Math.min(least, best(group + 1));
    }
    return least;
  };
  return best(0);
}
