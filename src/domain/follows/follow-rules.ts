import type { LetterKind } from '../mail/letter-kind-rules.ts';

/** What can be followed. A thread is the conversation under a lesson, a meetup or a channel. */
export const FOLLOW_KINDS = ['series', 'tag', 'unit', 'person', 'channel', 'thread'] as const;
export type FollowKind = (typeof FOLLOW_KINDS)[number];

/** How somebody hears of what they follow. */
export const HEARINGS = ['at-once', 'digest', 'not-at-all'] as const;
export type Hearing = (typeof HEARINGS)[number];

/** Inside a sentence: "you hear of it at once". */
export const SAY_HEARING: Record<Hearing, string> = {
  'at-once': 'at once',
  digest: 'in your digest',
  'not-at-all': 'not at all',
};

/** What is followed: the id of it, which for a tag is the tag itself. */
export interface SubjectKey {
  kind: FollowKind;
  subjectId: string;
}

/** What an id or a tag is made of. */
export const SUBJECT_ID = /^[\p{L}\p{N}-]{1,64}$/u;

/** What is followed, as somebody may see it. */
export interface Subject extends SubjectKey {
  /** Its own name: of a thread, the title it stands under. */
  name: string;
  path: string;
  /** Nothing comes of it any more. */
  isOver: boolean;
}

/** The kind of letters that tell of it: whoever stopped those is not told. */
export const letterKindOf = (kind: FollowKind): LetterKind => (kind === 'series' ? 'series' : 'follows');

/** What is followed, inside a sentence: "lessons about surveys". */
export const sayFollowed = ({ kind, name }: Pick<Subject, 'kind' | 'name'>): string => {
  if (kind === 'tag') return `the tag ${name}`;
  if (kind === 'thread') return `the conversation under “${name}”`;
  return name;
};

/** When its followers are written to, after "we write to you". */
export const WHEN_TOLD: Record<FollowKind, string> = {
  series: 'when a date opens, eight weeks before it',
  tag: 'when there is a new lesson with it, or somebody says how one went',
  unit: 'when it has a new lesson, somebody says how one went, or one of its channels opens, moves or closes',
  person: 'when they have written a new lesson, or somebody says how one went',
  channel: 'when it moves or closes, and when there is a lesson about it',
  thread: 'when somebody says something there',
};

/** "this tag", for a heading or a button. */
export const THIS: Record<FollowKind, string> = {
  series: 'this series',
  tag: 'this tag',
  unit: 'this unit',
  person: 'this person',
  channel: 'this channel',
  thread: 'this conversation',
};
