import { foldWords } from '../search/search-rules.ts';
import { nthSlug, slugOf } from '../slugs/slug-rules.ts';
import { isOver } from './channel-rules.ts';
import type { Known, Unit } from './import-plan-rules.ts';

export const nameKey = ({ platformKey, name, unitId }: Pick<Known, 'platformKey' | 'name' | 'unitId'>) =>
  [platformKey, name.toLowerCase(), unitId].join('\n');

/** Channels by all that finds one again. */
export function indexChannels(channels: readonly Known[]) {
  const index = {
    byId: new Map<string, Known>(),
    bySlug: new Map<string, Known>(),
    byLink: new Map<string, Known>(),
    byOpenLink: new Map<string, Known>(),
    byName: new Map<string, Known>(),
    add(channel: Known) {
      const { slug, linkKey, status } = channel;
      index.byId.set(channel.id, channel);
      index.bySlug.set(slug, channel);
      index.byName.set(nameKey(channel), channel);
      if (linkKey) index.byLink.set(linkKey, channel);
      if (linkKey && !isOver(status)) index.byOpenLink.set(linkKey, channel);
    },
  };
  for (const channel of channels) index.add(channel);
  return index;
}

/** Units by name and older name; remembers those that a file makes. */
export function indexUnits(units: readonly Unit[], newId: () => string) {
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
