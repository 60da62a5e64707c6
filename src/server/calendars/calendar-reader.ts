import type { CalendarEvent, CalendarFile, CalendarRemark } from '#domain/calendars/calendar-facts.ts';
import { isZone } from '#domain/meetups/meetup-time-rules.ts';
import { type Block, splitCalendar } from './components.ts';
import { readEvent, UnreadableEvent } from './event-reader.ts';
import { type ReadZone, readZone } from './zones.ts';

const MOST_EVENTS = 5_000;

/**
 * Reads a calendar file (RFC 5545) as calendar programs write it. An event that cannot be read is told and left out; the
 * others are kept.
 *
 * @param siteZone where times without a zone are, unless the file says another (X-WR-TIMEZONE).
 * @returns a sentence when the file as a whole cannot be read.
 */
export function readCalendarFile(bytes: Uint8Array, siteZone: string): CalendarFile | string {
  const parts = splitCalendar(decode(bytes));
  if (!parts) return 'This is no calendar: the file does not begin with BEGIN:VCALENDAR.';
  const events = parts.blocks.filter(({ name }) => name === 'VEVENT');
  if (events.length > MOST_EVENTS) return `The file has more than ${MOST_EVENTS} events. Split it.`;
  const said = parts.headers.get('X-WR-TIMEZONE') ?? '';
  const zoneOf = openZones(parts.blocks, siteZone);
  const read = events.map((block) => tryEvent(block, zoneOf, isZone(said) ? said : siteZone));
  return {
    events: read.flatMap((one) => ('uid' in one ? [one] : [])),
    refused: read.flatMap((one) => ('uid' in one ? [] : [one])),
    others: parts.blocks.filter(({ name }) => /^V(TODO|JOURNAL|FREEBUSY)$/.test(name)).length,
  };
}

/** UTF-8, or else what Windows programs wrote before. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

function tryEvent(block: Block, zoneOf: (tzid: string) => ReadZone, siteZone: string): CalendarEvent | CalendarRemark {
  try {
    return readEvent(block, zoneOf, siteZone);
  } catch (error) {
    const summary = block.text.match(/^SUMMARY[^:]*:(.{0,120})/m)?.[1] ?? '';
    const sentence = error instanceof UnreadableEvent ? error.message : 'It cannot be read.';
    return { line: block.line, summary, sentences: [sentence] };
  }
}

/** Finds each zone once. */
function openZones(blocks: readonly Block[], siteZone: string): (tzid: string) => ReadZone {
  const definitions = new Map(
    blocks
      .filter(({ name }) => name === 'VTIMEZONE')
      .map(({ text }) => [text.match(/^TZID[^:]*:(.*)$/m)?.[1]?.trim() ?? '', text]),
  );
  const known = new Map<string, ReadZone>();
  return (tzid) => {
    const zone = known.get(tzid) ?? readZone(tzid, definitions.get(tzid), siteZone);
    known.set(tzid, zone);
    return zone;
  };
}
