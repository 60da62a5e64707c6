import type { FieldChange } from '#db/tables/channels.ts';
import type { Viewer } from '../people/viewer.ts';
import { fieldsSeenBy } from './channel-field-rules.ts';
import { type Channel, type ChannelFields, type Closing, isRegisterKeeper } from './channel-rules.ts';
import { type FieldName, textOf } from './channel-value-rules.ts';

/** The first entry in a channel's history. */
export const ADDED: FieldChange = { field: 'added', from: '', to: '' };

/** Who can get in: a list beside the record, for whoever holds the keys. */
export const ACCESS = 'access';

/** The day of the next check, where somebody set it: else it follows from the last one. */
export const REVIEW_DUE = 'reviewDueOn';

/** How a channel ended: a record beside it. What became of its name is for keepers only. */
const CLOSING_FIELDS: readonly (keyof Closing)[] = ['closedOn', 'why', 'goInsteadId', 'handleFate'];
const CLOSING_FOR_KEEPERS = 'handleFate';

/** Both have signed: it passed from one to another. */
export const HAND_OVER = 'handOver';

/** Follows from the address, so it has no history of its own. */
const DERIVED = 'linkKey';

/** Fields that name a person, a unit or a channel by its id. */
const NAMED_BY_ID = ['ownerId', 'deputyId', 'unitId', 'goInsteadId'];

/** What a save changes, field by field, as text. */
export function changesBetween(before: Channel, after: ChannelFields): FieldChange[] {
  return (Object.keys(after) as FieldName[])
    .filter((field) => field !== DERIVED)
    .map((field) => ({ field, from: textOf(before[field]), to: textOf(after[field]) }))
    .filter(({ from, to }) => from !== to);
}

/** What changes in how a channel ended; undefined where it did not. */
export const closingChanges = (before: Closing | undefined, after: Closing | undefined): FieldChange[] =>
  CLOSING_FIELDS.map((field) => ({ field, from: before?.[field] ?? '', to: after?.[field] ?? '' })).filter(
    ({ from, to }) => from !== to,
  );

/** Whether a field tells how a channel ended. */
export const isOfClosing = (field: string): field is keyof Closing =>
  (CLOSING_FIELDS as readonly string[]).includes(field);

/** The changes in fields that a viewer may read; `isHolder` as `mayReview` says for that channel. */
export function seenChanges(
  changes: readonly FieldChange[],
  viewer: Pick<Viewer, 'circle' | 'isKeeper' | 'isAdmin'>,
  isHolder: boolean,
) {
  const ofClosing = CLOSING_FIELDS.filter((field) => field !== CLOSING_FOR_KEEPERS || isRegisterKeeper(viewer));
  const ofStaff = viewer.circle === 'staff' ? [REVIEW_DUE] : [];
  const ofHolders = isHolder ? [ACCESS] : [];
  const fields = [ADDED.field, HAND_OVER, ...fieldsSeenBy(viewer, isHolder), ...ofClosing, ...ofStaff, ...ofHolders];
  return changes.filter(({ field }) => fields.includes(field));
}

/** The ids of people, units and channels that changes speak of. */
export const idsIn = (changes: readonly FieldChange[]): string[] =>
  changes
    .filter(({ field }) => NAMED_BY_ID.includes(field))
    .flatMap(({ from, to }) => [from, to])
    .filter(Boolean);
