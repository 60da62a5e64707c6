import type { Writer } from '#db/database.ts';
import { dropJob, planJob } from '../jobs/job-commands.ts';
import { REMINDERS, remindAt } from './reminder-rules.ts';

/** Plans the reminders of a meetup that was announced, or now starts at another time. Those whose time has passed are left out. */
export async function planReminders(
  tx: Writer,
  meetup: { id: string; startsLocal: string; zone: string; startsAt: Date },
  newId: () => string,
  now: Date,
) {
  for (const kind of REMINDERS) {
    const dueAt = remindAt(kind, meetup);
    if (dueAt > now) await planJob(tx, { id: newId(), kind, subjectId: meetup.id, dueAt });
    else await dropJob(tx, kind, meetup.id);
  }
}

/** Takes the reminders of a meetup off the plan. */
export async function dropReminders(tx: Writer, meetupId: string) {
  for (const kind of REMINDERS) await dropJob(tx, kind, meetupId);
}
