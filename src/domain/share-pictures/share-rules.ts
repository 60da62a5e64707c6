import { WORKED_WORDS, type Worked } from '../lessons/lesson-rules.ts';
import { sayDay, sayTime } from '../time/date-words.ts';

/** Kinds of records that have a picture for link previews; each is the first part of their addresses. */
export const SHARED_KINDS = ['lessons', 'meetups', 'channels'] as const;
export type SharedKind = (typeof SHARED_KINDS)[number];

/** What such a picture says. */
export interface ShareWords {
  /** What it is of: "Lesson". */
  kind: string;
  title: string;
  /** One line below it, or an empty text. */
  line: string;
}

export const shareWordsOfLesson = ({ title, worked }: { title: string; worked: Worked }): ShareWords => ({
  kind: 'Lesson',
  title,
  line: ['not-said', 'too-early'].includes(worked) ? '' : WORKED_WORDS[worked],
});

export const shareWordsOfMeetup = (
  { title, startsLocal }: { title: string; startsLocal: string },
  isCancelled: boolean,
): ShareWords => ({
  kind: 'Meetup',
  title,
  line: isCancelled ? 'Cancelled' : `${sayDay(startsLocal)}, ${sayTime(startsLocal)}`,
});

export const shareWordsOfChannel = ({ name, unit }: { name: string; unit: { name: string } }): ShareWords => ({
  kind: 'Channel',
  title: name,
  line: unit.name,
});
