import type { Writer } from '#db/database.ts';
import { addFollowLinks } from '../follows/follow-link-commands.ts';
import { type Follow, type Follower, listFollowersToTell } from '../follows/follow-queries.ts';
import { noteTold } from '../follows/telling-commands.ts';
import { planJobBy } from '../jobs/job-commands.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { isAhead } from '../meetups/meetup-change-commands.ts';
import type { MeetupFacts } from '../meetups/meetup-facts.ts';
import { findFacts } from '../meetups/meetup-facts-queries.ts';
import { placeParty } from '../meetups/placing-commands.ts';
import { queueRsvpLetters } from '../meetups/rsvp-letter-commands.ts';
import { findScene } from '../meetups/scene-queries.ts';
import { circlesSeenBy } from '../people/viewer.ts';
import { openedLetter, stillRightLetter } from './opening-letters.ts';
import { listAnswered, listOpenDates } from './opening-queries.ts';
import { findSeriesById } from './series-queries.ts';
import { confirmBy, OPENS_WEEKS_BEFORE, opensAt } from './series-rules.ts';

const WEEK = 7 * 86_400_000;

/**
 * Opens a date: tells those who follow its series, each once, and keeps a place for those who come to every date, if they
 * confirm it. Whoever has answered already hears nothing.
 *
 * @returns when it opens, if it was moved to a later day meanwhile.
 */
export async function openDate(tx: Writer, meetupId: string, stationery: Stationery, now: Date): Promise<Date | null> {
  const facts = await findFacts(tx, meetupId);
  if (!facts?.meetup.seriesId || !isAhead(facts, now) || facts.meetup.startsAt <= now) return null;
  if (opensAt(facts.meetup.startsAt) > now) return opensAt(facts.meetup.startsAt);
  const followers = await listFollowersToTell(tx, followed(facts.meetup.seriesId), facts.meetup.circle);
  await tellFollowers(tx, facts, followers, stationery, now);
  return null;
}

/** Whoever wants to be counted in for every date is, for those that are open already too. */
export async function countInNow(
  tx: Writer,
  { id, kind, subjectId, countsIn }: Pick<Follow, 'id' | 'kind' | 'subjectId' | 'countsIn'>,
  stationery: Stationery,
  now: Date,
) {
  if (kind !== 'series' || countsIn === null) return;
  const opened = new Date(now.getTime() + OPENS_WEEKS_BEFORE * WEEK);
  for (const date of await listOpenDates(tx, subjectId, opened, now)) {
    const facts = await findFacts(tx, date.id);
    if (!facts) continue;
    const followers = await listFollowersToTell(tx, followed(subjectId), facts.meetup.circle);
    const own = followers.filter((follower) => follower.id === id);
    await tellFollowers(tx, facts, own, stationery, now);
  }
}

/** Tells these followers of an open date, or keeps their places. */
async function tellFollowers(
  tx: Writer,
  facts: MeetupFacts,
  followers: readonly Follower[],
  stationery: Stationery,
  now: Date,
) {
  const found = await findSeriesById(tx, facts.meetup.seriesId ?? '');
  if (!found || followers.length === 0) return;
  const emails = followers.map(({ email }) => email);
  const answered = await listAnswered(tx, facts.meetup.id, emails);
  const asked = followers.filter(({ email }) => !answered.has(email));
  const stops = await addFollowLinks(tx, asked, stationery);
  const write = openedLetter(facts, found.series.name, stationery.siteUrl);
  const post = [];
  for (const [at, follower] of asked.entries()) {
    const stop = stops[at] ?? '';
    const isIn = await countIn(tx, facts, follower, { stop, seriesName: found.series.name }, stationery, now);
    if (!isIn) post.push({ id: stationery.newId(), letter: write({ to: follower.email, name: follower.name, stop }) });
  }
  await queueLetters(tx, post, stationery, now);
  const told = asked.map(({ email }) => ({ email, kind: 'meetup' as const, subjectId: facts.meetup.id }));
  await noteTold(tx, told, now);
}

/** Keeps places for somebody who comes to every date, and asks whether that is still right. @returns whether it did. */
async function countIn(
  tx: Writer,
  facts: MeetupFacts,
  { email, name, circle, personId, countsIn }: Follower,
  { stop, seriesName }: { stop: string; seriesName: string },
  stationery: Stationery,
  now: Date,
): Promise<boolean> {
  const whose = { meetupId: facts.meetup.id, circles: circlesSeenBy(circle), email };
  const scene = countsIn === null ? undefined : await findScene(tx, whose);
  if (!scene || countsIn === null) return false;
  const heldUntil = confirmBy(facts.meetup.startsAt, now);
  const who = { name, email, circle, personId, route: 'web' as const, enteredById: null };
  const placed = await placeParty(tx, scene, { who, partySize: countsIn, needs: null, heldUntil }, stationery, now);
  if (placed.kind !== 'saved') return false;
  const letter = stillRightLetter(seriesName, placed.position, stop);
  await queueRsvpLetters(tx, facts, [{ rsvp: placed.rsvp, letter }], stationery, now);
  const job = { id: stationery.newId(), kind: 'release-holds', subjectId: facts.meetup.id };
  await planJobBy(tx, { ...job, dueAt: heldUntil });
  return true;
}

const followed = (seriesId: string) => ({ kind: 'series' as const, subjectId: seriesId });
