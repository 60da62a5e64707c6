import type { Stationery } from '#domain/meetups/stationery.ts';
import { calendarFile } from './calendar.ts';
import { newId, newToken } from './chance.ts';

/** What letters about meetups are written on. */
export const stationeryOf = ({
  phone = '',
  ...head
}: {
  siteName: string;
  siteUrl: string;
  phone?: string;
}): Stationery => ({
  ...head,
  phone,
  newId,
  newToken,
  calendarFile: (facts, status, now) => calendarFile(facts, { ...head, status, now }),
});
