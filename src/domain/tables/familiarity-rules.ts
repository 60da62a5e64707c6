import type { TableParty, TableWish } from './table-facts.ts';
import type { Group } from './table-group-rules.ts';

/** Colleagues meet anyway. */
const SAME_UNIT = 3;
/** For each two people. */
const SAME_CIRCLE = 1;

/** What it costs to put each two groups at one table: a square table of numbers, the same on both sides of its diagonal. */
export function familiarityOf(groups: readonly Group[], met: TableWish['met']): number[][] {
  const between = ({ parties }: Group, other: Group) =>
    sum(parties.map((one) => sum(other.parties.map((another) => betweenParties(one, another, met)))));
  return groups.map((one) => groups.map((other) => (one === other ? 0 : between(one, other))));
}

/** Only whoever a party is named after is known; those they bring are taken to be of their circle. */
function betweenParties(one: TableParty, other: TableParty, met: TableWish['met']): number {
  const unit = one.belongsTo !== null && one.belongsTo === other.belongsTo ? SAME_UNIT : 0;
  const circle = one.circle === other.circle ? SAME_CIRCLE * one.size * other.size : 0;
  return unit + circle + met(one.id, other.id);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
