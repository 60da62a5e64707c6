/** What a party says so that its hosts can be good hosts. Only they see it, and it is forgotten. */
export interface Needs {
  accessNeeds: string;
  dietaryNeeds: string;
  childNeeds: string;
  /** Who else is in the party. */
  partyNames: string;
}

export const NO_NEEDS: Needs = { accessNeeds: '', dietaryNeeds: '', childNeeds: '', partyNames: '' };

/** For how long after a meetup its guests' needs are kept. */
export const DAYS_NEEDS_ARE_KEPT = 7;

/** Whether anything was said. */
export const hasNeeds = ({ accessNeeds, dietaryNeeds, childNeeds, partyNames }: Needs): boolean =>
  [accessNeeds, dietaryNeeds, childNeeds, partyNames].some(Boolean);
