import type { Worked } from '#domain/lessons/lesson-rules.ts';
import type { Circle } from '#domain/people/viewer.ts';

/** A lesson as the demo tells it. People, units and channels go by their keys and names in the other tables. */
export interface DemoLesson {
  title: string;
  tryThis: string;
  wanted?: string;
  happened: string;
  why?: string;
  nextTime: string;
  /** At the end of what happened. Its file lies in `content/demo/`. */
  picture?: { file: string; alt: string; credit: string; licence: string };
  worked: Worked;
  /** Keys of its authors; the first one entered it. */
  by: readonly string[];
  /** An author who is not among the people. */
  guest?: string;
  units: readonly string[];
  tags: readonly string[];
  channels?: readonly string[];
  /** The café meetup it came out of: -1 is the last one. */
  from?: number;
  /** How many days ago it was published, when it came out of none. */
  daysAgo?: number;
  circle?: Circle;
  /** What its authors added four months on. */
  later?: string;
  /** Why it was taken back. */
  withdrawn?: string;
}
