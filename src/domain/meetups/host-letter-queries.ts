import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { listRefusers } from '../mail/letter-refusal-queries.ts';
import type { Audience, Reach } from './host-letter-rules.ts';
import type { Rsvp } from './rsvp-facts.ts';

/** The parties that a host writes to, in the order of their turns. Whoever has not confirmed their address is left alone. */
export async function listAudience(read: Reader | Writer, meetupId: string, audience: Audience): Promise<Rsvp[]> {
  const { rsvps, arrivals } = read.tables;
  const came = read.select({ id: arrivals.id }).from(arrivals).where(eq(arrivals.meetupId, meetupId));
  const status = audience === 'going' ? (['going'] as const) : (['waiting', 'offered'] as const);
  return read
    .select()
    .from(rsvps)
    .where(
      and(
        eq(rsvps.meetupId, meetupId),
        isNull(rsvps.heldUntil),
        audience === 'came' ? inArray(rsvps.id, came) : inArray(rsvps.status, [...status]),
      ),
    )
    .orderBy(asc(rsvps.turn));
}

/** How many letters would go out now, and how many parties must be told in another way. */
export async function findReach(read: Reader, meetupId: string, audience: Audience): Promise<Reach> {
  const parties = await listAudience(read, meetupId, audience);
  const post = parties.flatMap(({ email }) => (email ? [{ letter: { to: email, kind: 'hosts' as const } }] : []));
  const refusers = await listRefusers(read, post);
  const refused = post.filter(({ letter }) => refusers.has(`hosts ${letter.to}`)).length;
  return { letters: post.length - refused, withoutAddress: parties.length - post.length, refused };
}

/** What the hosts of a meetup wrote to its people, the latest first, and who did. */
export const listHostLetters = (read: Reader, meetupId: string) => {
  const { hostLetters, people } = read.tables;
  const { id, audience, subject, words, letters, sentAt } = hostLetters;
  return read
    .select({ id, audience, subject, words, letters, sentAt, sentBy: people.name })
    .from(hostLetters)
    .leftJoin(people, eq(people.id, hostLetters.sentById))
    .where(eq(hostLetters.meetupId, meetupId))
    .orderBy(desc(sentAt), desc(id));
};
