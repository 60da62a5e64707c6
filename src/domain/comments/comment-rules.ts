import type { HoldReason } from '../moderation/hold-rules.ts';
import type { HatKind } from '../people/hat-rules.ts';
import type { Circle } from '../people/viewer.ts';

/** What people can speak under. */
export const SUBJECT_KINDS = ['lesson', 'meetup', 'channel'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** A comment as a viewer may see it. */
export interface SeenComment {
  id: string;
  replyToId: string | null;
  saidAt: Date;
  editedAt: Date | null;
  removal: { rule: string; reason: string; at: Date } | null;
  withdrawnAt: Date | null;
  /** Removed or taken back: a line stands in its place. */
  isGone: boolean;
  html: string;
  /** Empty when it is not for this viewer. */
  name: string;
  pagePath: string | null;
  circle: Circle;
  isGuest: boolean;
  isOwn: boolean;
  /** Why nobody else reads it yet. */
  waits: HoldReason | null;
  hat: { name: string; isWorn: boolean };
}

export const MOST_WORDS = 4000;
/** How many comments stand on a page at a time. */
export const MOST_ON_PAGE = 30;
/** How long somebody may mend what they said. */
const EDIT_MINUTES = 15;
const MINUTE = 60_000;

/** From when on words can still be mended at `now`. */
export const editableSince = (now: Date) => new Date(now.getTime() - EDIT_MINUTES * MINUTE);

/** For how many minutes more, rounded up, words can be mended; 0 when no longer. */
export const minutesToEdit = (saidAt: Date, now: Date): number =>
  Math.max(0, Math.ceil(EDIT_MINUTES - (now.getTime() - saidAt.getTime()) / MINUTE));

/** Whether somebody still has the hat that they wore when they spoke. */
export function isStillWorn(
  hat: { kind: HatKind | null; id: string | null },
  wearer: { id: string; unitId: string | null; organisationId: string | null; leftAt: Date | null } | null,
  keepers: { ownerId: string | null; deputyId: string | null } | null,
): boolean {
  if (!wearer || wearer.leftAt || hat.id === null) return false;
  if (hat.kind === 'unit') return wearer.unitId === hat.id;
  if (hat.kind === 'organisation') return wearer.organisationId === hat.id;
  return keepers?.ownerId === wearer.id || keepers?.deputyId === wearer.id;
}

/** Where one comment is read. */
export const commentPath = (id: string) => `/comments/${id}`;
