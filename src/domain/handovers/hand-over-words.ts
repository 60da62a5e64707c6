import type { HandOverRole, Step } from './hand-over-rules.ts';

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
