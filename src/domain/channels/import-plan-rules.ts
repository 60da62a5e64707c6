import { foldWords } from '../search/search-rules.ts';
import { nthSlug, slugOf } from '../slugs/slug-rules.ts';
import { type Channel, type ChannelFields, isOver, RESERVED_SLUGS, slugsFor } from './channel-rules.ts';
import { type ReadLine, type RefusalKind, refused } from './import-rules.ts';
import { newChannelFields } from './new-channel-rules.ts';
import type { Platform } from './platform-rules.ts';

/** What finds a channel again. */
export type Known = Pick<Channel, 'id' | 'slug' | 'name' | 'platformKey' | 'handle' | 'linkKey' | 'unitId' | 'status'>;

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
}

/** A line with the channel it is about. */
export interface Placed extends Pick<ReadLine, 'closing' | 'lastCheckedOn' | 'line'> {
  kind: 'placed';
  id: string;
  slug: string;
  isNew: boolean;
  /** All of them for a new channel. */
  fields: Partial<ChannelFields>;
}

/**
 * Finds for one line after another the channel it is about: by slug, by link, or, where there is no link, by platform,
 * name and unit. Remembers what earlier lines of the file have taken.
 */
export function openPlan({ channels, units, people, platforms }: Register, newId: () => string) {
  const found = indexChannels(channels);
  const known = indexUnits(units, newId);
  const lines = new Map<string, number>();

  function place(row: ReadLine) {
    const match = find(row);
    const refusal = refuse(row, match);
    if (refusal) return refused(row.line, ...refusal);
    const unitId = row.unit ? known.take(row.unit, match?.unitId) : undefined;
    const placed = match ? matched(row, match, unitId) : added(row, unitId as string);
    lines.set(placed.id, row.line.line);
    found.add({ ...(match as Known), ...placed.fields, id: placed.id, slug: placed.slug });
    return placed;
  }

  function find({ slug, fields: { linkKey, platformKey, name }, unit }: ReadLine): Known | undefined {
    const named = slug ? found.bySlug.get(slug) : undefined;
    if (named) return named;
    if (linkKey) return found.byOpenLink.get(linkKey) ?? found.byLink.get(linkKey);
    const unitId = known.find(unit);
    if (slug || !unitId || !platformKey || !name) return undefined;
    return found.byName.get(nameKey({ platformKey, name, unitId }));
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
    return refusePeople(row);
  }

  function refusePeople({ ownerAddress, deputyAddress }: ReadLine): [RefusalKind, string] | undefined {
    const stray = [ownerAddress, deputyAddress].find((address) => address && !people.has(address));
    return stray ? ['value', `Nobody with the address ${stray} has signed in here yet.`] : undefined;
  }

  const offices = ({ ownerAddress, deputyAddress }: ReadLine) => ({
    ...(ownerAddress !== undefined && { ownerId: people.get(ownerAddress) ?? null }),
    ...(deputyAddress !== undefined && { deputyId: people.get(deputyAddress) ?? null }),
  });

  function matched(row: ReadLine, match: Known, unitId: string | undefined): Placed {
    const { url, linkKey, ...others } = row.fields;
    const isSamePlace = others.platformKey === match.platformKey && others.handle === match.handle;
    const isMoved = linkKey !== undefined && (row.hasLink || !isSamePlace);
    const fields = {
      ...others,
      ...(isMoved && { url: url ?? null, linkKey }),
      ...(unitId && { unitId }),
      ...offices(row),
    };
    return { ...partOf(row), kind: 'placed', id: match.id, slug: match.slug, isNew: false, fields };
  }

  function added(row: ReadLine, unitId: string): Placed {
    const platform = platforms.find(({ key }) => key === row.fields.platformKey);
    const { fields, closing } = newChannelFields(row, platform);
    const id = newId();
    const whole = { ...fields, unitId, ownerId: null, deputyId: null, ...offices(row) };
    return { ...partOf(row), kind: 'placed', id, slug: freeSlug(row, id), isNew: true, fields: whole, closing };
  }

  function freeSlug({ slug, fields: { name = '', platformKey = '' } }: ReadLine, id: string): string {
    const own = slug && slugOf(slug) === slug && !RESERVED_SLUGS.includes(slug) ? [slug] : [];
    return [...own, ...slugsFor(slugOf(name), platformKey, id)].find((wish) => !found.bySlug.has(wish)) ?? id;
  }

  return { place, idOf: (slug: string) => found.bySlug.get(slug)?.id, newUnits: known.added };
}

function missing({ slug, fields, unit }: ReadLine): string {
  const what = [!fields.name && 'name', !unit && 'unit', !fields.platformKey && 'link'].filter(Boolean).join(', ');
  return `${slug ? `No channel here is called “${slug}”, and a` : 'A'} new one needs: ${what}.`;
}

const partOf = ({ line, closing, lastCheckedOn }: ReadLine) => ({ line, closing, lastCheckedOn });

const nameKey = ({ platformKey, name, unitId }: Pick<Known, 'platformKey' | 'name' | 'unitId'>) =>
  [platformKey, name.toLowerCase(), unitId].join('\n');

function indexChannels(channels: readonly Known[]) {
  const index = {
    bySlug: new Map<string, Known>(),
    byLink: new Map<string, Known>(),
    byOpenLink: new Map<string, Known>(),
    byName: new Map<string, Known>(),
    add(channel: Known) {
      const { slug, linkKey, status } = channel;
      index.bySlug.set(slug, channel);
      index.byName.set(nameKey(channel), channel);
      if (linkKey) index.byLink.set(linkKey, channel);
      if (linkKey && !isOver(status)) index.byOpenLink.set(linkKey, channel);
    },
  };
  for (const channel of channels) index.add(channel);
  return index;
}

function indexUnits(units: readonly Unit[], newId: () => string) {
  const byName = new Map<string, Unit>();
  const slugs = new Set(units.map(({ slug }) => slug));
  const added: Unit[] = [];
  const namesOf = ({ name, aliases }: Unit) => [...aliases, name].map(folded);
  for (const unit of units) for (const name of namesOf(unit)) byName.set(name, unit);
  const byId = new Map(units.map((unit) => [unit.id, unit]));

  /** The unit of this name: the one a channel is in already, if it answers to it; a new one if there is none. */
  function take(name: string, currentId: string | undefined): string {
    const current = byId.get(currentId ?? '');
    if (current && namesOf(current).includes(folded(name))) return current.id;
    return (byName.get(folded(name)) ?? make(name)).id;
  }

  function make(name: string): Unit {
    const slug = freeSlug(slugOf(name));
    const unit = { id: newId(), slug, name, aliases: [] };
    slugs.add(slug);
    byName.set(folded(name), unit);
    added.push(unit);
    return unit;
  }

  function freeSlug(slug: string): string {
    for (let n = 1; ; n++) if (!slugs.has(nthSlug(slug, n))) return nthSlug(slug, n);
  }

  return { take, find: (name: string) => byName.get(folded(name))?.id, added };
}

const folded = (name: string) => foldWords(name).join(' ') || name;
