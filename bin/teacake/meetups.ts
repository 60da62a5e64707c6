import { Command, InvalidArgumentError, Option } from 'commander';
import { Temporal } from 'temporal-polyfill';
import type { Database } from '#db/database.ts';
import { importCalendar } from '#domain/calendars/import-commands.ts';
import { planCalendar } from '#domain/calendars/import-plan-rules.ts';
import { listImportKeys } from '#domain/calendars/import-queries.ts';
import { CIRCLES, type Circle } from '#domain/people/viewer.ts';
import { localDay } from '#domain/time/date-words.ts';
import { readCalendarFile } from '#server/calendars/calendar-reader.ts';
import { renderDescriptions } from '#server/calendars/descriptions.ts';
import type { Settings } from '#server/settings.ts';
import { stationeryOf } from '#server/stationery.ts';
import { sayImport } from './calendar-words.ts';
import { readOrStop, stop } from './files.ts';
import { ensureHosts, refuseHosts } from './hosts.ts';
import { mailFrom } from './mail-address.ts';
import { withDatabase } from './settings.ts';

interface Options {
  host: string;
  secondHost?: string;
  circle: Circle;
  cost: string;
  pastYears: number;
  dryRun?: true;
}

const MOST_PAST_YEARS = 20;

const importCommand = new Command('import')
  .description(
    'Take the events of a calendar file (.ics): all that can be read, or, if anything breaks, nothing at all.',
  )
  .argument('FILE', 'what a calendar program exports')
  .requiredOption(
    '--host <mail>',
    'who hosts the meetups: the mail address of somebody on the staff or at a partner',
    mailFrom,
  )
  .option('--second-host <mail>', 'who hosts them too', mailFrom)
  .addOption(new Option('--circle <circle>', 'who can see them and come').choices(CIRCLES).default('public'))
  .option('--cost <words>', 'what they cost', 'Free')
  .option('--past-years <number>', 'how many years back to go', yearsFrom, 2)
  .option('--dry-run', 'say what would happen and change nothing')
  .addHelpText(
    'after',
    `
An event that recurs becomes a series with its rhythm, and a meetup for each date up to a year ahead. What cannot be
kept is told, event by event. The same file again changes nothing; what was imported before stays as it is here, also
when the file says something else now.`,
  )
  .action((file: string, options: Options) =>
    withDatabase((database, settings) => importFile(database, settings, file, options)),
  );

export const meetupsCommand = new Command('meetups')
  .description('Take meetups and series from a calendar.')
  .addCommand(importCommand);

async function importFile({ read, write }: Database, settings: Settings, path: string, options: Options) {
  const now = new Date();
  const { circle, cost, pastYears, dryRun } = options;
  const file = readCalendarFile(readOrStop(path), settings.timeZone);
  if (typeof file === 'string') return stop(file);
  const emails = [options.host, options.secondHost].flatMap((email) => email ?? []);
  const refused = await refuseHosts(read, emails, circle, settings);
  if (refused) return stop(refused);
  const since = Temporal.PlainDate.from(localDay(now, settings.timeZone)).subtract({ years: pastYears }).toString();
  const window = { since, now, known: await listImportKeys(read) };
  const plan = planCalendar(file, window);
  if (!dryRun) {
    const descriptionOf = await renderDescriptions(plan);
    const { organisationName: siteName, siteUrl, timeZone: zone } = settings;
    const stationery = stationeryOf({ siteName, siteUrl: siteUrl?.origin ?? '', zone });
    await write(async (tx) => {
      const [hostId = '', secondHostId = null] = await ensureHosts(tx, emails, settings, now);
      const asked = planCalendar(file, { ...window, known: await listImportKeys(tx) });
      await importCalendar(tx, asked, { hostId, secondHostId, circle, cost, descriptionOf }, stationery, now);
    });
  }
  console.log(sayImport(file, plan, dryRun));
}

function yearsFrom(typed: string): number {
  const years = Number(typed);
  if (Number.isInteger(years) && years >= 0 && years <= MOST_PAST_YEARS) return years;
  throw new InvalidArgumentError(`Give a whole number from 0 to ${MOST_PAST_YEARS}.`);
}
