import type { Writer } from '#db/database.ts';
import { forgetNeeds, releaseLapsedHolds } from '#domain/meetups/places-commands.ts';
import type { Stationery } from '#domain/meetups/stationery.ts';

/** Work that is done at its time, by one process, once. */
export interface JobKind {
  /** What it does, for the admin: `Writes to …`. */
  says: string;
  /**
   * Does it, in one write: what it sends is queued there.
   *
   * @returns when to do it again for the same subject; null when there is no reason to.
   */
  work(tx: Writer, subjectId: string, stationery: Stationery, now: Date): Promise<Date | null>;
}

const hoursAfter = (hours: number, now: Date) => new Date(now.getTime() + hours * 3_600_000);

/** Every kind of job there is. */
export const JOB_KINDS: Record<string, JobKind> = {
  'release-holds': {
    says: 'Gives up the places at a meetup that nobody confirmed in time',
    work: releaseLapsedHolds,
  },
  'forget-needs': {
    says: 'Forgets what guests needed, a week after the date',
    async work(tx, _, __, now) {
      await forgetNeeds(tx, now);
      return hoursAfter(1, now);
    },
  },
};
