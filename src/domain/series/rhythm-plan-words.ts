import { counted } from '../text/sentence-rules.ts';
import type { DateAhead, RhythmPlan } from './rhythm-plan-rules.ts';

/** One date of a plan and what becomes of it. */
export interface PlanLine {
  startsLocal: string;
  endsLocal: string;
  what: 'new' | 'stays' | 'own' | 'moves' | 'off';
  /** The record, unless it is still to be made. */
  date?: DateAhead;
}

export const WHAT_WORDS: Record<PlanLine['what'], string> = {
  new: 'New',
  stays: 'Stays',
  own: 'Changed by hand: stays',
  moves: 'Moves',
  off: 'Called off',
};

/** Every date of a plan, in the order in which they come. A date that moves stands where it goes to. */
export function listLines({ kept, moved, withdrawn, leftAlone, made }: RhythmPlan): PlanLine[] {
  const standing = (date: DateAhead): PlanLine => ({
    ...{ startsLocal: date.startsLocal, endsLocal: date.endsLocal, date },
    what: date.isCancelled ? 'off' : date.isByHand ? 'own' : 'stays',
  });
  const lines: PlanLine[] = [
    ...kept.map(({ date }) => standing(date)),
    ...leftAlone.map(standing),
    ...moved.map(({ date, to }) => ({ ...to, what: 'moves' as const, date })),
    ...withdrawn.map((date) => ({ ...standing(date), what: 'off' as const })),
    ...made.map((occasion) => ({ ...occasion, what: 'new' as const })),
  ];
  return lines.sort((one, other) => one.startsLocal.localeCompare(other.startsLocal));
}

/** "12 new dates, 3 that move, 1 called off; 7 people will be told." */
export function sayPlan({ kept, moved, withdrawn, leftAlone, made }: RhythmPlan): string {
  const parts = [
    some(made.length, 'new date', 'new dates'),
    some(moved.length, 'that moves', 'that move'),
    some(withdrawn.length, 'called off', 'called off'),
    some(kept.length + leftAlone.length, 'that stays', 'that stay'),
  ].filter(Boolean);
  const told = [...moved.map(({ date }) => date), ...withdrawn].reduce((sum, { people }) => sum + people, 0);
  return `${parts.join(', ') || 'No dates'}${told > 0 ? `; ${counted(told, 'person', 'people')} will be told` : ''}.`;
}

const some = (number: number, one: string, many: string) => (number > 0 ? counted(number, one, many) : '');
