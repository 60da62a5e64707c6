import type { Tables } from '#db/tables.ts';

export type Job = Tables['jobs']['$inferSelect'];

/** A job and, when it is about a meetup or a series, which one. */
export interface ListedJob extends Job {
  about: { title: string; path: string } | null;
}
