import type { ChannelFields } from './channel-rules.ts';

/** Why a channel is looked at more often, each a reason that its keeper can name and mend. */
export const RISKS = ['emergency', 'personal', 'no-two-step', 'one-holder'] as const;
export type Risk = (typeof RISKS)[number];

type Risky = Pick<ChannelFields, 'emergencyUse' | 'accountKind' | 'twoStepSignIn' | 'ownerId' | 'deputyId'>;

const USUAL_MONTHS = 6;
const RISKY_MONTHS = 3;

/** The reasons why a channel is looked at more often. Nobody at all is no risk of a review: nobody would make it. */
export function risksOf({ emergencyUse, accountKind, twoStepSignIn, ownerId, deputyId }: Risky): Risk[] {
  const holds: Record<Risk, boolean> = {
    emergency: emergencyUse,
    personal: accountKind === 'personal' || accountKind === 'mixed',
    'no-two-step': twoStepSignIn === 'off',
    'one-holder': (ownerId === null) !== (deputyId === null),
  };
  return RISKS.filter((risk) => holds[risk]);
}

/** How many months a review of this channel lasts: half a year, a quarter where one of the risks is there. */
export const reviewMonths = (channel: Risky): number => (risksOf(channel).length > 0 ? RISKY_MONTHS : USUAL_MONTHS);
