import { Temporal } from 'temporal-polyfill';
import type { TrainingModule } from './rulebook-rules.ts';

/** How somebody stands before the gate. */
export interface GateStanding {
  personId: string;
  /** `older`: they agreed to an earlier version, and have only to read what changed. */
  policy: 'current' | 'older' | 'none';
  training: 'valid' | 'expired' | 'none';
  /** The last day on which all they need is valid; null when it is not. */
  trainedUntil: string | null;
}

/** Whether somebody may speak for a channel from now on. */
export const isThroughGate = ({ policy, training }: Pick<GateStanding, 'policy' | 'training'>): boolean =>
  policy === 'current' && training === 'valid';

export const GATE_NEEDS = ['policy', 'training'] as const;
export type GateNeed = (typeof GATE_NEEDS)[number];

/** Whether somebody has still to do this to pass the gate; with null, anything at all. */
export function stillNeeds(standing: Pick<GateStanding, 'policy' | 'training'>, need: GateNeed | null): boolean {
  if (need === 'policy') return standing.policy !== 'current';
  if (need === 'training') return standing.training !== 'valid';
  return !isThroughGate(standing);
}

/** What is missing, in words for whoever it is about: `read the policy`, `renew the training`. Empty when nothing is. */
export function sayMissing({ policy, training }: Pick<GateStanding, 'policy' | 'training'>): string[] {
  return [
    ...(policy === 'none' ? ['read the policy'] : policy === 'older' ? ['read what changed in the policy'] : []),
    ...(training === 'none' ? ['do the training'] : training === 'expired' ? ['renew the training'] : []),
  ];
}

interface Facts {
  /** The newest version of each policy that somebody agreed to, by its key. */
  agreed: ReadonlyMap<string, number>;
  /** The last day on which each module is valid, by its key. */
  trained: ReadonlyMap<string, string>;
}

interface Wanted {
  policies: readonly { key: string; version: number }[];
  modules: readonly { key: string }[];
}

/** How somebody stands, from what they agreed to and passed. */
export function standingFrom(
  personId: string,
  { agreed, trained }: Facts,
  wanted: Wanted,
  today: string,
): GateStanding {
  const versions = wanted.policies.map(({ key, version }) => ({ version, agreed: agreed.get(key) ?? 0 }));
  const days = wanted.modules.map(({ key }) => trained.get(key) ?? '');
  const isCurrent = versions.every(({ version, agreed }) => agreed >= version);
  const isValid = days.every((day) => day >= today);
  return {
    personId,
    policy: isCurrent ? 'current' : versions.some(({ agreed }) => agreed > 0) ? 'older' : 'none',
    training: isValid ? 'valid' : days.some((day) => day !== '') ? 'expired' : 'none',
    trainedUntil: isValid && days.length > 0 ? ([...days].sort()[0] ?? null) : null,
  };
}

/** The last day of a module's validity. */
export const expiryOf = ({ validMonths }: Pick<TrainingModule, 'validMonths'>, passedOn: string): string =>
  Temporal.PlainDate.from(passedOn).add({ months: validMonths }).toString();

/** How many days before a record expires its person is told. */
export const WARN_DAYS = 30;

export interface Marked {
  right: number;
  isPassed: boolean;
  /** For each question that was answered wrongly, by its number from 0: what is right and why. */
  wrong: ReadonlyMap<number, string>;
}

/** How answers to a module's questions were: the number of the option chosen for each, null for none. */
export function mark({ questions, passMark }: TrainingModule, answers: readonly (number | null)[]): Marked {
  const wrong = new Map(
    questions.flatMap(({ options, right, because }, at) =>
      answers[at] === right ? [] : [[at, `“${options[right]}”. ${because}`]],
    ),
  );
  const right = questions.length - wrong.size;
  return { right, isPassed: right >= passMark, wrong };
}
