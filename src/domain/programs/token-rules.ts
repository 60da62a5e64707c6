import { Temporal } from 'temporal-polyfill';
import { circlesSeenBy, type Viewer } from '../people/viewer.ts';

/** What a token may do, in words for whoever makes one. */
export const SCOPES = {
  'channels:read': 'Read the channels that you may read',
  'channels:review': 'Say that a channel is still right, where you are its owner or deputy',
  'lessons:read': 'Read the lessons that you may read, and your drafts',
  'lessons:draft': 'Keep drafts of lessons for you, which you then finish and publish',
} as const;
export type Scope = keyof typeof SCOPES;
export const SCOPE_NAMES = Object.keys(SCOPES) as [Scope, ...Scope[]];

/** For how many days a token works, as its maker may choose. */
export const LASTINGS = { '30': 'A month', '90': 'Three months', '365': 'A year' } as const;
export type Lasting = keyof typeof LASTINGS;
export const LASTING_NAMES = Object.keys(LASTINGS) as [Lasting, ...Lasting[]];

/** So many that work a person may have at once. */
export const MOST_TOKENS = 10;

/** What every token begins with, so that one that was published by mistake can be found. */
export const TOKEN_PREFIX = 'teacake_';

/** The last day on which a token made today works, as 'YYYY-MM-DD'. */
export const lastDayOf = (today: string, lasting: Lasting): string =>
  Temporal.PlainDate.from(today)
    .add({ days: Number(lasting) })
    .toString();

/** Whoever a program acts for: somebody in their circle, without the roles they have. */
export const asProgram = (circle: Viewer['circle'], person: NonNullable<Viewer['person']>): Viewer => ({
  circle,
  circles: circlesSeenBy(circle),
  person,
  isKeeper: false,
  isModerator: false,
  isAdmin: false,
});
