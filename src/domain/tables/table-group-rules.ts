import type { Pair, TableParty } from './table-facts.ts';
import { MOST_AT_TABLE } from './table-size-rules.ts';

/** Parties that sit together whatever happens. */
export interface Group {
  parties: readonly TableParty[];
  /** People. */
  size: number;
  /** People of parties that need a table that is easy to reach. */
  needEasy: number;
}

/**
 * Joins the parties that asked to sit together, wish by wish, as long as they fit one table.
 *
 * @returns the groups in the order of their first parties, and the wishes that did not fit. A wish of somebody who is not
 *   among the parties is passed over.
 */
export function groupParties(parties: readonly TableParty[], together: readonly Pair[]) {
  const groupOf = new Map(parties.map((party) => [party.id, [party]]));
  const unmet: Pair[] = [];
  for (const pair of together) {
    const [one, other] = pair.map((id) => groupOf.get(id));
    if (!one || !other || one === other) continue;
    const joined = [...one, ...other];
    if (peopleIn(joined) > MOST_AT_TABLE) unmet.push(pair);
    else for (const { id } of joined) groupOf.set(id, joined);
  }
  return { groups: [...new Set(groupOf.values())].map(groupOfParties), unmet };
}

const groupOfParties = (parties: readonly TableParty[]): Group => ({
  parties,
  size: peopleIn(parties),
  needEasy: peopleIn(parties.filter(({ needsEasyTable }) => needsEasyTable)),
});

/** How many people these parties are. */
export const peopleIn = (parties: readonly { size: number }[]): number =>
  parties.reduce((sum, { size }) => sum + size, 0);
