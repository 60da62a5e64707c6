import type { Viewer } from '../people/viewer.ts';
import type { ChannelFields } from './channel-rules.ts';

type Field = keyof ChannelFields;

/** What everyone in a channel's circle may read. Owner and deputy are here as offices: their names have a rule of their own. */
export const FIELDS_FOR_EVERYONE = [
  'name',
  'platformKey',
  'url',
  'handle',
  'place',
  'languages',
  'accountKind',
  'mode',
  'whoPosts',
  'objective',
  'audience',
  'unitId',
  'ownerId',
  'deputyId',
  'teamMailbox',
  'monitoredHours',
  'responsePromise',
  'outOfHours',
  'notFor',
  'status',
  'circle',
] as const satisfies readonly Field[];

/** What staff see besides. */
export const FIELDS_FOR_STAFF = [
  'platformId',
  'objectiveKind',
  'measure',
  'latestResult',
  'latestResultOn',
  'outOfHoursPhone',
  'emergencyUse',
  'emergencyOrder',
  'postsWithinMinutes',
  'openedOn',
  'tags',
  'notes',
] as const satisfies readonly Field[];

/** Who holds the keys and where they are: for owner, deputy and keepers. Never a secret itself. */
export const FIELDS_FOR_HOLDERS = [
  'contactsKeptIn',
  'centralTeamHasAccess',
  'centralAccessCheckedOn',
  'signInKeptIn',
  'signInPlace',
  'recoveryIsShared',
  'twoStepSignIn',
  'twoStepCheckedOn',
] as const satisfies readonly Field[];

/** The fields of one channel that a viewer may read; `isHolder` as `mayReview` says for that channel. */
export const fieldsSeenBy = ({ circle }: Pick<Viewer, 'circle'>, isHolder: boolean): readonly string[] => [
  ...FIELDS_FOR_EVERYONE,
  ...(circle === 'staff' ? FIELDS_FOR_STAFF : []),
  ...(isHolder ? FIELDS_FOR_HOLDERS : []),
];

/** The columns, or the fields, of these names. */
export const pick = <Table extends object, Name extends keyof Table>(table: Table, names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, table[name]])) as Pick<Table, Name>;
