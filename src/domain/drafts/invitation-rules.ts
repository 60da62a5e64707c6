import type { Circle } from '../people/viewer.ts';

/** What somebody is asked for: to write a lesson together, or to be a second pair of eyes on its draft. */
export const WANTED = ['write', 'read'] as const;
export type Wanted = (typeof WANTED)[number];

/** More would be a crowd around a draft. */
export const MOST_INVITATIONS = 15;

/** Who is among the readers of a circle, inside a sentence. */
export const AMONG: Record<Circle, string> = {
  public: 'everyone',
  partner: 'partners and staff',
  staff: 'staff',
};

/** An invitation as the authors see it. */
export interface ShownInvitation {
  id: string;
  email: string;
  wanted: Wanted;
  invitedAt: Date;
  answer: 'yes' | 'no' | null;
  /** Since when a second pair of eyes has read the draft. */
  readAt: Date | null;
}
