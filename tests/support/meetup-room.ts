import type { Database } from '#db/database.ts';
import { cancelMeetup, type Editor, editMeetup, saveMeetup } from '#domain/meetups/meetup-commands.ts';
import { findFacts } from '#domain/meetups/meetup-facts-queries.ts';
import { type MeetupWish, PLAIN_PLACES } from '#domain/meetups/meetup-record-commands.ts';
import { type MeetupTimes, readTimes } from '#domain/meetups/meetup-time-rules.ts';
import type { VenueFields } from '#domain/meetups/venue-rules.ts';
import { type Circle, circlesSeenBy, STRANGER, type Viewer } from '#domain/people/viewer.ts';
import type { TopicWish } from '#domain/topics/topic-facts.ts';
import { newId } from '#server/chance.ts';
import { stationeryOf } from '#server/stationery.ts';

export const NOW = new Date('2026-11-20T12:00:00Z');
export const SITE_HEAD = { siteName: 'Sandford Council', siteUrl: 'https://teacake.council.example' };

export const seenBy = (circle: Circle): Viewer => ({ ...STRANGER, circle, circles: circlesSeenBy(circle) });

/** Times in London that are right. */
export function timesOf(startsLocal: string, endsLocal: string, zone = 'Europe/London'): MeetupTimes {
  const read = readTimes(startsLocal, endsLocal, zone);
  if (read.kind === 'wrong') throw new Error(read.sentence);
  return read.times;
}

export const VENUE: VenueFields = {
  name: 'The Copper Kettle',
  address: '4 Mill Lane\nSandford',
  phone: '',
  findUs: 'The table with the dragon',
  stepFree: 'yes',
  toilet: 'yes',
  hearingLoop: 'unknown',
  parking: 'no',
  accessNotes: '',
};

export const topic = (title: string, leadName = '', id: string | null = null): TopicWish => ({
  ...{ id, title, question: '', leadId: null, leadName },
});

/** A meetup in two weeks, hosted by `ann`. */
export const meetupWish = (wished: Partial<MeetupWish> = {}): MeetupWish => ({
  id: newId(),
  title: 'Winter café',
  seriesId: null,
  times: timesOf('2026-12-03T10:00', '2026-12-03T11:30'),
  venue: { fields: VENUE },
  cost: 'Free',
  circle: 'public',
  places: 20,
  ...PLAIN_PLACES,
  hostId: 'ann',
  secondHostId: null,
  description: { source: 'Come *in*.', html: '<p>Come <em>in</em>.</p>', rendererVersion: 1 },
  topics: [topic('Subtitles in an afternoon', 'Priya'), topic('Bins, by text')],
  ...wished,
});

/** A database with `ann` and `bob`, who are staff, and short ways to announce, change and cancel. */
export async function openMeetupRoom(open: () => Promise<Database>) {
  const { read, write } = await open();
  const stationery = stationeryOf(SITE_HEAD);
  const ann: Editor = { person: { id: 'ann' }, isAdmin: false };
  const addPerson = (id: string, circle: Circle = 'staff', showsName = false) =>
    write((tx) =>
      tx.insert(tx.tables.people).values({
        ...{ id, email: `${id}@council.example`, name: `Name of ${id}`, jobTitle: `Job of ${id}`, circle, showsName },
        createdAt: NOW,
      }),
    );
  await addPerson('ann');
  await addPerson('bob');
  const save = (wish: MeetupWish) => write((tx) => saveMeetup(tx, wish, { savedById: 'ann', newId, now: NOW }));
  const minutesLater = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
  return {
    ...{ read, write, stationery, addPerson, save, minutesLater },
    facts: async (id: string) => (await findFacts(read, id))!,
    edit: async (wish: MeetupWish, { editor = ann, at = minutesLater(5), seenAt }: Changing = {}) => {
      const seen = seenAt ?? (await findFacts(read, wish.id))?.meetup.updatedAt ?? NOW;
      return write((tx) => editMeetup(tx, { ...wish, seenAt: seen }, editor, stationery, at));
    },
    cancel: (meetupId: string, { editor = ann, at = minutesLater(5) }: Changing = {}) =>
      write((tx) => cancelMeetup(tx, { meetupId, reason: 'The boiler broke.' }, editor, stationery, at)),
    letters: () => read.select().from(read.tables.outbox).orderBy(read.tables.outbox.id),
    /** An RSVP as it stands in the table. */
    addRsvp: (meetupId: string, name: string, facts: Partial<Rsvp> = {}) =>
      write((tx) =>
        tx.insert(tx.tables.rsvps).values({
          ...{ id: newId(), meetupId, name, email: `${name}@home.example`, circle: 'public', status: 'going' },
          ...{ partySize: 1, turn: nextTurn(), route: 'web', savedAt: NOW },
          ...facts,
        }),
      ),
  };
}

type Rsvp = Database['read']['tables']['rsvps']['$inferInsert'];

interface Changing {
  editor?: Editor;
  at?: Date;
  seenAt?: Date;
}

let turns = 0;
const nextTurn = () => ++turns;
