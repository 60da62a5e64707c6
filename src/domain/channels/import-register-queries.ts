import { and, asc, eq, gt, inArray, notInArray } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { OVER_STATUSES } from './channel-rules.ts';
import type { Known, Register, SourceLine } from './import-plan-rules.ts';
import { type GoneChannel, type ReadLine, slices } from './import-rules.ts';
import { listPlatforms } from './platform-queries.ts';

const PAGE = 1000;

type Breathe = () => Promise<void>;

/** The register as it is, for reading these lines of a list. Page by page, since one query for ten thousand rows would hold everybody up. */
export async function readRegister(
  read: Reader,
  rows: readonly ReadLine[],
  source: string | undefined,
  breathe: Breathe,
): Promise<Register> {
  const { units } = read.tables;
  const { id, slug, name, aliases } = units;
  return {
    channels: await readChannels(read, breathe),
    units: await read.select({ id, slug, name, aliases }).from(units).orderBy(asc(id)),
    people: await readPeople(read, rows),
    platforms: await listPlatforms(read),
    sources: source === undefined ? undefined : await readSources(read, source, breathe),
  };
}

async function readChannels(read: Reader, breathe: Breathe): Promise<Known[]> {
  const { channels } = read.tables;
  const { id, slug, name, platformKey, handle, linkKey, unitId, status } = channels;
  const known: Known[] = [];
  for (let last = ''; ; last = known.at(-1)?.id ?? '') {
    const page = await read
      .select({ id, slug, name, platformKey, handle, linkKey, unitId, status })
      .from(channels)
      .where(gt(id, last))
      .orderBy(asc(id))
      .limit(PAGE);
    known.push(...page);
    await breathe();
    if (page.length < PAGE) return known;
  }
}

async function readPeople(read: Reader, rows: readonly ReadLine[]): Promise<Map<string, string>> {
  const { people } = read.tables;
  const addresses = new Set(rows.flatMap(({ ownerAddress, deputyAddress }) => [ownerAddress, deputyAddress]));
  const byAddress = new Map<string, string>();
  for (const part of slices([...addresses].filter(Boolean) as string[], PAGE)) {
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
