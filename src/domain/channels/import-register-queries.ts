import { and, asc, eq, gt, inArray, notInArray } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { pick } from './channel-field-rules.ts';
import { OVER_STATUSES } from './channel-rules.ts';
import { KNOWN_BY, type Known, type Register, type SourceLine } from './import-plan-rules.ts';
import { type GoneChannel, type RegisterFile, slices } from './import-rules.ts';
import { addressesIn } from './line-rules.ts';
import { listPlatforms } from './platform-queries.ts';

const PAGE = 1000;

type Breathe = () => Promise<void>;

/** The register as it is, for reading a file. Page by page, since one query for ten thousand rows would hold everybody up. */
export async function readRegister(read: Reader, file: RegisterFile, breathe: Breathe): Promise<Register> {
  const { units } = read.tables;
  const { id, slug, name, aliases } = units;
  return {
    channels: await readChannels(read, breathe),
    units: await read.select({ id, slug, name, aliases }).from(units).orderBy(asc(id)),
    people: await readPeople(read, file, breathe),
    platforms: await listPlatforms(read),
    sources: file.source === undefined ? undefined : await readSources(read, file.source, breathe),
  };
}

async function readChannels(read: Reader, breathe: Breathe): Promise<Known[]> {
  const { channels } = read.tables;
  const known: Known[] = [];
  for (let last = ''; ; last = known.at(-1)?.id ?? '') {
    const page = await read
      .select(pick(channels, KNOWN_BY))
      .from(channels)
      .where(gt(channels.id, last))
      .orderBy(asc(channels.id))
      .limit(PAGE);
    known.push(...page);
    await breathe();
    if (page.length < PAGE) return known;
  }
}

async function readPeople(read: Reader, file: RegisterFile, breathe: Breathe): Promise<Map<string, string>> {
  const { people } = read.tables;
  const addresses = new Set<string>();
  for (const { cells } of file.lines) {
    for (const address of addressesIn(file.read(cells))) addresses.add(address);
    await breathe();
  }
  const byAddress = new Map<string, string>();
  for (const part of slices([...addresses], PAGE)) {
    const found = await read
      .select({ id: people.id, email: people.email })
      .from(people)
      .where(inArray(people.email, part));
    for (const person of found) byAddress.set(person.email as string, person.id);
  }
  return byAddress;
}

async function readSources(read: Reader, source: string, breathe: Breathe): Promise<Map<string, SourceLine>> {
  const { channelSources } = read.tables;
  const { key, channelId, said } = channelSources;
  const lines = new Map<string, SourceLine>();
  for (let last = ''; ; ) {
    const page = await read
      .select({ key, channelId, said })
      .from(channelSources)
      .where(and(eq(channelSources.source, source), gt(key, last)))
      .orderBy(asc(key))
      .limit(PAGE / 4);
    for (const { key, ...line } of page) lines.set(key, line);
    await breathe();
    if (page.length < PAGE / 4) return lines;
    last = page.at(-1)?.key ?? '';
  }
}

/** Those of some channels that are not over, by name. */
export async function listLive(read: Reader, ids: readonly string[]): Promise<GoneChannel[]> {
  const { channels } = read.tables;
  const { id, slug, name, status } = channels;
  const live: GoneChannel[] = [];
  for (const part of slices(ids, PAGE))
    live.push(
      ...(await read
        .select({ id, slug, name })
        .from(channels)
        .where(and(inArray(id, part), notInArray(status, [...OVER_STATUSES])))),
    );
  return live.sort((one, other) => one.name.localeCompare(other.name));
}
