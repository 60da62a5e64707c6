/** What makes a channel easy to lose when somebody goes. */
export interface Keys {
  isSole: boolean;
  accountKind: 'corporate' | 'professional' | 'personal' | 'mixed';
  recoveryIsShared: boolean | null;
  signInKeptIn: string;
}

export const RISK_WORDS = {
  sole: 'The only name on it',
  personal: 'A personal account',
  recovery: 'Recovery address not ours',
  'sign-in': 'Nobody wrote down where the sign-in is',
} as const;
export type Risk = keyof typeof RISK_WORDS;

/** The risks of one channel, worst first. A recovery address that nobody looked at counts as not ours. */
export function risksOf({ isSole, accountKind, recoveryIsShared, signInKeptIn }: Keys): Risk[] {
  const risks: Record<Risk, boolean> = {
    sole: isSole,
    personal: accountKind === 'personal' || accountKind === 'mixed',
    recovery: recoveryIsShared !== true,
    'sign-in': signInKeptIn === 'unknown',
  };
  return (Object.keys(risks) as Risk[]).filter((risk) => risks[risk]);
}
