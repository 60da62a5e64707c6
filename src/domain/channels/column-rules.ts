import { CIRCLES } from '../people/viewer.ts';
import { daysBetween } from '../time/day-rules.ts';
import { STATUSES } from './channel-rules.ts';
import {
  ACCOUNT_KIND_WORDS,
  CLOSE_REASON_WORDS,
  HANDLE_FATE_WORDS,
  MODE_WORDS,
  OBJECTIVE_KIND_WORDS,
  POSTER_WORDS,
  PROMISE_WORDS,
  SIGN_IN_WORDS,
  TWO_STEP_WORDS,
} from './channel-words.ts';

/** What may stand in a cell. */
export type CellKind =
  | { kind: 'line' | 'text'; most: number }
  /** One of these codes; an empty cell leaves the channel as it is, or, when `mayBeEmpty`, empties the field. */
  | { kind: 'code'; codes: readonly string[]; mayBeEmpty?: true }
  /** Several, with `|` between them. */
  | { kind: 'list'; codes?: readonly string[] }
  /** yes or no; an empty cell means that nobody knows. */
  | { kind: 'flag' }
  /** 'YYYY-MM-DD'; when something was done, the day is never ahead. */
  | { kind: 'day'; isDone?: true }
  | { kind: 'number' };

export interface Column {
  cell: CellKind;
  /** Who finds it in the export. */
  seenBy: 'everyone' | 'staff' | 'keepers';
  /** For people who make a file. */
  about: string;
}

const line = (most: number): CellKind => ({ kind: 'line', most });
const codes = (words: Record<string, string>): CellKind => ({ kind: 'code', codes: Object.keys(words) });
const codesOrNone = (words: Record<string, string>): CellKind => ({ ...codes(words), mayBeEmpty: true }) as CellKind;
const day: CellKind = { kind: 'day' };
const dayDone: CellKind = { kind: 'day', isDone: true };
const flag: CellKind = { kind: 'flag' };

const everyone = (about: string, cell: CellKind): Column => ({ about, cell, seenBy: 'everyone' });
const staff = (about: string, cell: CellKind): Column => ({ about, cell, seenBy: 'staff' });
const keepers = (about: string, cell: CellKind): Column => ({ about, cell, seenBy: 'keepers' });

/** The columns of a register file, in their order: what is exported, and what an import reads. */
export const COLUMNS = {
  slug: everyone('The last part of its address in the directory; finds the channel again', line(100)),
  name: everyone('What people know it by; needed for a new channel', line(120)),
  platform: everyone('The platform’s key, like x or notice_board; needed where there is no link', line(64)),
  link: everyone('Its address; in the export only while the channel is live', line(2000)),
  handle: everyone('Its name on the platform, without @', line(300)),
  place: everyone('Where it is, for a notice board or a counter', line(200)),
  unit: everyone('The unit that runs it, by name or older name; made when it is not there', line(120)),
  languages: everyone('ISO 639 codes or English names', { kind: 'list' }),
  accountKind: everyone('Who speaks there', codes(ACCOUNT_KIND_WORDS)),
  mode: everyone('Whether people can reply', codes(MODE_WORDS)),
  whoPosts: everyone('Who posts', { kind: 'list', codes: Object.keys(POSTER_WORDS) }),
  objective: everyone('What it is for', line(300)),
  audience: everyone('Whom it is for', line(200)),
  teamMailbox: everyone('The mail address of the team', line(254)),
  monitoredHours: everyone('When somebody watches', line(200)),
  responsePromise: everyone('How soon people get an answer', codesOrNone(PROMISE_WORDS)),
  outOfHours: everyone('What happens at other times', line(200)),
  notFor: everyone('What it is not for', line(200)),
  status: everyone('How it stands', { kind: 'code', codes: STATUSES }),
  circle: everyone('Who may see it', { kind: 'code', codes: CIRCLES }),
  lastCheckedOn: everyone('When somebody last made sure that all of this is right', dayDone),
  closedOn: everyone('When it was closed', day),
  closedWhy: everyone('Why it was closed', codes(CLOSE_REASON_WORDS)),
  goInstead: everyone('The slug of the channel to go to instead', line(100)),
  platformId: staff('The platform’s own number for it', line(64)),
  objectiveKind: staff('What kind of objective', codesOrNone(OBJECTIVE_KIND_WORDS)),
  measure: staff('How it is measured', line(300)),
  latestResult: staff('What came of it lately', line(300)),
  latestResultOn: staff('When', dayDone),
  outOfHoursPhone: staff('Whom to ring at other times', line(40)),
  emergencyUse: staff('Whether it is used in emergencies', { kind: 'code', codes: ['yes', 'no'] }),
  emergencyOrder: staff('In which order then', { kind: 'number' }),
  postsWithinMinutes: staff('Within how many minutes somebody can post, at any hour', { kind: 'number' }),
  openedOn: staff('When it was opened', day),
  tags: staff('Tags', { kind: 'list' }),
  notes: staff('Notes', { kind: 'text', most: 2000 }),
  ownerAddress: keepers('The mail address of the owner, who must have signed in once', line(254)),
  deputyAddress: keepers('The mail address of the deputy', line(254)),
  contactsKeptIn: keepers('Where the contacts made through it are kept', line(120)),
  centralTeamHasAccess: keepers('Whether the central team can get in', flag),
  centralAccessCheckedOn: keepers('When that was checked', dayDone),
  signInKeptIn: keepers('Where the sign-in is kept, never what it is', codes(SIGN_IN_WORDS)),
  signInPlace: keepers('Which one', line(100)),
  recoveryIsShared: keepers('Whether the recovery mailbox is shared', flag),
  twoStepSignIn: keepers('Two-step sign-in', codes(TWO_STEP_WORDS)),
  twoStepCheckedOn: keepers('When that was checked', dayDone),
  handleFate: keepers('What became of its name after closing', codes(HANDLE_FATE_WORDS)),
} as const satisfies Record<string, Column>;

export type ColumnName = keyof typeof COLUMNS;
export const COLUMN_NAMES = Object.keys(COLUMNS) as ColumnName[];

const DAYS_DONE = COLUMN_NAMES.filter((name) => 'isDone' in COLUMNS[name].cell);

/** The columns that give a day still ahead for something that was done. @param today 'YYYY-MM-DD' */
export const columnsAhead = (values: Partial<Record<ColumnName, unknown>>, today: string): ColumnName[] =>
  DAYS_DONE.filter((name) => daysBetween(today, String(values[name])) > 0);

/** What one line says, by column; a column that the file does not have is missing here. */
export type Cells = Partial<Record<ColumnName, string>>;
