import type ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import type { ReadZone } from './zones.ts';

/** A time as a property has it: a day, or a time on the wall of a zone; `zone` is null when it floats. */
export interface ReadTime {
  local: Temporal.PlainDateTime;
  zone: string | null;
  isDay: boolean;
}

export type ZoneOf = (tzid: string) => ReadZone;

/**
 * The times of a property: one of DTSTART, several of EXDATE; a PERIOD counts by its start. Seconds are dropped.
 *
 * @throws an error when a value is no time that there is.
 */
export function readTimesOf(property: ICAL.Property, zoneOf: ZoneOf): ReadTime[] {
  const tzid = property.getFirstParameter('tzid');
  // What is written, since ical.js makes 3 March of the 31st of February.
  const [, , , ...written] = property.toJSON() as unknown[];
  return written.map((value) => {
    const text = String(Array.isArray(value) ? value[0] : value);
    const local = Temporal.PlainDateTime.from(text.replace(/Z$/, ''), { overflow: 'reject' });
    const zone = text.endsWith('Z') ? 'UTC' : tzid ? zoneOf(tzid).zone : null;
    const isDay = !text.includes('T');
    return { local: local.round({ smallestUnit: 'minute', roundingMode: 'trunc' }), zone, isDay };
  });
}

/** When that is on the wall of another zone, as `YYYY-MM-DDTHH:mm`; what floats is there already. */
export function localIn(zone: string, time: ReadTime): string {
  const there =
    time.zone === null || time.zone === zone || time.isDay
      ? time.local
      : time.local.toZonedDateTime(time.zone).withTimeZone(zone).toPlainDateTime();
  return sayLocal(there);
}

/** Where the clocks jump over a time, the time they jump to (RFC 5545, 3.3.5). */
export function mendJump(local: string, zone: string): string {
  return sayLocal(
    Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'compatible' }).toPlainDateTime(),
  );
}

export const sayLocal = (time: Temporal.PlainDateTime): string => time.toString({ smallestUnit: 'minute' });
