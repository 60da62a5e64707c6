import { and, asc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import type { Tables } from '#db/tables.ts';
import type { Circle, Viewer } from '../people/viewer.ts';
import { circlesSeenBy } from '../people/viewer.ts';

export type Follow = Tables['follows']['$inferSelect'];

/** A follower with the circle they are known to belong to. */
export type Follower = Follow & { circle: Circle };

/** What the viewer follows of a series, confirmed or not. */
export async function findOwnFollow(read: Reader, viewer: Viewer, seriesId: string): Promise<Follow | undefined> {
  const { follows } = read.tables;
  const email = viewer.person?.email;
  if (!email) return undefined;
  const [own] = await read
    .select()
    .from(follows)
    .where(and(eq(follows.kind, 'series'), eq(follows.subjectId, seriesId), eq(follows.email, email)));
  return own;
}

/** Whose letter a link came in, with the series; undefined once they stopped following, or never confirmed in time. */
export async function findLinkedFollow(read: Reader | Writer, linkHash: string, now: Date) {
  const { follows, followLinks, series } = read.tables;
  const [found] = await read
    .select({ follow: follows, series })
    .from(followLinks)
    .innerJoin(follows, eq(follows.id, followLinks.followId))
    .innerJoin(series, eq(series.id, follows.subjectId))
    .where(and(eq(followLinks.id, linkHash), or(isNull(follows.heldUntil), gt(follows.heldUntil, now))));
  return found;
}

/** Who wants letters about a series and may see what they are about: a record of this circle. */
export async function listFollowersToTell(
  read: Reader | Writer,
  seriesId: string,
  circle: Circle,
): Promise<Follower[]> {
  const { follows, people, mailRefusals } = read.tables;
  const rows = await read
    .select({ follow: follows, circle: people.circle })
    .from(follows)
    .leftJoin(people, eq(people.email, follows.email))
    .leftJoin(mailRefusals, and(eq(mailRefusals.email, follows.email), eq(mailRefusals.kind, 'series')))
    .where(and(followsSeries(read, seriesId), isNull(follows.heldUntil), isNull(mailRefusals.email)))
    .orderBy(asc(follows.followedAt), asc(follows.id));
  return rows
    .map(({ follow, circle: own }) => ({ ...follow, circle: own ?? 'public' }))
    .filter((follower) => circlesSeenBy(follower.circle).includes(circle));
}

/** The meetups of a series whose followers have been told: open, not begun, not called off. */
export const listOpenDates = (read: Reader | Writer, seriesId: string, opensBefore: Date, now: Date) => {
  const { meetups, meetupCancellations } = read.tables;
  return read
    .select({ id: meetups.id })
    .from(meetups)
    .leftJoin(meetupCancellations, eq(meetupCancellations.meetupId, meetups.id))
    .where(
      and(
        eq(meetups.seriesId, seriesId),
        gt(meetups.startsAt, now),
        sql`${meetups.startsAt} <= ${sql.param(opensBefore, meetups.startsAt)}`,
        isNull(meetupCancellations.meetupId),
      ),
    )
    .orderBy(asc(meetups.startsAt));
};

/** The addresses that have an RSVP at a meetup already, whatever it says. */
export async function listAnswered(
  read: Reader | Writer,
  meetupId: string,
  emails: readonly string[],
): Promise<Set<string>> {
  const { rsvps } = read.tables;
  const rows = await read
    .select({ email: rsvps.email })
    .from(rsvps)
    .where(and(eq(rsvps.meetupId, meetupId), inArray(rsvps.email, [...emails])));
  return new Set(rows.flatMap(({ email }) => email ?? []));
}

const followsSeries = (read: Reader | Writer, seriesId: string) => {
  const { follows } = read.tables;
  return and(eq(follows.kind, 'series'), eq(follows.subjectId, seriesId));
};
