import { seededFractions } from '../chance/chance-rules.ts';
import { openSeats, type Seating, type SeatingPlan } from './seating-rules.ts';

const STEPS = 60_000;
/** In units of familiarity: at first a stranger may well be given up for an acquaintance, at last hardly ever. */
const [WARM, COLD] = [6, 0.1];

/**
 * Looks for a seating of little cost by simulated annealing: one group moves to another table, two change places, or one
 * changes places with two. What is better stays; what is worse stays the less likely the worse and the later it is.
 */
export function searchSeating(plan: SeatingPlan, seed: number): Seating {
  const { groups, tables } = plan;
  const next = seededFractions(seed);
  const below = (most: number) => Math.floor(next() * most);
  const { tableOf, move } = openSeats(plan, dealOut(plan));
  const steps = tables > 1 ? STEPS : 0;
  for (let step = 0; step < steps; step++) {
    const warmth = WARM * (COLD / WARM) ** (step / steps);
    const chosen = Array.from({ length: 1 + below(3) }, () => below(groups.length));
    const places = chosen.map((group) => tableOf[group]!);
    const to = places[1] ?? below(tables);
    const grown = chosen.reduce((sum, group, at) => sum + move(group, at === 0 ? to : places[0]!), 0);
    const stays = grown <= 0 || next() < Math.exp(-grown / warmth);
    if (!stays) for (const [at, group] of chosen.entries()) move(group, places[at]!);
  }
  return tableOf;
}

/** To begin with: the largest groups first, each to the table with the fewest people. */
function dealOut({ groups, tables }: SeatingPlan): Seating {
  const people = Array.from({ length: tables }, () => 0);
  const seating = groups.map(() => 0);
  const bySize = [...groups.keys()].sort((one, other) => groups[other]!.size - groups[one]!.size);
  for (const group of bySize) {
    const table = people.indexOf(Math.min(...people));
    seating[group] = table;
    people[table]! += groups[group]!.size;
  }
  return seating;
}
