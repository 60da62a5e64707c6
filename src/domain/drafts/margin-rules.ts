import type { LessonText } from '../lessons/lesson-rules.ts';

/** Beside one draft. */
export const MOST_NOTES = 200;

/** A note as those see it who take part in the draft. */
export interface ShownNote {
  id: string;
  section: keyof LessonText;
  words: string;
  /** The number of the text that was read. */
  revision: number;
  saidAt: Date;
  /** Null when this viewer may not know the name. */
  saidBy: string | null;
  isOwn: boolean;
  settledAt: Date | null;
}
