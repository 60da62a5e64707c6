import type { Writer } from '#db/database.ts';
import type { Letter } from '../mail/letter-rules.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { MeetupFacts } from './meetup-facts.ts';
import type { RsvpLetterFacts } from './rsvp-letters.ts';
import type { Rsvp } from './scene-queries.ts';
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
  const addressed = post.flatMap(({ rsvp, letter }) => (rsvp.email ? [{ rsvp, letter, to: rsvp.email }] : []));
  if (addressed.length === 0) return;
  const written = addressed.map(({ rsvp, letter, to }) => {
    const { token, hash } = stationery.newToken();
    const link = `${stationery.siteUrl}/rsvps/${token}`;
    const words = letter({ ...facts, rsvp, to, link, siteName: stationery.siteName });
    const attachments = [stationery.calendarFile(facts, rsvp.status, now)];
    return { hash, rsvpId: rsvp.id, id: stationery.newId(), letter: { ...words, attachments } };
  });
  await tx.insert(tx.tables.rsvpLinks).values(written.map(({ hash, rsvpId }) => ({ id: hash, rsvpId })));
  await queueLetters(tx, written, now);
}
