import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { dropJob, planJob } from '../jobs/job-commands.ts';
import { KEPT_FOR, type KeptFor } from './kept-seat-rules.ts';

/** Which seats a host wants to keep, and until when. */
export interface KeptWish {
  seats: Readonly<Record<KeptFor, number>>;
  until: Date;
}

/** The job that lets everybody have them when the time has come. */
const OPEN_SEATS = 'open-kept-seats';

/** Keeps these seats at a meetup and no others. Who has a place already keeps it. */
export async function keepSeats(tx: Writer, meetupId: string, wish: KeptWish | null, newId: () => string) {
  const { keptSeats } = tx.tables;
  await tx.delete(keptSeats).where(eq(keptSeats.meetupId, meetupId));
  const rows = KEPT_FOR.flatMap((forWhom) => {
    const seats = wish?.seats[forWhom] ?? 0;
    return wish && seats > 0 ? [{ meetupId, forWhom, seats, until: wish.until }] : [];
  });
  if (rows.length === 0) return dropJob(tx, OPEN_SEATS, meetupId);
  await tx.insert(keptSeats).values(rows);
  await planJob(tx, { id: newId(), kind: OPEN_SEATS, subjectId: meetupId, dueAt: rows[0]!.until });
}

interface Occasion {
  id: string;
  startsAt: Date;
}

/** Seats are kept until as long before a meetup as they were, when it moves. */
export async function moveKeptSeats(tx: Writer, before: Occasion, after: Occasion, newId: () => string) {
  const { keptSeats } = tx.tables;
  const moved = after.startsAt.getTime() - before.startsAt.getTime();
  const rows = moved === 0 ? [] : await tx.select().from(keptSeats).where(eq(keptSeats.meetupId, after.id));
  const [first] = rows;
  if (!first) return;
  const until = new Date(first.until.getTime() + moved);
  await tx.update(keptSeats).set({ until }).where(eq(keptSeats.meetupId, after.id));
  await planJob(tx, { id: newId(), kind: OPEN_SEATS, subjectId: after.id, dueAt: until });
}
