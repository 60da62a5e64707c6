import { askReviews } from '#domain/reviews/ask-commands.ts';
import { daysBefore } from './demo-calendar.ts';
import type { DemoRoom } from './demo-room.ts';
import { seedCorrections } from './seed-corrections.ts';

/** The mornings on which people were asked: some channels have climbed to the deputy, some to the keepers. */
const ASKED_DAYS_AGO = [33, 18, 3];

/** Asks whether the channels of the register are still right, as the job would have, and sends what strangers found wrong. */
export async function seedReviews(room: DemoRoom) {
  for (const days of ASKED_DAYS_AGO) await askReviews(room.tx, '', room.stationery, daysBefore(room.now, days));
  await seedCorrections(room);
}
