import type { Writer } from '#db/database.ts';
import { keepInsert } from '#db/kept-query.ts';
import type { Letter } from '../mail/letter-rules.ts';
import { queueLetter, queueLetters } from '../mail/outbox-commands.ts';
import type { MeetupFacts } from './meetup-facts.ts';
import type { Rsvp } from './rsvp-facts.ts';
import type { RsvpLetterFacts } from './rsvp-letters.ts';
import type { Stationery } from './stationery.ts';

export interface RsvpPost {
  rsvp: Rsvp;
  letter: (facts: RsvpLetterFacts) => Letter;
}

/** Queues letters about RSVPs, each with a link of its own and the calendar file; nothing for those without an address. */
export async function queueRsvpLetters(
  tx: Writer,
  facts: MeetupFacts,
  post: readonly RsvpPost[],
  stationery: Stationery,
  now: Date,
) {
  const written = post.flatMap(({ rsvp, letter }) => {
    if (!rsvp.email) return [];
    const { token, hash } = stationery.newToken();
    const link = `${stationery.siteUrl}/rsvps/${token}`;
    const words = letter({ ...facts, rsvp, to: rsvp.email, link, siteName: stationery.siteName });
    const attachments = [stationery.calendarFile(facts, rsvp.status, now)];
    return [{ link: { id: hash, rsvpId: rsvp.id }, id: stationery.newId(), letter: { ...words, attachments } }];
  });
  const [first, ...others] = written;
  if (!first) return;
  if (others.length === 0) {
    await insertLink(tx, first.link);
    await queueLetter(tx, first.id, first.letter, now);
  } else {
    await tx.insert(tx.tables.rsvpLinks).values(written.map(({ link }) => link));
    await queueLetters(tx, written, now);
  }
}

const insertLink = keepInsert('rsvpLinks');
