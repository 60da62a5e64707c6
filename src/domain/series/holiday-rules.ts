/** The parts of the country whose bank holidays differ. */
export const NATIONS = ['england-and-wales', 'scotland', 'northern-ireland'] as const;
export type Nation = (typeof NATIONS)[number];

/** The name of each bank holiday by its day, `YYYY-MM-DD`. */
export type Holidays = ReadonlyMap<string, string>;

interface Entry {
  title?: unknown;
  date?: unknown;
}

/** What GOV.UK's own source calls them; its published file says them in words. */
const NAMES: Record<string, string> = {
  new_year: 'New Year’s Day',
  '2nd_january': '2 January',
  good_friday: 'Good Friday',
  easter_monday: 'Easter Monday',
  early_may: 'Early May bank holiday',
  spring: 'Spring bank holiday',
  summer: 'Summer bank holiday',
  late_august: 'Summer bank holiday',
  st_patrick: 'St Patrick’s Day',
  battle_boyne: 'Battle of the Boyne',
  st_andrew: 'St Andrew’s Day',
  christmas: 'Christmas Day',
  boxing_day: 'Boxing Day',
};

/**
 * The bank holidays of a nation, from either file of GOV.UK's: the source (`divisions`, days as 25/12/2026, names as
 * keys) or https://www.gov.uk/bank-holidays.json (`events`, days as 2026-12-25, names in words).
 *
 * @returns undefined when the file does not tell any for this nation.
 */
export function readHolidays(file: unknown, nation: Nation): Holidays | undefined {
  const entries = entriesOf(file, nation).flatMap(({ title, date }) => {
    const day = typeof date === 'string' ? dayOf(date) : undefined;
    return day && typeof title === 'string' ? [[day, nameOf(title)] as const] : [];
  });
  return entries.length > 0 ? new Map(entries) : undefined;
}

function entriesOf(file: unknown, nation: Nation): Entry[] {
  if (!isRecord(file)) return [];
  const published = file[nation];
  if (isRecord(published) && Array.isArray(published['events'])) return published['events'].filter(isRecord);
  const divisions = isRecord(file['divisions']) ? file['divisions'] : {};
  const source = divisions[`common.nations.${nation}_slug`];
  return isRecord(source) ? Object.values(source).flat().filter(isRecord) : [];
}

function dayOf(date: string): string | undefined {
  const [, day, month, year] = date.match(/^(\d\d)\/(\d\d)\/(\d{4})$/) ?? [];
  if (year) return `${year}-${month}-${day}`;
  return /^\d{4}-\d\d-\d\d$/.test(date) ? date : undefined;
}

function nameOf(title: string): string {
  const key = title.match(/^bank_holidays\.(\w+)$/)?.[1];
  if (!key) return title;
  return NAMES[key] ?? key.replaceAll('_', ' ').replace(/^\w/, (first) => first.toUpperCase());
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
