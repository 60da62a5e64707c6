import type { FieldChange } from '#db/tables/channels.ts';
import type { Channel, ChannelFields } from './channel-rules.ts';

/** Follows from the address, so it has no history of its own. */
const DERIVED = 'linkKey';

/** What a save changes, field by field, as text. People and units are named by their ids. */
export function changesBetween(before: Channel, after: ChannelFields): FieldChange[] {
  return (Object.keys(after) as (keyof ChannelFields)[])
    .filter((field) => field !== DERIVED)
    .map((field) => ({ field, from: textOf(before[field]), to: textOf(after[field]) }))
    .filter(({ from, to }) => from !== to);
}

/** The first entry in a channel's history. */
export const ADDED: FieldChange = { field: 'added', from: '', to: '' };

function textOf(value: ChannelFields[keyof ChannelFields]): string {
  if (value === null) return '';
  return Array.isArray(value) ? value.join(', ') : String(value);
}
