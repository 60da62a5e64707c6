import type { Tables } from '#db/tables.ts';

export type LookAlike = Tables['lookAlikes']['$inferSelect'];
export type StepKind = Tables['lookAlikeSteps']['$inferSelect']['kind'];

export const STEPS = [
  'confirmed',
  'reported-there',
  'gone',
  'ours-after-all',
  'none',
] as const satisfies readonly StepKind[];

export const STEP_WORDS: Record<StepKind, string> = {
  confirmed: 'It pretends to be us: warn people who verify it',
  'reported-there': 'Reported to the platform',
  gone: 'It is gone',
  'ours-after-all': 'It is ours after all',
  none: 'It is no look-alike',
};

/** The steps after which there is nothing left to do. */
export const ENDS: readonly StepKind[] = ['gone', 'ours-after-all', 'none'];

/** The steps that take a warning back. */
export const CLEARS: readonly StepKind[] = ['ours-after-all', 'none'];

/** What verify says of a link that keepers have looked at. */
export const sayLookAlike = (day: string): string =>
  `No. This is not ours, and it pretends to be: we looked at it on ${day}. Do not answer it, pay it or sign in there.`;
