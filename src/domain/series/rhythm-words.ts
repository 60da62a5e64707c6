import { RRuleTemporal } from 'rrule-temporal';
import { toText } from 'rrule-temporal/totext';
import { Temporal } from 'temporal-polyfill';
import { MONTH_NAMES, sayDate, sayTime, sayZone } from '../time/date-words.ts';
import { type RhythmRow, rowsOfRule, type WEEKDAYS, type WHICH } from './rhythm-row-rules.ts';
import type { Rhythm } from './rhythm-rules.ts';

export const WEEKDAY_NAMES: Record<(typeof WEEKDAYS)[number], string> = {
  ...{ MO: 'Monday', TU: 'Tuesday', WE: 'Wednesday', TH: 'Thursday', FR: 'Friday', SA: 'Saturday', SU: 'Sunday' },
};

/** As the form offers them. */
export const WHICH_NAMES: Record<(typeof WHICH)[number], string> = {
  ...{ '1': 'First', '2': 'Second', '3': 'Third', '4': 'Fourth', '-1': 'Last' },
  ...{ w1: 'Every week', w2: 'Every 2 weeks', w3: 'Every 3 weeks', w4: 'Every 4 weeks' },
  ...{ w5: 'Every 5 weeks', w6: 'Every 6 weeks', w7: 'Every 7 weeks', w8: 'Every 8 weeks' },
};

/** As the form offers them. */
export const MONTHS_NAMES: Record<string, string> = {
  ...{ e1: 'of every month', e2: 'of every second month', e3: 'of every third month' },
  ...Object.fromEntries(MONTH_NAMES.map((name, at) => [String(at + 1), `of ${name}`])),
};

/** "The third Wednesday of every second month (January, March …), and the first Saturday of March, 10 am to 12 noon, London time. Not on 16 December 2026." */
export function sayRhythm(rhythm: Rhythm): string {
  const { rules, exceptDays, extraDays, firstDay, startTime, endTime, zone } = rhythm;
  const [first, ...others] = rules.map((rule) => sayRule(rule, rhythm));
  if (!first)
    return extraDays.length > 0 ? `On ${sayDays(extraDays)}.` : 'No fixed rhythm: each date is announced on its own.';
  const times = `${sayTime(`${firstDay}T${startTime}`)} to ${sayTime(`${firstDay}T${endTime}`)}, ${sayZone(zone)}`;
  const sentences = [
    `${capital([first, ...others].join(', and '))}, ${times}.`,
    exceptDays.length > 0 && `Not on ${sayDays(exceptDays)}.`,
    extraDays.length > 0 && `Also on ${sayDays(extraDays)}.`,
  ];
  return sentences.filter(Boolean).join(' ');
}

/** One rule, as in the middle of a sentence; one that plain terms cannot say, as its library says it. */
export function sayRule(rule: string, { firstDay, zone }: Pick<Rhythm, 'firstDay' | 'zone'>): string {
  const rows = rowsOfRule(rule);
  if (rows) return rows.map((row) => sayRow(row, Number(firstDay.slice(5, 7)))).join(', and ');
  const dtstart = Temporal.PlainDate.from(firstDay).toZonedDateTime(zone);
  return toText(new RRuleTemporal({ rruleString: `RRULE:${rule}`, dtstart, temporal: Temporal }), 'en', {
    excludeTzAbbreviation: true,
  });
}

function sayRow({ which, weekday, months }: RhythmRow, firstMonth: number): string {
  const name = WEEKDAY_NAMES[weekday];
  if (months === null) return which === 'w1' ? `every ${name}` : `${WHICH_NAMES[which].toLowerCase()} on ${name}`;
  return `the ${WHICH_NAMES[which].toLowerCase()} ${name} ${MONTHS_NAMES[months]}${sayMonths(months, firstMonth)}`;
}

/** Which months "every second month" are follows from the first one. */
function sayMonths(months: string, firstMonth: number): string {
  const every = months.startsWith('e') ? Number(months.slice(1)) : 1;
  if (every === 1) return '';
  const names = MONTH_NAMES.filter((_, at) => (at + 1 - firstMonth) % every === 0);
  return ` (${listWords(names)})`;
}

const sayDays = (days: readonly string[]) => listWords([...days].sort().map(sayDate));

const listWords = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
