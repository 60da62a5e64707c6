import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';

/** The meetups ahead, not called off, whose reminders nobody ever planned. */
export const listUnreminded = (read: Reader, now: Date) => {
  const { meetups, jobs, meetupCancellations } = read.tables;
  const { id, startsLocal, zone, startsAt } = meetups;
  return read
    .select({ id, startsLocal, zone, startsAt })
    .from(meetups)
    .leftJoin(jobs, and(eq(jobs.kind, 'remind-day'), eq(jobs.subjectId, id)))
    .leftJoin(meetupCancellations, eq(meetupCancellations.meetupId, id))
    .where(and(gt(startsAt, now), isNull(jobs.id), isNull(meetupCancellations.meetupId)));
};
