import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';

export interface HeadCount {
  meetupId: string;
  staff: number;
  partners: number;
  public: number;
  countedById: string | null;
}

/** Writes down who really came, walk-ins included; counting again mends it. Nobody has come before it starts. */
export async function countAttendance(tx: Writer, { meetupId, ...heads }: HeadCount, now: Date) {
  const { attendances, meetups, meetupCancellations } = tx.tables;
  const [meetup] = await tx
    .select({ startsAt: meetups.startsAt, cancelledAt: meetupCancellations.cancelledAt })
    .from(meetups)
    .leftJoin(meetupCancellations, eq(meetupCancellations.meetupId, meetups.id))
    .where(eq(meetups.id, meetupId));
  if (!meetup) return { kind: 'no-such-meetup' as const };
  if (meetup.cancelledAt || now < meetup.startsAt) return { kind: 'not-held' as const };
  const counted = { ...heads, countedAt: now };
  await tx
    .insert(attendances)
    .values({ meetupId, ...counted })
    .onConflictDoUpdate({ target: attendances.meetupId, set: counted });
  return { kind: 'counted' as const };
}
