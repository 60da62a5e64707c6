import { KINDS_WITH_SIGN_IN, type Platform } from '../channels/platform-rules.ts';

/** What makes a channel easy to lose when somebody goes. */
export interface Keys {
  isSole: boolean;
  platformKind: Platform['kind'];
  accountKind: 'corporate' | 'professional' | 'personal' | 'mixed';
  recoveryIsShared: boolean | null;
  signInKeptIn: string;
}

export const RISK_WORDS = {
  sole: 'The only name on it',
  personal: 'A personal account',
  recovery: 'Recovery address not ours, or nobody looked',
  'sign-in': 'Nobody wrote down where the sign-in is',
} as const;
export type Risk = keyof typeof RISK_WORDS;

/** The risks of one channel, worst first. Where nobody signs in there is no sign-in to lose. */
export function risksOf({ isSole, platformKind, accountKind, recoveryIsShared, signInKeptIn }: Keys): Risk[] {
  const hasSignIn = KINDS_WITH_SIGN_IN.includes(platformKind);
  const risks: Record<Risk, boolean> = {
    sole: isSole,
    personal: accountKind === 'personal' || accountKind === 'mixed',
    recovery: hasSignIn && recoveryIsShared !== true,
    'sign-in': hasSignIn && signInKeptIn === 'unknown',
  };
  return (Object.keys(risks) as Risk[]).filter((risk) => risks[risk]);
}
