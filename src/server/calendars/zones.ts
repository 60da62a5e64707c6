import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { isZone, ZONES } from '#domain/meetups/meetup-time-rules.ts';
import windowsZones from './windows-zones.json' with { type: 'json' };

/** The zone that a calendar means by a TZID, and what to say when that is a guess. */
export interface ReadZone {
  /** IANA zone. */
  zone: string;
  remark?: string;
}

const WINDOWS: Record<string, string | undefined> = windowsZones;
const LARGE = Object.values(windowsZones);
/** Two a month of a year without changes in the rules of most zones: what tells two zones apart. */
const PROBES = Array.from({ length: 24 }, (_, at) => Date.UTC(2026, Math.floor(at / 2), at % 2 ? 20 : 5, 12));

/**
 * Finds the zone of a TZID: one of IANA's, also behind a prefix (`/mozilla.org/20050126_1/Europe/London`); one of Windows'
 * (`GMT Standard Time`); one whose clocks show the same as the file's own VTIMEZONE; or, if none of these, the site's.
 *
 * @param definition the text of the VTIMEZONE with that TZID, if there is one.
 */
export function readZone(tzid: string, definition: string | undefined, siteZone: string): ReadZone {
  const name = tzid.replace(/^["']|["']$/g, '').trim();
  const known = nameOf(name) ?? cityIn(name, siteZone);
  if (known) return { zone: known };
  const alike = definition && zoneLike(definition, siteZone);
  if (alike)
    return { zone: alike, remark: `Its zone “${name}” was taken for ${alike}, where the clocks show the same.` };
  return { zone: siteZone, remark: `Its zone “${name}” is not known; its times were taken for those of ${siteZone}.` };
}

function nameOf(name: string): string | undefined {
  const parts = name.split('/').filter(Boolean);
  const endings = parts.map((_, at) => parts.slice(at).join('/'));
  const iana = endings.find((ending) => ending === 'UTC' || (ending.includes('/') && isZone(ending)));
  return iana ?? WINDOWS[name] ?? (/^(GMT|Z|Etc\/UTC|Zulu)$/i.test(name) ? 'UTC' : undefined);
}

/** `(UTC+00:00) Dublin, Edinburgh, Lisbon, London`, as Windows shows a zone: one of these cities, ours before others. */
function cityIn(name: string, siteZone: string): string | undefined {
  const cities = name.match(/^\((?:UTC|GMT)[^)]*\)\s*(.+)$/)?.[1]?.split(/\s*,\s*/);
  return cities && [siteZone, ...ZONES].find((zone) => cities.includes(cityOf(zone)));
}

const cityOf = (zone: string) => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');

/** A zone whose clocks show the same as a VTIMEZONE says, the site's and large ones before others. */
function zoneLike(definition: string, siteZone: string): string | undefined {
  const offsets = offsetsOf(definition);
  if (!offsets) return undefined;
  return [siteZone, ...LARGE, ...ZONES].find((zone) => PROBES.every((at, n) => minutesIn(zone, at) === offsets[n]));
}

/** How far its clocks are ahead of UTC at each probe, in minutes. */
function offsetsOf(definition: string): number[] | undefined {
  try {
    const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(definition) as unknown as []));
    return PROBES.map((at) => {
      const { year, month, day, hour } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC');
      const time = new ICAL.Time({ year, month, day, hour, minute: 0, second: 0 }, ICAL.Timezone.utcTimezone);
      return zone.utcOffset(time) / 60;
    });
  } catch {
    return undefined;
  }
}

const minutesIn = (zone: string, at: number): number =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 60_000_000_000;
