import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { CLOSING_REMINDER } from './closure-rules.ts';

/** The meetups ahead whose closing nobody planned to remind of. What is over by now is left in peace. */
export const listUnplanned = (read: Reader, now: Date) => {
  const { meetups, jobs } = read.tables;
  return read
    .select({ id: meetups.id, endsAt: meetups.endsAt })
    .from(meetups)
    .leftJoin(jobs, and(eq(jobs.kind, CLOSING_REMINDER), eq(jobs.subjectId, meetups.id)))
    .where(and(gt(meetups.endsAt, now), isNull(jobs.id)));
};
