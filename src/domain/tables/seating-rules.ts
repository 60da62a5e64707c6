import type { Group } from './table-group-rules.ts';
import { sizeFault } from './table-size-rules.ts';

/** What there is to be seated. */
export interface SeatingPlan {
  groups: readonly Group[];
  /** From `familiarityOf`. */
  familiarity: readonly (readonly number[])[];
  tables: number;
  /** The first so many of them. */
  easyTables: number;
}

/** The table of each group, from 0. */
export type Seating = readonly number[];

/** More than the familiarity that any one move could save. */
const FAULT = 1000;

/** How bad a seating is: its faults, and how familiar those are who sit together. */
export function weighSeating(plan: SeatingPlan, seating: Seating) {
  const { groups, familiarity, tables, easyTables } = plan;
  const people = Array.from({ length: tables }, () => 0);
  let unreached = 0;
  let familiar = 0;
  for (const [group, table] of seating.entries()) {
    const { size, needEasy } = groups[group]!;
    people[table]! += size;
    if (table >= easyTables) unreached += needEasy;
    for (let other = 0; other < group; other++) if (seating[other] === table) familiar += familiarity[group]![other]!;
  }
  const wrongSize = people.reduce((sum, number) => sum + sizeFault(number), 0);
  return { wrongSize, unreached, familiar, cost: FAULT * (wrongSize + unreached) + familiar };
}

/** Groups at tables, to be moved about. */
export function openSeats({ groups, familiarity, tables, easyTables }: SeatingPlan, first: Seating) {
  const tableOf = [...first];
  const people = Array.from({ length: tables }, () => 0);
  const groupsAt = people.map((): number[] => []);
  for (const [group, table] of first.entries()) sit(group, table);
  return { tableOf, move };

  /** Moves a group to another table. @returns by how much the cost of the seating has grown. */
  function move(group: number, to: number): number {
    const from = tableOf[group]!;
    const faults = faultsAt(from, to, group);
    groupsAt[from]!.splice(groupsAt[from]!.indexOf(group), 1);
    people[from]! -= groups[group]!.size;
    const familiar = familiarAt(to, group) - familiarAt(from, group);
    sit(group, to);
    return FAULT * (faultsAt(from, to, group) - faults) + familiar;
  }

  function sit(group: number, table: number) {
    tableOf[group] = table;
    groupsAt[table]!.push(group);
    people[table]! += groups[group]!.size;
  }

  function faultsAt(one: number, other: number, group: number): number {
    const unreached = tableOf[group]! < easyTables ? 0 : groups[group]!.needEasy;
    return sizeFault(people[one]!) + sizeFault(people[other]!) + unreached;
  }

  function familiarAt(table: number, group: number): number {
    const row = familiarity[group]!;
    return groupsAt[table]!.reduce((sum, other) => sum + row[other]!, 0);
  }
}
