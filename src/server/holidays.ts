import { readFileSync } from 'node:fs';
import { type Holidays, readHolidays } from '#domain/series/holiday-rules.ts';
import { type Settings, SettingsProblem } from './settings.ts';

const NONE: Holidays = new Map();

/**
 * The bank holidays that the settings name.
 *
 * @throws SettingsProblem when the file is not there or tells none for the nation.
 */
export function openHolidays({ bankHolidays, bankHolidaysFile }: Settings): Holidays {
  if (bankHolidays === 'none') return NONE;
  const holidays = readHolidays(readFile(bankHolidaysFile), bankHolidays);
  if (holidays) return holidays;
  throw new SettingsProblem(
    `BANK_HOLIDAYS_FILE: ${bankHolidaysFile} has no bank holidays for ${bankHolidays}. Take https://www.gov.uk/bank-holidays.json, or set BANK_HOLIDAYS to none.`,
  );
}

function readFile(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new SettingsProblem(
      `BANK_HOLIDAYS_FILE: ${path} cannot be read as JSON. Name another file, or unset it for the one that comes with Teacake.`,
    );
  }
}
