import { eq } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { localTime } from '../time/date-words.ts';
import { seatsOf } from './kept-seat-rules.ts';

/** What the form of a meetup says of kept seats, past or not: until when by the clock on the wall. */
export async function findSeatsToEdit(read: Reader, { id, zone }: { id: string; zone: string }) {
  const { keptSeats } = read.tables;
  const rows = await read.select().from(keptSeats).where(eq(keptSeats.meetupId, id));
  return rows[0] ? { seats: seatsOf(rows), until: localTime(rows[0].until, zone) } : null;
}
