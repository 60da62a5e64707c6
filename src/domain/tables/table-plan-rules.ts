import type { NamedParty, Pair } from './table-facts.ts';
import { peopleIn } from './table-group-rules.ts';

/** More people than this do not come to a café. */
export const MOST_AT_TABLES = 300;

export interface LaidTable {
  /** From 1. */
  number: number;
  isEasy: boolean;
  parties: NamedParty[];
  people: number;
}

interface Plan {
  tables: readonly (readonly string[])[];
  easyTables: number;
  together: readonly (readonly string[])[];
}

/** A kept plan with the names of those who are there now; whoever came since is not seated yet. */
export function layTables({ tables, easyTables, together }: Plan, parties: readonly NamedParty[]) {
  const known = new Map(parties.map((party) => [party.id, party]));
  const laid = tables.map((ids, at): LaidTable => {
    const there = ids.flatMap((id) => known.get(id) ?? []);
    return { number: at + 1, isEasy: at < easyTables, parties: there, people: peopleIn(there) };
  });
  const tableOf = new Map(laid.flatMap(({ number, parties }) => parties.map(({ id }) => [id, number])));
  const wishes = readPairs(together).flatMap(([one, other]) => {
    const [first, second] = [known.get(one), known.get(other)];
    return first && second ? [{ first, second, isMet: tableOf.get(one) === tableOf.get(other) }] : [];
  });
  return {
    tables: laid,
    tableOf: (id: string) => tableOf.get(id),
    notSeated: parties.filter(({ id }) => !tableOf.has(id)),
    unreached: laid.flatMap((table) => (table.isEasy ? [] : table.parties.filter((party) => party.needsEasyTable))),
    wishes,
  };
}

/** Pairs as they are kept. */
export const readPairs = (kept: readonly (readonly string[])[]): Pair[] =>
  kept.flatMap(([one, other]): Pair[] => (one && other ? [[one, other]] : []));

export const isPair = ([one, other]: Pair, first: string, second: string): boolean =>
  (one === first && other === second) || (one === second && other === first);
