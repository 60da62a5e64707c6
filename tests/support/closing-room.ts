import { eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { type ClosingWish, closeMeetup } from '#domain/closures/closure-commands.ts';
import { saveNotes } from '#domain/notes/note-commands.ts';
import type { Member } from '#domain/people/viewer.ts';
import { newId } from '#server/chance.ts';
import { runDueJobs } from '#server/jobs/job-runner.ts';
import { lessonWish } from './lessons.ts';
import { meetupWish, openMeetupRoom } from './meetup-room.ts';
import { topicsOf, typed } from './notes.ts';
import { viewerIn } from './viewers.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A meetup of Ann's and Bob's with two topics, and short ways to come, to write notes, to close it and to let days pass. */
export async function openClosingRoom(open: () => Promise<Database>, wished: Parameters<typeof meetupWish>[0] = {}) {
  const room = await openMeetupRoom(open);
  const { read, write, stationery } = room;
  const wish = meetupWish({ secondHostId: 'bob', ...wished });
  await room.save(wish);
  const { meetup } = await room.facts(wish.id);
  const topics = await topicsOf(read, wish.id);
  const ann = viewerIn('staff', 'ann') as Member;
  const over = new Date(meetup.endsAt.getTime() + HOUR);
  const close = (change: Partial<ClosingWish> = {}, { viewer = ann, at = over } = {}) =>
    write((tx) => closeMeetup(tx, viewer, { ...CLOSING, meetupId: wish.id, ...change }, stationery, at));
  return {
    ...{ ...room, meetup, topics, ann, over, close },
    /** Who was seen at the door, under the id of an RSVP or just so. */
    arrive: (name: string, facts: { rsvpId?: string; personId?: string } = {}) =>
      write((tx) =>
        tx.insert(tx.tables.arrivals).values({
          ...{ id: newId(), meetupId: wish.id, name, circle: 'public', partySize: 1, isFirstTime: false, ...facts },
          ...{ arrivedAt: meetup.startsAt, savedAt: meetup.startsAt },
        }),
      ),
    note: (words: string, topic = topics[0]!) =>
      write((tx) =>
        saveNotes(tx, ann, { meetupId: wish.id, typed: [typed(topic.id, 'learned', words)] }, meetup.startsAt),
      ),
    rsvpOf: async (name: string) =>
      (await read.select().from(read.tables.rsvps).where(eq(read.tables.rsvps.name, name)))[0]!.id,
    /** The lesson that a topic would become. */
    lessonOf: (topic = topics[0]!, authors: ClosingWish['lessons'][number]['authors'] = []) => ({
      ...lessonWish(ann, { words: { title: topic.title }, meetupId: wish.id, authors }),
      topicId: topic.id,
    }),
    runJobs: (at: Date) => runDueJobs({ read, write, clock: () => at }, stationery),
    /** So many days after it ended, and a minute. */
    daysAfter: (days: number) => new Date(meetup.endsAt.getTime() + days * DAY + 60_000),
    post: async () =>
      (await room.letters())
        .map(({ recipient, subject }) => `${recipient.split('@')[0]}: ${subject.split(':')[0]}`)
        .sort(),
  };
}

const CLOSING: Omit<ClosingWish, 'meetupId'> = {
  heads: { staff: 3, partners: 1, public: 2 },
  photosNote: '',
  nextMeetupId: null,
  publishesNotes: true,
  lessons: [],
};
