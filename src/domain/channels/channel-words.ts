import type { Access, Channel, ChannelStatus, Closure, Review, ReviewState } from './channel-rules.ts';
import type { Risk } from './review-risk-rules.ts';

/** What each code of a channel's record is called on pages, in forms and in its history. */

export const STATUS_WORDS: Record<ChannelStatus, string> = {
  requested: 'Requested',
  approved: 'Approved, not open yet',
  open: 'Open',
  paused: 'Paused',
  'no-access': 'Nobody can get in',
  closing: 'Closing',
  closed: 'Closed',
  refused: 'Refused',
};

export const REVIEW_WORDS: Record<ReviewState, string> = {
  fine: 'Checked',
  'due-soon': 'Check due soon',
  overdue: 'Check overdue',
  never: 'Never checked',
};

export const ACCOUNT_KIND_WORDS: Record<Channel['accountKind'], string> = {
  corporate: 'The organisation',
  professional: 'A named member of staff in their role',
  personal: 'A person, used for work',
  mixed: 'Mixed',
};

export const MODE_WORDS: Record<Channel['mode'], string> = {
  conversation: 'A conversation: you can reply',
  broadcast: 'Broadcast only: it tells, it does not answer',
};

export const POSTER_WORDS: Record<string, string> = {
  comms: 'Communications team',
  managers: 'Managers',
  frontline: 'Frontline staff',
  'web-team': 'Web team',
  specialists: 'Subject specialists',
  partner: 'A partner',
};

export const OBJECTIVE_KIND_WORDS: Record<string, string> = {
  'change-behaviour': 'Change what people do',
  'use-service': 'Help people use a service',
  trust: 'Reputation and trust',
  listen: 'Listen',
  warn: 'Warn and inform',
};

export const PROMISE_WORDS: Record<string, string> = {
  '1-hour': 'Within an hour',
  'same-day': 'The same day',
  '1-working-day': 'Within a working day',
  '2-3-working-days': 'Within two or three working days',
  '10-working-days': 'Within ten working days',
  none: 'No promise',
  'not-monitored': 'Nobody watches for replies',
};

export const SIGN_IN_WORDS: Record<Channel['signInKeptIn'], string> = {
  'password-manager': 'Password manager',
  'platform-roles': 'Roles on the platform, no shared password',
  'single-sign-on': 'Single sign-on',
  'sealed-envelope': 'Sealed envelope',
  unknown: 'Not known',
};

export const TWO_STEP_WORDS: Record<Channel['twoStepSignIn'], string> = {
  on: 'On',
  off: 'Off',
  'not-offered': 'Not offered',
  unknown: 'Not known',
};

export const ACCESS_WORDS: Record<Access['level'], string> = {
  admin: 'Admin: can change everything, also who gets in',
  editor: 'Editor: can publish',
  scheduler: 'Scheduler: can prepare what others publish',
  viewer: 'Viewer: can read only',
};

export const CLOSE_REASON_WORDS: Record<Closure['why'], string> = {
  merged: 'Merged with another',
  'no-owner': 'Nobody to answer for it',
  'no-audience': 'Too few people came',
  'platform-gone': 'The platform is gone',
  'campaign-over': 'The campaign is over',
  'lost-access': 'We lost access',
  other: 'Another reason',
};

export const HANDLE_FATE_WORDS: Record<Closure['handleFate'], string> = {
  'kept-parked': 'Kept by us, unused',
  deleted: 'Deleted',
  released: 'Released: anybody may take it',
  unknown: 'Not known',
};

export const RESULT_WORDS: Record<Review['result'], string> = {
  'still-right': 'Still right',
  changed: 'Checked while changing it',
  'close-it': 'Should be closed',
  'cannot-reach-owner': 'The owner cannot be reached',
  'not-mine': 'Not theirs',
};

/** Inside a sentence: "every three months, since …". */
export const RISK_WORDS: Record<Risk, string> = {
  emergency: 'it is used in an emergency',
  personal: 'it is a person’s own account',
  'no-two-step': 'two-step sign-in is off',
  'one-holder': 'only one person answers for it',
};

/** "Yes", "No" or "Not known". */
export const sayFlag = (flag: boolean | null): string => (flag === null ? 'Not known' : flag ? 'Yes' : 'No');

/** The words for some codes, as one text; a code without words stands for itself. */
export const sayEach = (codes: readonly string[], words: Record<string, string>): string =>
  codes.map((code) => words[code] ?? code).join(', ');

/** The codes as choices of a form. */
export const choicesOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** What each field is called in the history of a channel. */
export const FIELD_WORDS: Record<string, string> = {
  name: 'Name',
  platformKey: 'Platform',
  url: 'Link',
  handle: 'Name there',
  place: 'Place',
  languages: 'Languages',
  accountKind: 'Who speaks',
  mode: 'Replies',
  whoPosts: 'Who writes',
  objective: 'What it is for',
  audience: 'Whom it is for',
  unitId: 'Unit',
  ownerId: 'Owner',
  deputyId: 'Deputy',
  teamMailbox: 'Team mailbox',
  monitoredHours: 'Watched',
  responsePromise: 'How soon it answers',
  outOfHours: 'Out of hours',
  notFor: 'Not for',
  status: 'How it stands',
  circle: 'Who can see it',
  platformId: 'Number there',
  objectiveKind: 'Kind of aim',
  measure: 'How we tell it works',
  latestResult: 'Latest result',
  latestResultOn: 'Latest result as of',
  outOfHoursPhone: 'Number out of hours',
  emergencyUse: 'Used in an emergency',
  emergencyOrder: 'Turn in an emergency',
  postsWithinMinutes: 'Minutes until it can carry a message',
  openedOn: 'Open since',
  tags: 'Tags',
  notes: 'Notes',
  contactsKeptIn: 'Contacts kept in',
  centralTeamHasAccess: 'Central team can get in',
  centralAccessCheckedOn: 'Central access tried on',
  signInKeptIn: 'Sign-in kept in',
  signInPlace: 'Place of the sign-in',
  recoveryIsShared: 'Shared recovery address',
  twoStepSignIn: 'Two-step sign-in',
  twoStepCheckedOn: 'Two-step sign-in looked at on',
  access: 'Can get in',
  reviewDueOn: 'Next check by',
  closedOn: 'Closed on',
  why: 'Why it is closed',
  goInsteadId: 'Where to go instead',
  handleFate: 'What became of its name',
  handOver: 'Hand-over',
};
