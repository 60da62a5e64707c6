import type { Tables } from '#db/tables.ts';
import type { Circle } from '../people/viewer.ts';
import type { Stakes } from './conflict-rules.ts';

type Row<Name extends keyof Tables> = Tables[Name]['$inferSelect'];

/** What words stand under. */
export interface Ground {
  kind: 'lesson' | 'meetup' | 'channel';
  title: string;
  path: string;
  circle: Circle;
  /** The authors of the lesson, who answers for the channel, the hosts of the meetup. */
  behindIds: string[];
}

/** Words, and how they stand. */
export interface Case {
  comment: Row<'comments'>;
  author: { id: string; name: string; email: string | null; circle: Circle; leftAt: Date | null } | null;
  hold: Row<'commentHolds'> | null;
  release: Row<'commentReleases'> | null;
  removal: Row<'commentRemovals'> | null;
  withdrawal: Row<'commentWithdrawals'> | null;
  appeal: Row<'commentAppeals'> | null;
  ground: Ground | undefined;
}

export type CaseState = 'shown' | 'held' | 'removed' | 'withdrawn';

/** What whoever wrote it took back is gone for everybody, whatever moderators do. */
export function stateOf({ hold, release, removal, withdrawal }: Case): CaseState {
  if (withdrawal) return 'withdrawn';
  if (removal) return 'removed';
  return hold && !release ? 'held' : 'shown';
}

/** Whether an appeal waits for an answer. */
export const isAppealOpen = ({ removal, appeal }: Pick<Case, 'removal' | 'appeal'>): boolean =>
  removal !== null && appeal !== null && appeal.decidedAt === null;

/** Where to write to whoever wrote the words; null when they left no address or have left. */
export const addressOf = ({ author, comment }: Pick<Case, 'author' | 'comment'>): string | null =>
  author ? (author.leftAt ? null : author.email) : comment.guestEmail || null;

export const nameOf = ({ author, comment }: Pick<Case, 'author' | 'comment'>): string =>
  author ? author.name || author.email || '' : comment.guestName;

/** Who removed the words has a stake in the appeal alone: they may take back what they did. */
export const stakesOf = ({ comment, ground, removal }: Case, isAppeal: boolean): Stakes => ({
  authorId: comment.personId,
  behindIds: ground?.behindIds ?? [],
  removedById: isAppeal ? (removal?.removedById ?? null) : null,
});
