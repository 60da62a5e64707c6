import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Database } from '#db/database.ts';
import { importChannels } from '#domain/channels/import-commands.ts';
import { planImport } from '#domain/channels/import-queries.ts';
import { type ImportSummary, rejectsTable, reviewTable, summaryOf } from '#domain/channels/import-report-rules.ts';
import { reviewPlan } from '#domain/channels/import-review-queries.ts';
import { GONE_CHOICES, type GoneChoice } from '#domain/channels/import-rules.ts';
import type { ConflictChoice } from '#domain/channels/import-source-rules.ts';
import { MAPPINGS } from '#domain/channels/mapping-list.ts';
import { fitMapping, type Mapping, readMapping } from '#domain/channels/mapping-rules.ts';
import { installPlatforms } from '#domain/channels/platform-commands.ts';
import { slugOf } from '#domain/slugs/slug-rules.ts';
import { localDay } from '#domain/time/date-words.ts';
import { breather } from '#server/breathing.ts';
import { newId } from '#server/chance.ts';
import { BYTE_ORDER_MARK, readCsv, writeCsv } from '#server/csv.ts';
import type { Settings } from '#server/settings.ts';
import { readOrStop, stop } from './files.ts';
import { withDatabase } from './settings.ts';

interface Options {
  map?: Mapped;
  source?: string;
  conflicts: ConflictChoice;
  gone: GoneChoice;
  dryRun?: true;
  changes?: string;
  rejects?: string;
}

/** How to read a file, and the list that it is an issue of. */
interface Mapped {
  mapping: Mapping;
  source: string;
}

export const importCommand = new Command('import')
  .description(
    'Take a CSV file into the register: every line that can be read, or, if anything breaks, nothing at all.',
  )
  .argument('FILE', 'one channel to a line; the first line names the columns')
  .option('--map <mapping>', `a mapping file, or a register we know: ${Object.keys(MAPPINGS).join(', ')}`, mappedBy)
  .option(
    '--source <name>',
    'the list that this is an issue of, so that its next one updates it; a mapping names its own',
  )
  .addOption(
    new Option('--conflicts <whose>', 'what wins where the list and somebody here have changed the same')
      .choices(['ours', 'theirs'])
      .default('ours'),
  )
  .addOption(
    new Option('--gone <what>', 'what happens to channels that the list has no more')
      .choices(GONE_CHOICES)
      .default('leave'),
  )
  .option('--dry-run', 'say what would happen and change nothing')
  .option('--changes <file>', 'where to write what changes, is contested or gone, field by field')
  .option('--rejects <file>', 'where to write the lines that are refused, to be mended and imported again')
  .addHelpText(
    'after',
    '\nWithout a mapping the columns are those of /channels.csv. The same file again changes nothing.',
  )
  .action((file: string, options: Options) =>
    withDatabase((database, settings) => importFile(database, settings, file, options)),
  );

async function importFile({ read, write }: Database, { timeZone }: Settings, path: string, options: Options) {
  const breathe = breather();
  const csv = await readCsv(readOrStop(path), breathe);
  if (csv.kind === 'unreadable') return stop(csv.sentence);
  const reader = fitMapping(options.map?.mapping, csv.header);
  if (typeof reader === 'string') return stop(reader);
  const now = new Date();
  const list = options.source ?? options.map?.source;
  const file = { width: csv.header.length, lines: csv.lines, read: reader, source: list && slugOf(list) };
  const { conflicts, gone } = options;
  const context = { newId, breathe, today: localDay(now, timeZone), conflicts, gone };
  await write((tx) => installPlatforms(tx));
  const plan = options.dryRun
    ? await planImport(read, file, context)
    : await write((tx) => importChannels(tx, { ...context, file, now, savedById: null }));
  console.log(sayWhat(summaryOf(plan), options.dryRun));
  if (options.changes) writeTable(options.changes, reviewTable(await reviewPlan(read, plan)));
  if (options.rejects && plan.refused.length > 0) {
    writeTable(options.rejects, rejectsTable(csv.header, plan.refused));
    console.log(`The refused lines are in ${options.rejects}. Mend them there and import that file.`);
  }
}

const writeTable = (path: string, table: string[][]) => writeFileSync(path, BYTE_ORDER_MARK + writeCsv(table));

function sayWhat(summary: ImportSummary, isDry?: true) {
  const { lines, added, changed, unchanged, refused, reasons, units, remarks, conflicts, gone } = summary;
  return [
    `${isDry ? 'Nothing was changed. This would happen' : 'Done'}: ${lines} lines read.`,
    `  ${added} added, ${changed} changed, ${unchanged} as they are in the register.`,
    `  ${conflicts} changed here as well since the last import.`,
    `  ${gone} gone from the list.`,
    `  ${units} units added.`,
    `  ${remarks} went in though something is odd.`,
    `  ${refused} refused${reasons.length > 0 ? ':' : '.'}`,
    ...reasons.map(({ count, words }) => `    ${count}: ${words}`),
  ].join('\n');
}

function mappedBy(name: string): Mapped {
  const known = MAPPINGS[name];
  if (known) return { mapping: known, source: name };
  if (!existsSync(name)) throw new InvalidArgumentError(`There is no such file, and no register of that name.`);
  const mapping = readMapping(parseJson(readFileSync(name, 'utf8')));
  if (typeof mapping === 'string') throw new InvalidArgumentError(mapping);
  return { mapping, source: mapping.label };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidArgumentError('The mapping is not JSON.');
  }
}
