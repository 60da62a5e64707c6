import { seededChance } from './chance.ts';

/** What happened to a tenth of the lines of a register, by their numbers in it. */
export interface Fates {
  renamed: Set<string>;
  /** The same link, spelled in another way. */
  respelled: Set<string>;
  moved: Set<string>;
  gone: Set<string>;
  added: Set<string>;
}

const KINDS = ['renamed', 'respelled', 'moved', 'gone', 'added'] as const;

/** The next issue of a register in the columns of the U.S. Digital Registry, a tenth of it changed: the same for the same seed. */
export function changedRegister([header = [], ...rows]: readonly (readonly string[])[], seed: number) {
  const below = seededChance(seed);
  const pick = <T>(from: readonly T[]) => from[below(from.length)] as T;
  const at = (name: string) => header.indexOf(name);
  const fates: Fates = {
    renamed: new Set(),
    respelled: new Set(),
    moved: new Set(),
    gone: new Set(),
    added: new Set(),
  };
  const agencies = [...new Set(rows.map((row) => row[at('agencies')] ?? ''))].filter(Boolean).sort();
  const put = (row: readonly string[], cells: Record<string, string>) =>
    header.map((name, column) => cells[name] ?? row[column] ?? '');
  const change = (row: readonly string[]): string[][] => {
    const kind = below(10) === 0 ? pick(KINDS) : undefined;
    if (!kind) return [[...row]];
    const [id = '', name = '', url = ''] = ['id', 'organization', 'service_url'].map((column) => row[at(column)]);
    fates[kind].add(kind === 'added' ? `new-${id}` : id);
    if (kind === 'gone') return [];
    if (kind === 'renamed') return [put(row, { organization: `${name.slice(0, 90)}, renamed` })];
    if (kind === 'respelled') return [put(row, { service_url: respelled(url) })];
    if (kind === 'moved') return [put(row, { agencies: pick(agencies) })];
    const fresh = { id: `new-${id}`, organization: `New ${id}`, service_url: `https://x.com/new_${id.slice(-10)}` };
    return [[...row], put(row, { ...fresh, account: '', service_key: 'twitter' })];
  };
  return { table: [[...header], ...rows.flatMap(change)], fates };
}

const respelled = (url: string) => url.replace(/^https?:\/\/(www\.)?/i, 'HTTP://WWW.').replace(/\/?$/, '/');
