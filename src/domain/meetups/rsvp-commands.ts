import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { Stationery } from '../mail/stationery.ts';
import { freePlace, type PartyWish, placeParty, type Who } from './placing-commands.ts';
import type { Rsvp } from './rsvp-facts.ts';
import { queueRsvpLetters } from './rsvp-letter-commands.ts';
import { goingLetter, sorryLetter, waitingLetter } from './rsvp-letters.ts';
import { stageOf } from './rsvp-rules.ts';
import { findScene, type Scene, type Whose } from './scene-queries.ts';

const NO_SUCH_MEETUP = { kind: 'no-such-meetup' as const };

/**
 * Saves that somebody is coming, first or changed, by web, phone, counter, paper or the link in a letter: one way for all.
 * The answer goes out as a letter in the same write. Saving the same again changes nothing and sends nothing.
 *
 * @param wish `who` is null when the link or the record says it already.
 * @returns `saved` with the status reached and, when waiting, the position in line from 1; or why not.
 */
export async function saveRsvp(
  tx: Writer,
  wish: PartyWish & { whose: Whose; who: Who | null },
  stationery: Stationery,
  now: Date,
) {
  const scene = await findScene(tx, wish.whose);
  if (!scene) return NO_SUCH_MEETUP;
  const { facts, own } = scene;
  const who = wish.who ?? (own && (await whoHolds(tx, own)));
  if (!who) return NO_SUCH_MEETUP;
  const outcome = await placeParty(tx, scene, { ...wish, who, heldUntil: null }, stationery, now);
  if (outcome.kind === 'saved' && isNews(own, outcome.rsvp)) {
    const letter = outcome.position ? waitingLetter(outcome.position) : goingLetter;
    const post = { rsvp: outcome.rsvp, letter, isAnswer: isTheirDoing(wish) };
    await queueRsvpLetters(tx, facts, [post], stationery, now);
  }
  return outcome;
}

/**
 * Takes an RSVP back, or notes that somebody can't come who never had a place. Possible until the meetup is over, also
 * when it is full. What they need is forgotten.
 */
export async function withdrawRsvp(
  tx: Writer,
  { whose, who }: { whose: Whose; who: Who | null },
  stationery: Stationery,
  now: Date,
) {
  const scene = await findScene(tx, whose);
  if (!scene) return NO_SUCH_MEETUP;
  const { facts, own } = scene;
  const stage = stageOf({ ...facts.meetup, cancelledAt: facts.cancelledAt }, now);
  if (stage === 'over' || stage === 'cancelled') return { kind: 'closed' as const, stage };
  if (!own && who) await noteAbsence(tx, scene, who, stationery, now);
  if (own && (own.status !== 'not-going' || own.heldUntil)) {
    const withdrawn = await freePlace(tx, facts, own, stationery, now);
    const post = { rsvp: withdrawn, letter: sorryLetter, isAnswer: isTheirDoing({ whose, who }) };
    await queueRsvpLetters(tx, facts, [post], stationery, now);
  }
  return { kind: 'withdrawn' as const, slug: facts.meetup.slug };
}

/** Whether they act themselves, signed in or by the link of a letter, and not a colleague for them. */
const isTheirDoing = ({ whose, who }: { whose: Whose; who: Who | null }): boolean =>
  'linkHash' in whose || who?.enteredById === null;

async function noteAbsence(tx: Writer, { facts, nextTurn }: Scene, who: Who, stationery: Stationery, now: Date) {
  const row = { ...who, id: stationery.newId(), meetupId: facts.meetup.id, turn: nextTurn, savedAt: now };
  await tx.insert(tx.tables.rsvps).values({ ...row, status: 'not-going', partySize: 1 });
}

/** Whoever opens a link from their mailbox has shown that the address is theirs, and so who they are here. */
async function whoHolds(tx: Writer, own: Rsvp): Promise<Who> {
  const { people } = tx.tables;
  const { email, name, personId, circle, route, enteredById } = own;
  const [person] = email && !personId ? await tx.select().from(people).where(eq(people.email, email)) : [];
  return { email, name, personId: person?.id ?? personId, circle: person?.circle ?? circle, route, enteredById };
}

/** Whether there is something to tell: not when the same was saved before. */
const isNews = (before: Rsvp | undefined, after: Rsvp) =>
  !before || before.heldUntil !== null || before.status !== after.status || before.partySize !== after.partySize;
