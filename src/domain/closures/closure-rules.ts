const DAY = 86_400_000;
const FIRST_REMINDER_DAYS = 1;
const BETWEEN_REMINDERS_DAYS = 7;
const LAST_REMINDER_DAYS = 42;

/** The job that reminds hosts of a meetup that nobody has closed. */
export const CLOSING_REMINDER = 'remind-closing';

/** A meetup can be closed from its start on, unless it was called off. */
export const mayBeClosed = (meetup: { startsAt: Date; cancelledAt: Date | null }, now: Date): boolean =>
  meetup.cancelledAt === null && now >= meetup.startsAt;

/** Hosts are reminded the day after, as long as nobody has closed it. */
export const firstReminderAt = ({ endsAt }: { endsAt: Date }): Date => daysAfter(endsAt, FIRST_REMINDER_DAYS);

/** When to remind again after a reminder; null once it is six weeks ago. */
export function nextReminderAt({ endsAt }: { endsAt: Date }, now: Date): Date | null {
  const next = daysAfter(now, BETWEEN_REMINDERS_DAYS);
  return next <= lastReminderAt({ endsAt }) ? next : null;
}

/** Nobody is reminded of what is longer ago. */
export const lastReminderAt = ({ endsAt }: { endsAt: Date }): Date => daysAfter(endsAt, LAST_REMINDER_DAYS);

const daysAfter = (instant: Date, days: number) => new Date(instant.getTime() + days * DAY);
