import type { ChannelFields } from './channel-rules.ts';

/** A field of a channel that a save can change. */
export type FieldName = keyof ChannelFields;
type Value = ChannelFields[FieldName];

const LISTS: readonly string[] = ['languages', 'whoPosts', 'tags'] satisfies FieldName[];
const FLAGS: readonly string[] = ['centralTeamHasAccess', 'recoveryIsShared', 'emergencyUse'] satisfies FieldName[];
const NUMBERS: readonly string[] = ['emergencyOrder', 'postsWithinMinutes'] satisfies FieldName[];
/** Fields that hold nothing rather than an empty text. */
const NULLABLE: readonly string[] = [
  'url',
  'linkKey',
  'ownerId',
  'deputyId',
  'latestResultOn',
  'centralAccessCheckedOn',
  'twoStepCheckedOn',
  'openedOn',
] satisfies FieldName[];

/** A value as the history keeps it. */
export function textOf(value: Value): string {
  if (value === null) return '';
  return Array.isArray(value) ? value.join(', ') : String(value);
}

/** The value that a text in the history stands for: `textOf` the other way round. */
export function readValue(field: FieldName, text: string): Value {
  if (LISTS.includes(field)) return text.split(', ').filter(Boolean);
  if (FLAGS.includes(field)) return text === '' ? null : text === 'true';
  if (NUMBERS.includes(field)) return text === '' ? null : Number(text);
  return text === '' && NULLABLE.includes(field) ? null : text;
}
