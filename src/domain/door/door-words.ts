import { counted } from '../text/sentence-rules.ts';
import { capitalised } from '../text/typed-text-rules.ts';
import { localTime, sayTime } from '../time/date-words.ts';
import type { DoorStage } from './door-rules.ts';

interface Opinion {
  /** Null for whoever reads it. */
  by: string | null;
  partySize: number;
  tappedAt: Date;
}

/** "Sam said 3 at 10.02 am; you said 2 at 10.04 am." */
export function sayConflict(other: Opinion, last: Opinion, zone: string): string {
  return capitalised(`${sayOpinion(other, zone)}; ${sayOpinion(last, zone)}.`);
}

const sayOpinion = ({ by, partySize, tappedAt }: Opinion, zone: string) =>
  `${by ?? 'you'} said ${partySize === 0 ? '“not here”' : partySize} at ${sayTime(localTime(tappedAt, zone))}`;

/** "3 came", "not here" */
export const sayCame = (people: number) => (people === 0 ? 'not here' : `${people} came`);

/** "12 people are here, of 20 expected" */
export const sayCount = ({ people, expected }: { people: number; expected: number }) =>
  `${counted(people, 'person is', 'people are')} here, of ${expected} expected`;

const CLOSED: Record<Exclude<DoorStage, 'open'>, string> = {
  early: 'The door opens three hours before the start. Open this page before you set out: then it is on your phone.',
  over: 'The door closed a day after the meetup. Type the sign-in sheet instead: that works for as long as you need.',
  cancelled: 'This meetup is cancelled, so nobody can arrive.',
};

/** Why no arrival can be marked now. */
export const sayClosed = (stage: Exclude<DoorStage, 'open'>) => CLOSED[stage];
