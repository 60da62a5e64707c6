import { and, desc, eq, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { statusesSeenBy } from '../channels/channel-rules.ts';
import type { Viewer } from '../people/viewer.ts';

const MOST_MEETUPS = 30;

/** The last meetups this viewer may see, newest first, for saying where a lesson came from; `also` is one to add. */
export function listMeetupsToChoose(read: Reader, viewer: Viewer, now: Date, also: string | null) {
  const { meetups } = read.tables;
  const recent = read
    .select({ id: meetups.id })
    .from(meetups)
    .where(and(lte(meetups.startsAt, now), inArray(meetups.circle, [...viewer.circles])))
    .orderBy(desc(meetups.startsAt), desc(meetups.id))
    .limit(MOST_MEETUPS);
  return read
    .select({ id: meetups.id, slug: meetups.slug, title: meetups.title, startsLocal: meetups.startsLocal })
    .from(meetups)
    .where(
      and(
        inArray(meetups.circle, [...viewer.circles]),
        or(inArray(meetups.id, recent), also === null ? undefined : eq(meetups.id, also)),
      ),
    )
    .orderBy(desc(meetups.startsAt), desc(meetups.id));
}

/** The channels this viewer may see that have one of these slugs, or one of these links while they are open. */
export function listChannelsNamed(
  read: Reader,
  viewer: Viewer,
  { slugs, linkKeys }: { slugs: readonly string[]; linkKeys: readonly string[] },
) {
  const { channels } = read.tables;
  return read
    .select({ id: channels.id, slug: channels.slug, linkKey: channels.openLinkKey })
    .from(channels)
    .where(
      and(
        inArray(channels.circle, [...viewer.circles]),
        inArray(channels.status, [...statusesSeenBy(viewer)]),
        or(inArray(channels.slug, [...slugs]), inArray(channels.openLinkKey, [...linkKeys])),
      ),
    );
}

/** The people behind some addresses. Only for colleagues: whether an address is known is nobody else's business. */
export function listPeopleByEmail(read: Reader, emails: readonly string[]) {
  const { people } = read.tables;
  return read
    .select({ id: people.id, email: people.email, circle: people.circle })
    .from(people)
    .where(and(inArray(people.email, [...emails]), isNull(people.leftAt)));
}
