import { ActionError } from 'astro:actions';
import type { APIContext } from 'astro';
import { isHost } from '#domain/meetups/rsvp-rules.ts';
import type { Member } from '#domain/people/viewer.ts';
import { isSeriesHost } from '#domain/series/series-rules.ts';

type Asking = Pick<APIContext, 'locals'>;

/** A refusal in one sentence, with the status that fits it. */
export const refusal = (
  code:
    | 'CONFLICT'
    | 'FORBIDDEN'
    | 'NOT_FOUND'
    | 'UNAUTHORIZED'
    | 'TOO_MANY_REQUESTS'
    | 'UNPROCESSABLE_CONTENT'
    | 'GONE'
    | 'CONTENT_TOO_LARGE',
  sentence: string,
) => new ActionError({ code, message: sentence });

/** Somebody signed in. @throws a refusal (401) that the caller shows. */
export function requireMember({ locals }: Asking): Member {
  const { viewer } = locals;
  if (!viewer.person) throw refusal('UNAUTHORIZED', 'Please sign in first. Nothing was saved.');
  return viewer as Member;
}

/** Somebody on the staff or at a partner. */
export function requireColleague(asking: Asking): Member {
  const viewer = requireMember(asking);
  if (viewer.circle === 'public')
    throw refusal('FORBIDDEN', 'Only staff and partners can do this. If you are one, sign in with your work address.');
  return viewer;
}

/** Somebody who works for the organisation. */
export function requireStaff(asking: Asking): Member {
  const viewer = requireMember(asking);
  if (viewer.circle !== 'staff')
    throw refusal('FORBIDDEN', 'Only staff can do this. If you work here, sign in with your work address.');
  return viewer;
}

/** A keeper of the register; an admin counts as one. */
export function requireKeeper(asking: Asking): Member {
  const viewer = requireStaff(asking);
  if (!viewer.isKeeper && !viewer.isAdmin)
    throw refusal('FORBIDDEN', 'Only keepers of the register can do this. Ask an admin to make you one.');
  return viewer;
}

/** Whoever looks after what people say here; an admin counts as one. */
export function requireModerator(asking: Asking): Member {
  const viewer = requireStaff(asking);
  if (!viewer.isModerator && !viewer.isAdmin)
    throw refusal('FORBIDDEN', 'Only moderators can do this. Ask an admin to make you one.');
  return viewer;
}

export function requireAdmin(asking: Asking): Member {
  const viewer = requireStaff(asking);
  if (!viewer.isAdmin) throw refusal('FORBIDDEN', 'Only an admin can do this.');
  return viewer;
}

/** A host of this meetup; an admin counts as one. */
export function requireHost(asking: Asking, meetup: { hostId: string; secondHostId: string | null }): Member {
  const viewer = requireMember(asking);
  if (!isHost(meetup, viewer))
    throw refusal('FORBIDDEN', 'Only the hosts of this meetup can do this. Ask one of them, or an admin.');
  return viewer;
}

/** A host of this series; an admin counts as one. */
export function requireSeriesHost(asking: Asking, hosts: readonly { personId: string }[]): Member {
  const viewer = requireMember(asking);
  if (!isSeriesHost(hosts, viewer))
    throw refusal('FORBIDDEN', 'Only the hosts of this series can do this. Ask one of them, or an admin.');
  return viewer;
}

/** Whoever may enter something for somebody else at a meetup: any member of staff, and its hosts, who may come from a partner. */
export function requireStaffOrHost(asking: Asking, meetup: { hostId: string; secondHostId: string | null }): Member {
  const viewer = requireMember(asking);
  return viewer.circle === 'staff' ? viewer : requireHost(asking, meetup);
}

/** Whoever may say that a meetup trains people: a keeper of the register, and its hosts. */
export function requireGiver(asking: Asking, meetup: { hostId: string; secondHostId: string | null }): Member {
  const viewer = requireMember(asking);
  return viewer.isKeeper ? viewer : requireHost(asking, meetup);
}

/** What only the demo shows. On a real site it is not there. */
export function requireDemo({ locals }: Asking) {
  if (!locals.site.isDemo) throw refusal('NOT_FOUND', 'There is nothing at this address.');
}
