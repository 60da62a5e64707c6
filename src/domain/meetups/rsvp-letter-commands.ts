import type { Writer } from '#db/database.ts';
import { keepInsert } from '#db/kept-query.ts';
import type { Letter, LetterOfKind } from '../mail/letter-rules.ts';
import { queueLetter, queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import type { MeetupFacts } from './meetup-facts.ts';
import type { Rsvp } from './rsvp-facts.ts';
import type { RsvpLetterFacts } from './rsvp-letters.ts';

export interface RsvpPost {
  rsvp: Rsvp;
  letter: (facts: RsvpLetterFacts) => Letter | LetterOfKind;
  /** It answers what they do themselves just now: that they are here need not be asked. */
  isAnswer?: boolean;
}

/**
 * Queues letters about RSVPs, each with a link of its own and, unless it brings its own files, the calendar file; nothing
 * for those without an address, who have left or who stopped letters of that kind.
 *
 * @returns how many letters go out.
 */
export async function queueRsvpLetters(
  tx: Writer,
  facts: MeetupFacts,
  post: readonly RsvpPost[],
  stationery: Stationery,
  now: Date,
): Promise<number> {
  const written = post.flatMap(({ rsvp, letter, isAnswer = false }) => {
    if (!rsvp.email) return [];
    const { token, hash } = stationery.newToken();
    const link = `${stationery.siteUrl}/rsvps/${token}`;
    const words = letter({ ...facts, rsvp, to: rsvp.email, link, siteName: stationery.siteName });
    const attachments = words.attachments ?? [stationery.calendarFile(facts, rsvp.status, now)];
    const closing = [...(words.closing ?? []), ...sayPhone(facts.seriesPhone || stationery.phone)];
    const own = { id: hash, rsvpId: rsvp.id };
    return [{ isAnswer, id: stationery.newId(), link: own, letter: { ...words, closing, attachments } }];
  });
  const [first, ...others] = written;
  if (first?.isAnswer && others.length === 0 && !first.letter.kind) {
    await insertLink(tx, first.link);
    await queueLetter(tx, first.id, first.letter, now);
    return 1;
  }
  const queued = new Set(await queueLetters(tx, written, stationery, now));
  const links = written.filter(({ id }) => queued.has(id)).map(({ link }) => link);
  if (links.length > 0) await tx.insert(tx.tables.rsvpLinks).values(links);
  return links.length;
}

const sayPhone = (phone: string) => (phone ? [`Rather ring? ${phone}: we do it for you.`] : []);

const insertLink = keepInsert('rsvpLinks');
