import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import type { Database } from '#db/database.ts';
import { importChannels } from '#domain/channels/import-commands.ts';
import { planImport } from '#domain/channels/import-queries.ts';
import { type ImportSummary, rejectsTable, summaryOf } from '#domain/channels/import-report-rules.ts';
import { MAPPINGS } from '#domain/channels/mapping-list.ts';
import { fitMapping, type Mapping, readMapping } from '#domain/channels/mapping-rules.ts';
import { installPlatforms } from '#domain/channels/platform-commands.ts';
import { localDay } from '#domain/time/date-words.ts';
import { breather } from '#server/breathing.ts';
import { newId } from '#server/chance.ts';
import { BYTE_ORDER_MARK, readCsv, writeCsv } from '#server/csv.ts';
import type { Settings } from '#server/settings.ts';
import { exportCommand } from './export-channels.ts';
import { readOrStop, stop } from './files.ts';
import { withDatabase } from './settings.ts';

interface Options {
  map?: Mapping;
  dryRun?: true;
  rejects?: string;
}

const importCommand = new Command('import')
  .description(
    'Take a CSV file into the register: every line that can be read, or, if anything breaks, nothing at all.',
  )
  .argument('FILE', 'one channel to a line; the first line names the columns')
  .option('--map <mapping>', `a mapping file, or a register we know: ${Object.keys(MAPPINGS).join(', ')}`, mappingFrom)
  .option('--dry-run', 'say what would happen and change nothing')
  .option('--rejects <file>', 'where to write the lines that are refused, to be mended and imported again')
  .addHelpText(
    'after',
    '\nWithout a mapping the columns are those of /channels.csv. The same file again changes nothing.',
  )
  .action((file: string, options: Options) =>
    withDatabase((database, settings) => importFile(database, settings, file, options)),
  );

export const channelsCommand = new Command('channels')
  .description('Take channels into the register from a file, or write them to one.')
  .addCommand(importCommand)
  .addCommand(exportCommand);

async function importFile({ read, write }: Database, { timeZone }: Settings, path: string, options: Options) {
  const breathe = breather();
  const csv = await readCsv(readOrStop(path), breathe);
  if (csv.kind === 'unreadable') return stop(csv.sentence);
  const reader = fitMapping(options.map, csv.header);
  if (typeof reader === 'string') return stop(reader);
  const now = new Date();
  const file = { width: csv.header.length, lines: csv.lines, read: reader };
  const context = { newId, breathe, today: localDay(now, timeZone) };
  await write((tx) => installPlatforms(tx));
  const plan = options.dryRun
    ? await planImport(read, file, context)
    : await write((tx) => importChannels(tx, { ...context, file, now, savedById: null }));
  console.log(sayWhat(summaryOf(plan), options.dryRun));
  if (options.rejects && plan.refused.length > 0) {
    writeFileSync(options.rejects, BYTE_ORDER_MARK + writeCsv(rejectsTable(csv.header, plan.refused)));
    console.log(`The refused lines are in ${options.rejects}. Mend them there and import that file.`);
  }
}

function sayWhat({ lines, added, changed, unchanged, refused, reasons, units, remarks }: ImportSummary, isDry?: true) {
  return [
    `${isDry ? 'Nothing was changed. This would happen' : 'Done'}: ${lines} lines read.`,
    `  ${added} added, ${changed} changed, ${unchanged} as they are in the register.`,
    `  ${units} units added.`,
    `  ${remarks} went in though something is odd.`,
    `  ${refused} refused${reasons.length > 0 ? ':' : '.'}`,
    ...reasons.map(({ count, words }) => `    ${count}: ${words}`),
  ].join('\n');
}

function mappingFrom(name: string): Mapping {
  const known = MAPPINGS[name];
  if (known) return known;
  if (!existsSync(name)) throw new InvalidArgumentError(`There is no such file, and no register of that name.`);
  const mapping = readMapping(parseJson(readFileSync(name, 'utf8')));
  if (typeof mapping === 'string') throw new InvalidArgumentError(mapping);
  return mapping;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidArgumentError('The mapping is not JSON.');
  }
}
