import type { FieldChange } from '#db/tables/channels.ts';
import { foldWords } from '../search/search-rules.ts';
import { changesBetween } from './channel-history-rules.ts';
import { type Channel, type ChannelFields, fieldsOf } from './channel-rules.ts';
import { textOf } from './channel-value-rules.ts';
import type { ReadLine } from './import-rules.ts';

/** What a list says of one channel, by field, as the history would say it. */
export type Said = Readonly<Record<string, string>>;

/** What wins where a list and somebody here have changed the same field since the last import. */
export type ConflictChoice = 'ours' | 'theirs';

/** These move together: half an old address and half a new one is none. */
const ADDRESS = ['platformKey', 'url', 'handle', 'linkKey'] as const;

/** What finds a line of a list again: its own id, else its link, else platform, name and unit. */
export function sourceKeyOf({ sourceId, fields: { linkKey, platformKey = '', name = '' }, unit }: ReadLine): string {
  if (sourceId) return keyOfId(sourceId);
  return linkKey ? `link ${linkKey}` : `name ${[platformKey, ...foldWords(name), '/', ...foldWords(unit)].join(' ')}`;
}

export const keyOfId = (sourceId: string) => `id ${sourceId}`;
export const isKeyOfId = (key: string) => key.startsWith('id ');

/** All that a line says. */
export function saidBy({ fields, unit, ownerAddress, deputyAddress, closing }: ReadLine): Said {
  const texts = Object.entries(fields).map(([field, value]) => [field, textOf(value)]);
  const named = { unit, ...(ownerAddress && { ownerAddress }), ...(deputyAddress && { deputyAddress }) };
  return { ...Object.fromEntries(texts), ...named, ...closing };
}

/** A line without what the list has said before: that it says it again is no reason to change anything here. */
export function onlyNew(row: ReadLine, before: Said | undefined): ReadLine {
  if (!before) return row;
  const now = saidBy(row);
  const isOld = (field: string) => now[field] === before[field];
  const isMoved = !ADDRESS.every(isOld);
  const isNew = (field: string) => ((ADDRESS as readonly string[]).includes(field) ? isMoved : !isOld(field));
  const only = <Part extends object>(part: Part) =>
    Object.fromEntries(Object.entries(part).filter(([field]) => isNew(field))) as Part;
  const { ownerAddress, deputyAddress, ...others } = row;
  return {
    ...others,
    fields: only(row.fields),
    unit: isNew('unit') ? row.unit : '',
    closing: only(row.closing),
    ...only({
      ...(ownerAddress !== undefined && { ownerAddress }),
      ...(deputyAddress !== undefined && { deputyAddress }),
    }),
  };
}

/**
 * What a line changes on a channel: what it may, and what somebody here has changed as well since the list last spoke of
 * it. `from` is ours, `to` is theirs.
 */
export function mergeLine(channel: Channel, wished: Partial<ChannelFields>, before: Said | undefined) {
  const theirs = { ...fieldsOf(channel), ...wished };
  const all = changesBetween(channel, theirs);
  const byHand = before ? all.filter(({ field, from }) => field in before && before[field] !== from) : [];
  const isMoved = byHand.some(({ field }) => isOfAddress(field));
  const isContested = ({ field }: FieldChange) =>
    byHand.some((change) => change.field === field) || (isMoved && isOfAddress(field));
  return { theirs, changes: all.filter((change) => !isContested(change)), conflicts: all.filter(isContested) };
}

/** The fields to save, with what is contested as it was chosen. */
export function fieldsAs(
  choice: ConflictChoice,
  channel: Channel,
  { theirs, conflicts }: Pick<ReturnType<typeof mergeLine>, 'theirs' | 'conflicts'>,
): ChannelFields {
  if (choice === 'theirs' || conflicts.length === 0) return theirs;
  const contested = conflicts.map(({ field }) => field);
  const kept = contested.some(isOfAddress) ? [...contested, ...ADDRESS] : contested;
  const ours = Object.entries(fieldsOf(channel)).filter(([field]) => kept.includes(field));
  return { ...theirs, ...Object.fromEntries(ours) };
}

const isOfAddress = (field: string) => (ADDRESS as readonly string[]).includes(field);
