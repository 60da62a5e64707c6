import type { Tables } from '#db/tables.ts';
import type { Viewer } from '../people/viewer.ts';

export type HandOver = Tables['handOvers']['$inferSelect'];
export type HandOverRole = HandOver['role'];
export type Step = Tables['handOverSteps']['$inferSelect']['step'];
export type Side = Tables['handOverSignatures']['$inferSelect']['side'];

/** Everything that has to be done on the platform before both sign, in the order in which it is done. */
export const STEPS = [
  'access-added',
  'recovery-mailbox',
  'two-step-device',
  'password-changed',
  'profile-text',
  'access-removed',
] as const satisfies readonly Step[];

/** The most that are handed over in one form. */
export const MOST_AT_ONCE = 1000;

/** Whose hand-over stands in the way of another for the same channel and role. */
export const openKeyOf = ({ channelId, role }: Pick<HandOver, 'channelId' | 'role'>): string => `${channelId} ${role}`;

export const ROLE_COLUMN = { owner: 'ownerId', deputy: 'deputyId' } as const satisfies Record<HandOverRole, string>;

/** The sides of a hand-over that somebody signs; a keeper signs for whoever has gone, or was never there. */
export function sidesOf(
  viewer: Pick<Viewer, 'person' | 'isKeeper' | 'isAdmin'>,
  handOver: Pick<HandOver, 'fromId' | 'toId'>,
): Side[] {
  const personId = viewer.person?.id;
  const isKeeper = viewer.isKeeper || viewer.isAdmin;
  const sides: Side[] = [];
  if (personId && (personId === handOver.fromId || (isKeeper && personId !== handOver.toId))) sides.push('from');
  if (personId === handOver.toId) sides.push('to');
  return sides;
}

export const otherRole = (role: HandOverRole): HandOverRole => (role === 'owner' ? 'deputy' : 'owner');

/** The job that reminds somebody of what is open. */
export const REMINDER = 'remind-hand-overs';
const WEEK = 7 * 86_400_000;

/** A week later, and every week while something is open. */
export const reminderAt = (now: Date): Date => new Date(now.getTime() + WEEK);
