import { Parser } from 'htmlparser2';
import { Temporal } from 'temporal-polyfill';
import { onOneLine } from '#domain/text/typed-text-rules.ts';
import { nameFromKey } from './shortcodes.ts';

const MOMENT = /^(\d{4}-\d\d-\d\d)(?:[T ]+(\d{1,2}):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?\s*(Z|[+-]\d{1,2}(?::?\d\d)?)?$/;

/** When something was published, as front matter writes it: `2015-03-17 14:00:00 -4`. A day alone is its noon in `zone`. */
export function readMoment(written: unknown, zone: string): Date | null {
  const [, day, hour = '12', minute = '00', second = '00', offset] = MOMENT.exec(String(written ?? '').trim()) ?? [];
  if (!day) return null;
  const clock = `${day}T${hour.padStart(2, '0')}:${minute}:${second}`;
  try {
    const instant = offset
      ? Temporal.Instant.from(clock + fullOffset(offset))
      : Temporal.PlainDateTime.from(clock, { overflow: 'reject' }).toZonedDateTime(zone).toInstant();
    return new Date(instant.epochMilliseconds);
  } catch {
    return null;
  }
}

/** `-4` → `-04:00`, `+0530` → `+05:30` */
function fullOffset(offset: string): string {
  if (offset === 'Z') return offset;
  const [, sign, hours = '0', minutes = '00'] = /^([+-])(\d{1,2}):?(\d\d)?$/.exec(offset) ?? [];
  return `${sign}${hours.padStart(2, '0')}:${minutes}`;
}

/** A title as people read it: site generators put it into their pages as it is, with its entities (`&#8212;`) and tags. */
export function readTitle(written: string): string {
  let words = '';
  new Parser({
    ontext(text) {
      words += text;
    },
  }).end(written);
  return onOneLine(words);
}

/** The words in a fact that may be one, several with commas between them, or a list of words or records with names. */
export function readWords(written: unknown): string[] {
  if (Array.isArray(written)) return written.flatMap(readWords);
  if (typeof written === 'object' && written !== null) return readWords(Object.values(written)[0]);
  if (typeof written === 'number') return [String(written)];
  if (typeof written !== 'string') return [];
  return written
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
}

/** A key such as `aaron-meyers` as a name: the one a list gives it, or the key itself in capitals. */
export const nameOf = (key: string, names: ReadonlyMap<string, string>): string =>
  names.get(key) ?? (/^[a-z0-9_-]+$/.test(key) ? nameFromKey(key) : key);

/** A list of authors, a JSON record to a line with `slug` and `display_name` (or `name`), as names by key. */
export function readNames(lines: string): Map<string, string> {
  const records = lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Record<string, unknown> => JSON.parse(line));
  return new Map(
    records.flatMap(({ slug, display_name, name }) => {
      const shown = display_name ?? name;
      return typeof slug === 'string' && typeof shown === 'string' ? [[slug, shown]] : [];
    }),
  );
}
