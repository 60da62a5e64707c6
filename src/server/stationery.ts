import type { Stationery } from '#domain/mail/stationery.ts';
import { breather } from './breathing.ts';
import { calendarFile } from './calendar.ts';
import { newId, newToken } from './chance.ts';

/** What letters about meetups are written on. */
export const stationeryOf = ({
  phone = '',
  zone = 'Europe/London',
  ...head
}: {
  siteName: string;
  siteUrl: string;
  phone?: string;
  zone?: string;
}): Stationery => ({
  ...head,
  phone,
  zone,
  newId,
  newToken,
  breathe: breather(),
  calendarFile: (facts, status, now) => calendarFile(facts, { ...head, status, now }),
});
