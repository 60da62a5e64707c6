import { asc, eq } from 'drizzle-orm';
import { closeMeetup } from '#domain/closures/closure-commands.ts';
import { countArrivals } from '#domain/door/arrival-queries.ts';
import { saveNotes } from '#domain/notes/note-commands.ts';
import { BOXES, noteKey } from '#domain/notes/note-rules.ts';
import { STRANGER } from '#domain/people/viewer.ts';
import { daysAfter } from './demo-calendar.ts';
import type { DemoMeetup } from './demo-meetup.ts';
import { pastMeetups } from './demo-meetups-past.ts';
import { demoNotes, UNCLOSED_TURN } from './demo-notes.ts';
import { type DemoRoom, editorOf, expectKind, named } from './demo-room.ts';

/** What was written down at the cafés, and how their hosts closed them the day after. */
export async function seedNotes(room: DemoRoom) {
  for (const meetup of pastMeetups) {
    if (meetup.cancelled) continue;
    await seedNotesOf(room, meetup);
    if (meetup.turn !== UNCLOSED_TURN) await seedClosure(room, meetup);
  }
}

/** The topics of a café in running order. */
export const listDemoTopics = ({ tx, meetups }: DemoRoom, turn: number) => {
  const { topics } = tx.tables;
  return tx
    .select({ id: topics.id, title: topics.title })
    .from(topics)
    .where(eq(topics.meetupId, named(meetups, turn).id))
    .orderBy(asc(topics.position));
};

async function seedNotesOf(room: DemoRoom, meetup: DemoMeetup) {
  const { tx, meetups } = room;
  const topics = await listDemoTopics(room, meetup.turn);
  const { id: meetupId, endsAt } = named(meetups, meetup.turn);
  const typed = demoNotes
    .filter(([turn]) => turn === meetup.turn)
    .flatMap(([, topic, words]) =>
      BOXES.map((box, at) => {
        const key = noteKey({ topicId: topics[topic - 1]?.id ?? '', box });
        return { key, version: 0, before: '', words: words[at] ?? '' };
      }),
    );
  expectKind('saved', await saveNotes(tx, hostOf(room, meetup), { meetupId, typed }, endsAt));
}

async function seedClosure(room: DemoRoom, meetup: DemoMeetup) {
  const { tx, meetups, stationery } = room;
  const { id: meetupId, endsAt } = named(meetups, meetup.turn);
  const { attendances } = tx.tables;
  const [counted] = await tx.select().from(attendances).where(eq(attendances.meetupId, meetupId));
  const { staff, partners, public: residents } = counted ?? (await countArrivals(tx, meetupId));
  const heads = { staff, partners, public: residents };
  const publishesNotes = demoNotes.some(([turn]) => turn === meetup.turn);
  const wish = { meetupId, heads, photosNote: '', nextMeetupId: null, publishesNotes, lessons: [] };
  const at = daysAfter(endsAt, 0.2);
  expectKind('closed', await closeMeetup(tx, hostOf(room, meetup), wish, stationery, at));
}

const hostOf = ({ people }: DemoRoom, { host }: DemoMeetup) => {
  const { person, ...editor } = editorOf(named(people, host));
  return { ...STRANGER, ...editor, person: { ...person, name: '', email: null, unitId: null } };
};
