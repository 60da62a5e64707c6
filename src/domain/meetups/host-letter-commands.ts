import { and, eq, gt } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { Stationery } from '../mail/stationery.ts';
import { listAudience } from './host-letter-queries.ts';
import { type Audience, MOST_LETTERS_A_DAY } from './host-letter-rules.ts';
import { hostLetter } from './host-letters.ts';
import type { Editor } from './meetup-commands.ts';
import { findFacts } from './meetup-facts-queries.ts';
import { queueRsvpLetters } from './rsvp-letter-commands.ts';
import { isHost } from './rsvp-rules.ts';

const DAY_MS = 86_400_000;

export interface HostLetterWish {
  /** Made by the form, so that pressing twice sends once. */
  id: string;
  meetupId: string;
  audience: Audience;
  subject: string;
  words: string;
  /** The host's own address, if answers may come to it. */
  replyTo: string | null;
}

/**
 * Sends a host's letter to everyone going, waiting or who came, and keeps what was sent. The same letter goes out once.
 *
 * @returns `sent` with how many letters went out; or why not.
 */
export async function sendHostLetter(
  tx: Writer,
  { replyTo, ...wish }: HostLetterWish,
  host: Editor & { person: { name: string } },
  stationery: Stationery,
  now: Date,
) {
  const facts = await findFacts(tx, wish.meetupId);
  if (!facts) return { kind: 'no-such-meetup' as const };
  if (!isHost(facts.meetup, host)) return { kind: 'not-yours' as const };
  const { slug } = facts.meetup;
  const { hostLetters } = tx.tables;
  const [before] = await tx.select().from(hostLetters).where(eq(hostLetters.id, wish.id));
  if (before) return { kind: 'sent' as const, slug, letters: before.letters };
  if (await hasSentEnough(tx, wish.meetupId, host.person.id, now)) return { kind: 'too-many' as const };
  const parties = await listAudience(tx, wish.meetupId, wish.audience);
  const letter = hostLetter({ ...wish, replyTo, hostName: host.person.name });
  const post = parties.map((rsvp) => ({ rsvp, letter }));
  const letters = await queueRsvpLetters(tx, facts, post, stationery, now);
  if (letters === 0) return { kind: 'nobody' as const };
  await tx.insert(hostLetters).values({ ...wish, letters, sentById: host.person.id, sentAt: now });
  return { kind: 'sent' as const, slug, letters };
}

async function hasSentEnough(tx: Writer, meetupId: string, sentById: string, now: Date): Promise<boolean> {
  const { hostLetters } = tx.tables;
  const sinceYesterday = gt(hostLetters.sentAt, new Date(now.getTime() - DAY_MS));
  const theirs = and(eq(hostLetters.meetupId, meetupId), eq(hostLetters.sentById, sentById));
  return (await tx.$count(hostLetters, and(theirs, sinceYesterday))) >= MOST_LETTERS_A_DAY;
}
