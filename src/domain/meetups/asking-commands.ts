import type { Writer } from '#db/database.ts';
import { planJobBy } from '../jobs/job-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { findOrganisationOf } from '../people/people-queries.ts';
import type { Domains } from '../people/people-rules.ts';
import { circleOf } from '../people/people-rules.ts';
import type { Circle } from '../people/viewer.ts';
import { promisedPlaces } from './place-rules.ts';
import { type PartyWish, placeParty } from './placing-commands.ts';
import type { Rsvp } from './rsvp-facts.ts';
import { queueRsvpLetters } from './rsvp-letter-commands.ts';
import { confirmLetter, managedLetter } from './rsvp-letters.ts';
import { hasLapsed, holdFrom, refuseParty, stageOf } from './rsvp-rules.ts';
import { countWaiting, findScene, type Scene } from './scene-queries.ts';

export interface Request extends PartyWish {
  meetupId: string;
  circles: readonly Circle[];
  name: string;
  email: string;
  domains: Domains;
}

/**
 * Somebody who is not signed in asks for a place. It counts for two hours, and a letter asks them to confirm; an address
 * that has an RSVP already keeps it as it is and gets a letter with the way to change it. The outcome is the same for
 * both, so that nobody learns from it who is coming.
 */
export async function askForPlace(tx: Writer, request: Request, stationery: Stationery, now: Date) {
  const scene = await findScene(tx, request);
  if (!scene) return { kind: 'no-such-meetup' as const };
  const { meetup, cancelledAt } = scene.facts;
  const stage = stageOf({ ...meetup, cancelledAt }, now);
  const refused = refuseParty(undefined, request.partySize, { stage, places: promisedPlaces(meetup), room: null }, now);
  if (refused) return refused;
  if (scene.own && !hasLapsed(scene.own, now)) await remind(tx, scene, scene.own, stationery, now);
  else await hold(tx, scene, request, stationery, now);
  return { kind: 'asked' as const, slug: meetup.slug };
}

async function hold(tx: Writer, scene: Scene, request: Request, stationery: Stationery, now: Date) {
  const { name, email, domains } = request;
  const circle = circleOf(email, { ...domains, organisationId: await findOrganisationOf(tx, email) });
  const who = { name, email, circle, personId: null, route: 'web' as const, enteredById: null };
  const placed = await placeParty(tx, scene, { ...request, who, heldUntil: holdFrom(now) }, stationery, now);
  if (placed.kind !== 'saved') return;
  const job = { id: stationery.newId(), kind: 'release-holds', subjectId: placed.rsvp.meetupId };
  await planJobBy(tx, { ...job, dueAt: holdFrom(now) });
  const letter = confirmLetter(placed.position);
  await queueRsvpLetters(tx, scene.facts, [{ rsvp: placed.rsvp, letter, isAnswer: true }], stationery, now);
}

async function remind(tx: Writer, { facts }: Scene, own: Rsvp, stationery: Stationery, now: Date) {
  const line = { meetupId: own.meetupId, turn: own.turn };
  const position = own.status === 'waiting' ? await countWaiting(tx, line, now) : undefined;
  const letter = own.heldUntil ? confirmLetter(position) : managedLetter(position);
  await queueRsvpLetters(tx, facts, [{ rsvp: own, letter, isAnswer: true }], stationery, now);
}
