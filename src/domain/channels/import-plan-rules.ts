import { slugOf } from '../slugs/slug-rules.ts';
import { pick } from './channel-field-rules.ts';
import { type Channel, type ChannelFields, isOver, RESERVED_SLUGS, slugsFor } from './channel-rules.ts';
import { columnsAhead } from './column-rules.ts';
import { indexChannels, indexUnits, nameKey } from './import-index-rules.ts';
import { type ImportContext, type ReadLine, type RefusalKind, refused } from './import-rules.ts';
import { isKeyOfId, onlyNew, type Said, saidBy, sourceKeyOf } from './import-source-rules.ts';
import { newChannelFields } from './new-channel-rules.ts';
import type { Platform } from './platform-rules.ts';

/** What finds a channel again. */
export const KNOWN_BY = ['id', 'slug', 'name', 'platformKey', 'handle', 'linkKey', 'unitId', 'status'] as const;
export type Known = Pick<Channel, (typeof KNOWN_BY)[number]>;

export interface Unit {
  id: string;
  slug: string;
  name: string;
  aliases: readonly string[];
}

/** The register as it is before an import, and what is needed to read a file. */
export interface Register {
  channels: readonly Known[];
  units: readonly Unit[];
  /** People's ids by mail address. */
  people: ReadonlyMap<string, string>;
  platforms: readonly Platform[];
  /** What the list has said before, by its key for a line; undefined for a file that is no list of somebody else. */
  sources: ReadonlyMap<string, SourceLine> | undefined;
}

/** A line that came in before. */
export interface SourceLine {
  channelId: string;
  said: Said;
}

/** A line with the channel it is about. */
export interface Placed extends Pick<ReadLine, 'closing' | 'lastCheckedOn' | 'line'> {
  kind: 'placed';
  id: string;
  slug: string;
  isNew: boolean;
  /** All of them for a new channel. */
  fields: Partial<ChannelFields>;
  /** What is remembered of the line, and what was. */
  source: { key: string; said: Said; before: Said | undefined } | undefined;
}

/**
 * Finds for one line after another the channel it is about: as it was found before, by slug, by link, or, where there is
 * no link, by platform, name and unit. Remembers what earlier lines of the file have taken.
 */
export function openPlan(
  { channels, units, people, platforms, sources }: Register,
  { newId, today }: Pick<ImportContext, 'newId' | 'today'>,
) {
  const found = indexChannels(channels);
  const known = indexUnits(units, newId);
  const lines = new Map<string, number>();
  const listed = listedKeys(sources);
  /** Channels that the file speaks of, also in lines that are refused. */
  const seen = new Set<string>();

  function place(whole: ReadLine): Placed | ReturnType<typeof refused> {
    const key = sources && sourceKeyOf(whole);
    const before = key === undefined ? undefined : sources?.get(key);
    const match = found.byId.get(before?.channelId ?? '') ?? find(whole);
    const row = match ? onlyNew(whole, before?.said) : whole;
    if (match) seen.add(match.id);
    const refusal = refuseKey(whole, match, before) ?? refuse(row, match);
    if (refusal) return refused(row.line, ...refusal);
    const unitId = row.unit ? known.take(row.unit, match?.unitId) : undefined;
    const placed = match ? matched(row, match, unitId) : added(row, unitId as string);
    lines.set(placed.id, row.line.line);
    found.add(pick({ ...(match as Known), ...placed.fields, id: placed.id, slug: placed.slug }, KNOWN_BY));
    const said = { ...saidBy(whole), ...idsSaid(placed.fields, before?.said) };
    return { ...placed, source: key === undefined ? undefined : { key, said, before: before?.said } };
  }

  function find({ slug, fields: { linkKey, platformKey, name }, unit }: ReadLine): Known | undefined {
    const named = slug ? found.bySlug.get(slug) : undefined;
    if (named) return named;
    if (linkKey) return found.byOpenLink.get(linkKey) ?? found.byLink.get(linkKey);
    const unitId = known.find(unit);
    if (slug || !unitId || !platformKey || !name) return undefined;
    return found.byName.get(nameKey({ platformKey, name, unitId }));
  }

  /** A list may hold a channel twice, under two numbers of its own: what counts is the one that came first. */
  function refuseKey({ sourceId }: ReadLine, match: Known | undefined, before: SourceLine | undefined) {
    const other = sourceId && match && !before ? listed.get(match.id) : undefined;
    return other && (['twice', `The list has ${match?.name} already, as ${other}.`] as [RefusalKind, string]);
  }

  function refuse(row: ReadLine, match: Known | undefined): [RefusalKind, string] | undefined {
    const { fields, unit, addressProblem } = row;
    const earlier = match && lines.get(match.id);
    if (earlier) return ['twice', `The same channel or link as line ${earlier}.`];
    if (!match && (!fields.name || !unit || !fields.platformKey)) return ['missing', missing(row)];
    if (!match && addressProblem) return ['link', addressProblem];
    const holder = fields.linkKey ? found.byOpenLink.get(fields.linkKey) : undefined;
    const isLive = !isOver(fields.status ?? match?.status ?? 'open');
    if (isLive && holder && holder.id !== match?.id) return ['taken', `Its link is listed already: ${holder.name}.`];
    return refuseDays(row) ?? refusePeople(row);
  }

  function refuseDays({ fields, lastCheckedOn }: ReadLine): [RefusalKind, string] | undefined {
    const days: Record<string, unknown> = { ...fields, lastCheckedOn };
    const [name] = columnsAhead(days, today);
    return name && ['value', `“${days[name]}” in “${name}” is still ahead: write today or an earlier day.`];
  }

  function refusePeople({ ownerAddress, deputyAddress }: ReadLine): [RefusalKind, string] | undefined {
    const stray = [ownerAddress, deputyAddress].find((address) => address && !people.has(address));
    return stray ? ['value', `Nobody with the address ${stray} has signed in here yet.`] : undefined;
  }

  const offices = ({ ownerAddress, deputyAddress }: ReadLine) => ({
    ...(ownerAddress !== undefined && { ownerId: people.get(ownerAddress) ?? null }),
    ...(deputyAddress !== undefined && { deputyId: people.get(deputyAddress) ?? null }),
  });

  function matched(row: ReadLine, match: Known, unitId: string | undefined) {
    const { url, linkKey, ...others } = row.fields;
    const isSamePlace = others.platformKey === match.platformKey && others.handle === match.handle;
    const isMoved = linkKey !== undefined && (row.hasLink || !isSamePlace);
    const fields = {
      ...others,
      ...(isMoved && { url: url ?? null, linkKey }),
      ...(unitId && { unitId }),
      ...offices(row),
    };
    return { ...partOf(row), kind: 'placed' as const, id: match.id, slug: match.slug, isNew: false, fields };
  }

  function added(row: ReadLine, unitId: string) {
    const platform = platforms.find(({ key }) => key === row.fields.platformKey);
    const { fields, closing } = newChannelFields(row, platform);
    const id = newId();
    const whole = { ...fields, unitId, ownerId: null, deputyId: null, ...offices(row) };
    return {
      ...partOf(row),
      kind: 'placed' as const,
      id,
      slug: freeSlug(row, id),
      isNew: true,
      fields: whole,
      closing,
    };
  }

  function freeSlug({ slug, fields: { name = '', platformKey = '' } }: ReadLine, id: string): string {
    const own = slug && slugOf(slug) === slug && !RESERVED_SLUGS.includes(slug) ? [slug] : [];
    return [...own, ...slugsFor(slugOf(name), platformKey, id)].find((wish) => !found.bySlug.has(wish)) ?? id;
  }

  return { place, seen, idOf: (slug: string) => found.bySlug.get(slug)?.id, newUnits: known.added };
}

function missing({ slug, fields, unit }: ReadLine): string {
  const what = [!fields.name && 'name', !unit && 'unit', !fields.platformKey && 'link'].filter(Boolean).join(', ');
  return `${slug ? `No channel here is called “${slug}”, and a` : 'A'} new one needs: ${what}.`;
}

const partOf = ({ line, closing, lastCheckedOn }: ReadLine) => ({ line, closing, lastCheckedOn });

/** Whom and where a line meant, by id, since names change here as well. */
function idsSaid(fields: Partial<ChannelFields>, before: Said | undefined): Said {
  const ids = (['unitId', 'ownerId', 'deputyId'] as const).map((field) => [field, fields[field] ?? before?.[field]]);
  return Object.fromEntries(ids.filter(([, id]) => id));
}

/** The list's own numbers for channels, by the channel's id. */
function listedKeys(sources: Register['sources']): ReadonlyMap<string, string> {
  const ids = [...(sources ?? [])].filter(([key]) => isKeyOfId(key));
  return new Map(ids.map(([key, { channelId }]) => [channelId, key]));
}
