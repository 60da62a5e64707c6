import { type Cells, COLUMN_NAMES, type ColumnName } from './column-rules.ts';

/** How the columns of another register's file become ours; columns are matched by name, in any spelling of case and spaces. */
export interface Mapping {
  /** Whose files these are. */
  label: string;
  columns: Partial<Record<MappedColumn, Source>>;
}

/**
 * `service` is another register's name for a platform: the link decides, and a difference is remarked on. `sourceId` is
 * its own number for a line: it finds the channel again whatever else has changed.
 */
export type MappedColumn = ColumnName | 'service' | 'sourceId';
export type MappedCells = Cells & { service?: string; sourceId?: string };

export interface Source {
  /** The first of these that is not empty. */
  from?: readonly string[];
  /** What to read for what stands there, in any case; anything else stays as it is. */
  values?: Readonly<Record<string, string>>;
  /** Of several with `|` between them, the first that starts with none of these words, or else the first. */
  oneOf?: { notStarting: readonly string[] };
  /** Cut to so many characters, at a word. */
  cutTo?: number;
  /** For every row. */
  always?: string;
}

/** Reads the cells of one line. */
export type LineReader = (cells: readonly string[]) => MappedCells;

/** How to read a file with this header, or a sentence about why it cannot be read. Without a mapping it has our own columns. */
export function fitMapping(mapping: Mapping | undefined, header: readonly string[]): LineReader | string {
  const names = header.map(folded);
  const twice = names.find((name, at) => name !== '' && names.indexOf(name) !== at);
  if (twice) return `Two columns are called “${header[names.indexOf(twice)]}”. Rename or remove one.`;
  const columns = mapping?.columns ?? ownColumns(names);
  const wanted = Object.values(columns).flatMap(({ from = [] }) => from);
  const missing = mapping ? wanted.filter((name) => !names.includes(folded(name))) : [];
  if (missing.length > 0) return `This is no file of ${mapping?.label}: there is no column “${missing[0]}”.`;
  const has = (...wished: MappedColumn[]) => wished.some((name) => name in columns);
  if (!has('slug') && !(has('name') && has('unit') && has('link', 'platform')))
    return 'The first line must name the columns. We need “slug”, or “name”, “unit” and “link” or “platform”.';
  const sources = Object.entries(columns).map(([name, source]) => [name, reader(source, names)] as const);
  return (cells) => Object.fromEntries(sources.map(([name, read]) => [name, read(cells)]));
}

/** A mapping from a file, or a sentence about what is wrong with it. */
export function readMapping(json: unknown): Mapping | string {
  if (!isRecord(json) || typeof json['label'] !== 'string' || !isRecord(json['columns']))
    return 'A mapping needs a “label” and “columns”: see the one for the U.S. Digital Registry.';
  const known: string[] = [...COLUMN_NAMES, 'service', 'sourceId'];
  for (const [name, source] of Object.entries(json['columns'])) {
    if (!known.includes(name)) return `The mapping fills “${name}”, which is none of our columns.`;
    if (!isSource(source)) return `The mapping of “${name}” needs “from”, a list of columns, or “always”, a text.`;
  }
  return json as unknown as Mapping;
}

function ownColumns(names: readonly string[]): Mapping['columns'] {
  const there = [...COLUMN_NAMES, 'sourceId'].filter((name) => names.includes(folded(name)));
  return Object.fromEntries(there.map((name) => [name, { from: [name] }]));
}

function reader({ from = [], always, values, oneOf, cutTo }: Source, names: readonly string[]) {
  const at = from.map((name) => names.indexOf(folded(name)));
  const instead = new Map(Object.entries(values ?? {}).map(([text, value]) => [text.toLowerCase(), value]));
  return (cells: readonly string[]) => {
    const text = always ?? at.map((index) => cells[index]?.trim() ?? '').find(Boolean) ?? '';
    const one = oneOf ? choose(text, oneOf.notStarting) : text;
    const value = instead.get(one.toLowerCase()) ?? one;
    return cutTo === undefined ? value : cut(value, cutTo);
  };
}

function choose(text: string, notStarting: readonly string[]): string {
  const entries = text.split('|').map((entry) => entry.trim());
  return entries.find((entry) => !notStarting.some((start) => entry.startsWith(start))) ?? entries[0] ?? '';
}

function cut(text: string, most: number): string {
  const plain = text.trim();
  if (plain.length <= most) return plain;
  const start = plain.slice(0, most - 1);
  return `${start.slice(0, Math.max(start.lastIndexOf(' '), most / 2))}…`;
}

/** "Account kind", "account_kind" and "accountKind" are one name. */
const folded = (name: string) => name.toLowerCase().replace(/[^\p{Letter}\p{Number}]+/gu, '');

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isTexts = (value: unknown) => Array.isArray(value) && value.every((text) => typeof text === 'string');

function isSource(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { from, always, values = {}, oneOf = { notStarting: [] }, cutTo = 1, ...others } = value;
  const isFilled = typeof always === 'string' || (isTexts(from) && (from as string[]).length > 0);
  const isPicked = isRecord(oneOf) && isTexts(oneOf['notStarting']);
  return (
    isFilled &&
    isPicked &&
    isRecord(values) &&
    isTexts(Object.values(values)) &&
    typeof cutTo === 'number' &&
    Object.keys(others).length === 0
  );
}
