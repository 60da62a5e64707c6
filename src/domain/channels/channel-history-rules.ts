import type { FieldChange } from '#db/tables/channels.ts';
import type { Viewer } from '../people/viewer.ts';
import { fieldsSeenBy } from './channel-field-rules.ts';
import type { Channel, ChannelFields } from './channel-rules.ts';

/** The first entry in a channel's history. */
export const ADDED: FieldChange = { field: 'added', from: '', to: '' };

/** Who can get in: a list beside the record, for whoever holds the keys. */
export const ACCESS = 'access';

/** Follows from the address, so it has no history of its own. */
const DERIVED = 'linkKey';

/** Fields that name a person or a unit by its id. */
const NAMED_BY_ID = ['ownerId', 'deputyId', 'unitId'];

/** What a save changes, field by field, as text. */
export function changesBetween(before: Channel, after: ChannelFields): FieldChange[] {
  return (Object.keys(after) as (keyof ChannelFields)[])
    .filter((field) => field !== DERIVED)
    .map((field) => ({ field, from: textOf(before[field]), to: textOf(after[field]) }))
    .filter(({ from, to }) => from !== to);
}

/** The changes in fields that a viewer may read; `isHolder` as `mayReview` says for that channel. */
export function seenChanges(changes: readonly FieldChange[], viewer: Pick<Viewer, 'circle'>, isHolder: boolean) {
  const fields = [ADDED.field, ...fieldsSeenBy(viewer, isHolder), ...(isHolder ? [ACCESS] : [])];
  return changes.filter(({ field }) => fields.includes(field));
}

/** The ids of people and units that changes speak of. */
export const idsIn = (changes: readonly FieldChange[]): string[] =>
  changes
    .filter(({ field }) => NAMED_BY_ID.includes(field))
    .flatMap(({ from, to }) => [from, to])
    .filter(Boolean);

function textOf(value: ChannelFields[keyof ChannelFields]): string {
  if (value === null) return '';
  return Array.isArray(value) ? value.join(', ') : String(value);
}
