import type { Tables } from '#db/tables.ts';
import type { Viewer } from '../people/viewer.ts';
import { sayMonth } from '../time/date-words.ts';

export type ClosingPlan = Tables['closingPlans']['$inferSelect'];
export type ClosingStep = Tables['closingSteps']['$inferSelect']['step'];

/** What has to be done for a good end, in the order in which it is done. */
export const CLOSING_STEPS = ['last-posts', 'pinned', 'handle', 'access'] as const satisfies readonly ClosingStep[];

export const STEP_WORDS: Record<ClosingStep, string> = {
  'last-posts': 'The last posts have said when it ends, and where to go',
  pinned: 'A pointer to where to go is pinned, and stays',
  handle: 'Its name there is dealt with as planned',
  access: 'Everybody’s access is handed in, the sign-in included',
};

/** Whether somebody plans how a channel ends: keepers at any time, those who answer for it once that it ends was agreed. */
export const mayPlan = (
  viewer: Pick<Viewer, 'person' | 'isKeeper' | 'isAdmin'>,
  { status, ownerId, deputyId }: { status: string; ownerId: string | null; deputyId: string | null },
): boolean =>
  viewer.isKeeper ||
  viewer.isAdmin ||
  (status === 'closing' && viewer.person !== null && [ownerId, deputyId].includes(viewer.person.id));

/** What stands for good on the page of a channel that is closed, and what verify answers: the same words. */
export function sayRetired(closedOn: string | null, insteadName: string | null): string {
  const until = closedOn ? `Ours until ${sayMonth(closedOn, '9999-01')}` : 'Ours once';
  const next = insteadName ? `go to ${insteadName} instead` : 'do not follow it';
  return `${until}; ${next}. If it posts again, it is not us.`;
}
