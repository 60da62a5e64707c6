import { Temporal } from 'temporal-polyfill';

/** The two reminders, by the kind of job that sends them. */
export const REMINDERS = ['remind-week', 'remind-day'] as const;
export type Reminder = (typeof REMINDERS)[number];

const DAYS_BEFORE: Record<Reminder, number> = { 'remind-week': 7, 'remind-day': 1 };

interface Occasion {
  startsLocal: string;
  zone: string;
  startsAt: Date;
}

/** When to remind: some days before, at the same time of day by the clock on the wall, whatever the clocks do meanwhile. */
export function remindAt(reminder: Reminder, { startsLocal, zone }: Occasion): Date {
  const before = Temporal.PlainDateTime.from(startsLocal).subtract({ days: DAYS_BEFORE[reminder] });
  return new Date(before.toZonedDateTime(zone).epochMilliseconds);
}

/** Whether reminding still helps: a week's reminder until the day's is due, the day's until it starts. */
export const isTimely = (reminder: Reminder, occasion: Occasion, now: Date): boolean =>
  now < (reminder === 'remind-week' ? remindAt('remind-day', occasion) : occasion.startsAt);
