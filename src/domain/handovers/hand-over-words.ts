import { type HandOver, type HandOverRole, STEPS, type Step } from './hand-over-rules.ts';

/** What each step is, as something that was done. */
export const STEP_WORDS: Record<Step, string> = {
  'access-added': 'Access added for whoever takes over',
  'recovery-mailbox': 'Recovery address goes to a mailbox of ours',
  'two-step-device': 'Two-step sign-in moved to their device',
  'password-changed': 'Password changed, if it was shared',
  'profile-text': 'Names and addresses in the profile text are right',
  'access-removed': 'Old access removed',
};

export const ROLE_WORDS: Record<HandOverRole, string> = { owner: 'owner', deputy: 'deputy' };

/** "owner, from Mo Adams to Sam Green". */
export const sayHandOver = ({ role, from, to }: { role: HandOverRole; from: string; to: string }): string =>
  `${ROLE_WORDS[role]}, ${from ? `from ${from} ` : ''}to ${to}`;

interface Standing {
  acceptedAt: Date | null;
  end: HandOver['end'];
  to: { name: string } | null;
  ticked: readonly Step[];
  signed: readonly { by: string }[];
}

/** How a hand-over stands: "waits for an answer", "3 of 6 done", "signed by Mo Adams". */
export function sayStanding({ acceptedAt, end, to, ticked, signed }: Standing): string {
  if (end) return END_WORDS[end];
  if (!acceptedAt) return `waits for an answer from ${to?.name}`;
  if (signed.length > 0) return `signed by ${signed.map(({ by }) => by).join(' and ')}`;
  return ticked.length === STEPS.length
    ? 'all ticked off, to be signed'
    : `${ticked.length} of ${STEPS.length} ticked off`;
}

export const END_WORDS: Record<NonNullable<HandOver['end']>, string> = {
  done: 'handed over',
  declined: 'declined',
  'called-off': 'called off',
};
