/** One event of a calendar file, in words and wall-clock times of ours. */
export interface CalendarEvent {
  /** Where it begins in the file, from 1. */
  line: number;
  uid: string;
  /** Which occasion of a recurring event this one replaces (RECURRENCE-ID): its start in `zone`. Null for the event itself. */
  replaces: string | null;
  summary: string;
  description: string;
  location: string;
  url: string;
  /** `YYYY-MM-DDTHH:mm` on the wall, in `zone`. */
  startsLocal: string;
  endsLocal: string;
  /** IANA zone. */
  zone: string;
  /** RRULE values. */
  rules: readonly string[];
  /** EXDATE: starts on the wall, in `zone`. */
  exceptStarts: readonly string[];
  /** RDATE: the same. */
  extraStarts: readonly string[];
  isCancelled: boolean;
  isPrivate: boolean;
  /** SEQUENCE. */
  sequence: number;
  /** What was said of it that is not kept, each as a sentence. */
  remarks: readonly string[];
}

/** Why something in a calendar is left out, or not kept whole. */
export interface CalendarRemark {
  line: number;
  summary: string;
  sentences: readonly string[];
}

export interface CalendarFile {
  events: CalendarEvent[];
  refused: CalendarRemark[];
  /** Tasks, journal entries and the like. */
  others: number;
}
