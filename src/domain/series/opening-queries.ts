import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';

/** The meetups of a series whose followers have been told: open, not begun, not called off. */
export const listOpenDates = (read: Reader | Writer, seriesId: string, opensBefore: Date, now: Date) => {
  const { meetups, meetupCancellations } = read.tables;
  return read
    .select({ id: meetups.id })
    .from(meetups)
    .leftJoin(meetupCancellations, eq(meetupCancellations.meetupId, meetups.id))
    .where(
      and(
        eq(meetups.seriesId, seriesId),
        gt(meetups.startsAt, now),
        sql`${meetups.startsAt} <= ${sql.param(opensBefore, meetups.startsAt)}`,
        isNull(meetupCancellations.meetupId),
      ),
    )
    .orderBy(asc(meetups.startsAt));
};

/** The addresses that have an RSVP at a meetup already, whatever it says. */
export async function listAnswered(
  read: Reader | Writer,
  meetupId: string,
  emails: readonly string[],
): Promise<Set<string>> {
  const { rsvps } = read.tables;
  const rows = await read
    .select({ email: rsvps.email })
    .from(rsvps)
    .where(and(eq(rsvps.meetupId, meetupId), inArray(rsvps.email, [...emails])));
  return new Set(rows.flatMap(({ email }) => email ?? []));
}
