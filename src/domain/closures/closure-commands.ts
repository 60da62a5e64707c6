import type { Writer } from '#db/database.ts';
import { dropJob } from '../jobs/job-commands.ts';
import type { LessonEditor } from '../lessons/lesson-rules.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { countAttendance, type HeadCount } from '../meetups/attendance-commands.ts';
import type { MeetupFacts } from '../meetups/meetup-facts.ts';
import { findFacts } from '../meetups/meetup-facts-queries.ts';
import { isHost } from '../meetups/rsvp-rules.ts';
import { publishNotes, withholdNotes } from '../notes/note-commands.ts';
import { listNotedTopics } from '../notes/note-queries.ts';
import { STRANGER, type Viewer } from '../people/viewer.ts';
import { recordAttendance } from '../training/training-commands.ts';
import { type Aftermath, closingLetter } from './closure-letters.ts';
import { listClosingGuests, listNextDates } from './closure-queries.ts';
import { CLOSING_REMINDER, mayBeClosed } from './closure-rules.ts';
import { draftLessons, type TopicLesson } from './lesson-draft-commands.ts';

/** What a host says to close a meetup. */
export interface ClosingWish {
  meetupId: string;
  heads: Pick<HeadCount, 'staff' | 'partners' | 'public'>;
  photosNote: string;
  nextMeetupId: string | null;
  /** Whether the circle of the meetup reads the notes from now on. */
  publishesNotes: boolean;
  /** A lesson for each topic that has notes. */
  lessons: readonly TopicLesson[];
}

/**
 * Closes a meetup, or mends how it was closed: counts who came, publishes the notes, makes lessons of them, and writes to
 * everyone who was there or had a place, each once however often it is mended.
 */
export async function closeMeetup(
  tx: Writer,
  viewer: Viewer & LessonEditor,
  wish: ClosingWish,
  stationery: Stationery,
  now: Date,
) {
  const facts = await findFacts(tx, wish.meetupId);
  if (!facts || !viewer.circles.includes(facts.meetup.circle)) return { kind: 'no-such-meetup' as const };
  if (!isHost(facts.meetup, viewer)) return { kind: 'not-yours' as const };
  if (!mayBeClosed({ ...facts.meetup, cancelledAt: facts.cancelledAt }, now)) return { kind: 'not-held' as const };
  const countedById = viewer.person.id;
  await countAttendance(tx, { meetupId: wish.meetupId, ...wish.heads, countedById }, now);
  const next = await findNext(tx, viewer, facts, wish.nextMeetupId, now);
  await keepClosure(tx, wish, { nextMeetupId: next?.meetup.id ?? null, closedById: countedById, closedAt: now });
  if (wish.publishesNotes) await publishNotes(tx, facts.meetup, countedById, now);
  else await withholdNotes(tx, facts.meetup);
  await draftLessons(tx, viewer, wish.lessons, stationery, now);
  const topics = wish.publishesNotes ? await listNotedTopics(tx, STRANGER, [wish.meetupId]) : [];
  const letters = await sendLetters(tx, { facts, topics, next }, stationery, now);
  const session = {
    meetupId: wish.meetupId,
    enteredById: countedById,
    passedOn: facts.meetup.startsLocal.slice(0, 10),
  };
  await recordAttendance(tx, session, stationery.newId);
  await dropJob(tx, CLOSING_REMINDER, wish.meetupId);
  return { kind: 'closed' as const, slug: facts.meetup.slug, letters };
}

/** Only a date that this host may tell of. */
async function findNext(tx: Writer, viewer: Viewer, { meetup }: MeetupFacts, id: string | null, now: Date) {
  const dates = id ? await listNextDates(tx, viewer, meetup, now) : [];
  return dates.some((date) => date.id === id) ? findFacts(tx, id ?? '') : undefined;
}

/** Mending keeps who closed it first, and when. */
async function keepClosure(
  tx: Writer,
  { meetupId, photosNote }: ClosingWish,
  { nextMeetupId, ...closed }: { nextMeetupId: string | null; closedById: string; closedAt: Date },
) {
  const { meetupClosures } = tx.tables;
  const mended = { photosNote, nextMeetupId };
  await tx
    .insert(meetupClosures)
    .values({ meetupId, ...mended, ...closed })
    .onConflictDoUpdate({ target: meetupClosures.meetupId, set: mended });
}

/** @returns how many letters go out. */
async function sendLetters(tx: Writer, aftermath: Aftermath, stationery: Stationery, now: Date): Promise<number> {
  const meetupId = aftermath.facts.meetup.id;
  const guests = await listClosingGuests(tx, meetupId);
  const letters = guests.flatMap((guest) => closingLetter(guest, aftermath, stationery) ?? []);
  if (letters.length === 0) return 0;
  await tx.insert(tx.tables.closingLetters).values(letters.map(({ to }) => ({ meetupId, email: to, sentAt: now })));
  const post = letters.map((letter) => ({ id: stationery.newId(), letter }));
  return (await queueLetters(tx, post, stationery, now)).length;
}
