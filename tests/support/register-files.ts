import { readFileSync } from 'node:fs';
import type { Database } from '#db/database.ts';
import { importChannels } from '#domain/channels/import-commands.ts';
import { planImport } from '#domain/channels/import-queries.ts';
import type { RegisterFile } from '#domain/channels/import-rules.ts';
import { MAPPINGS } from '#domain/channels/mapping-list.ts';
import { fitMapping, type Mapping } from '#domain/channels/mapping-rules.ts';
import { newId } from '#server/chance.ts';
import { readCsv } from '#server/csv.ts';
import { NOW, TODAY } from './channels.ts';

/** 192 lines of the U.S. Digital Registry. */
export const REGISTRY_SAMPLE = new URL('../fixtures/us-digital-registry/accounts-sample.csv', import.meta.url);

const breathe = async () => {};
const context = { today: TODAY, breathe };

/** A file as an import takes it; rows of cells, or bytes. */
export async function registerFile(
  from: readonly (readonly string[])[] | Uint8Array,
  mapping?: Mapping,
  source?: string,
): Promise<RegisterFile> {
  if (!(from instanceof Uint8Array)) {
    const [header = [], ...rows] = from;
    const lines = rows.map((cells, at) => ({ line: at + 2, cells }));
    return { width: header.length, lines, read: readerOf(header, mapping), source };
  }
  const csv = await readCsv(from, breathe);
  if (csv.kind === 'unreadable') throw new Error(csv.sentence);
  return { width: csv.header.length, lines: csv.lines, read: readerOf(csv.header, mapping), source };
}

const REGISTRY = 'us-digital-registry';

/** An issue of that registry. */
export const registryFile = (bytes: Uint8Array) => registerFile(bytes, MAPPINGS[REGISTRY], REGISTRY);

/** The cells of an issue of that registry, the header first. */
export async function registryCells(from: string | URL) {
  const csv = await readCsv(readFileSync(from), breathe);
  if (csv.kind === 'unreadable') throw new Error(csv.sentence);
  return [csv.header, ...csv.lines.map(({ cells }) => cells)];
}

/** The same from a table, the header first. */
export const registryTable = (table: readonly (readonly string[])[]) =>
  registerFile(table, MAPPINGS[REGISTRY], REGISTRY);

export const registrySampleFile = () => registryFile(readFileSync(REGISTRY_SAMPLE));

function readerOf(header: readonly string[], mapping: Mapping | undefined) {
  const read = fitMapping(mapping, header);
  if (typeof read === 'string') throw new Error(read);
  return read;
}

/** Imports a file the way the command does. */
export const importInto = (
  { write }: Pick<Database, 'write'>,
  file: RegisterFile,
  now = NOW,
  ids = newId,
  choices = {},
) => write((tx) => importChannels(tx, { ...context, newId: ids, file, now, savedById: null, ...choices }));

/** What would come of a file. */
export const planFor = ({ read }: Pick<Database, 'read'>, file: RegisterFile, ids = newId) =>
  planImport(read, file, { ...context, newId: ids });

/** All that the register holds, in a fixed order: two that are equal are the same register. */
export async function wholeRegister({ read }: Pick<Database, 'read'>) {
  const { channels, units, channelChanges, channelReviews, channelClosures, channelSources, searchEntries } =
    read.tables;
  return {
    channels: await read.select().from(channels).orderBy(channels.id),
    units: await read.select().from(units).orderBy(units.id),
    changes: await read.select().from(channelChanges).orderBy(channelChanges.id),
    reviews: await read.select().from(channelReviews).orderBy(channelReviews.id),
    closures: await read.select().from(channelClosures).orderBy(channelClosures.channelId),
    sources: await read.select().from(channelSources).orderBy(channelSources.source, channelSources.key),
    entries: await read.select().from(searchEntries).orderBy(searchEntries.subjectId),
  };
}
