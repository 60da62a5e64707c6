import type { NamedParty, TableWish } from './table-facts.ts';

/** Somebody came to an earlier meetup, and sat at a table there: from 0, or -1 when nobody knows which. */
export interface Encounter {
  meetupId: string;
  personId: string | null;
  email: string | null;
  table: number;
}

const SAME_TABLE = 3;
const SAME_MEETUP = 1;
/** Who knows each other this well hardly knows each other better after one more time. */
const MOST = 4;

/** How well two parties know each other: 3 for each table they shared, 1 for each meetup where they did not, at most 4. */
export function metBefore(
  parties: readonly Pick<NamedParty, 'id' | 'personId' | 'email'>[],
  encounters: readonly Encounter[],
): TableWish['met'] {
  const past = new Map(parties.map((party) => [party.id, encountersOf(party, encounters)]));
  return (one, other) => {
    const theirs = past.get(other);
    let met = 0;
    for (const [meetupId, table] of past.get(one) ?? [])
      if (theirs?.has(meetupId)) met += table >= 0 && theirs.get(meetupId) === table ? SAME_TABLE : SAME_MEETUP;
    return Math.min(MOST, met);
  };
}

/** The table of somebody at each meetup they came to. */
const encountersOf = ({ personId, email }: Pick<NamedParty, 'personId' | 'email'>, encounters: readonly Encounter[]) =>
  new Map(
    encounters
      .filter((one) => (personId !== null && one.personId === personId) || (email !== null && one.email === email))
      .map(({ meetupId, table }) => [meetupId, table]),
  );
