import type { Database } from '#db/database.ts';
import { type Circle, circlesSeenBy } from '#domain/people/viewer.ts';
import { chooseTopic } from '#domain/topics/choice-commands.ts';
import {
  askToOffer,
  confirmOffer,
  forgetLapsedOffers,
  type Offerer,
  offerTopic,
} from '#domain/topics/offer-commands.ts';
import { listOpenTopics } from '#domain/topics/topic-list-queries.ts';
import { castVote, takeVoteBack } from '#domain/topics/vote-commands.ts';
import { hashToken, newId } from '#server/chance.ts';
import { meetupWish, NOW, openMeetupRoom, timesOf } from './meetup-room.ts';
import { viewerIn } from './viewers.ts';
import type { Page } from './visit.ts';

type Series = Database['read']['tables']['series']['$inferInsert'];

/** A series as its row stands in the table, kept by whoever is named. */
export const seriesRow = (wished: Partial<Series> = {}): Series => ({
  ...{ id: newId(), slug: 'first-thursdays', name: 'First Thursdays', circle: 'public', zone: 'Europe/London' },
  ...{ rules: [], exceptDays: [], extraDays: [], startTime: '10:00', endTime: '11:30', cost: 'Free' },
  ...{ createdAt: NOW, updatedAt: NOW },
  ...wished,
});

/** A series whose host is `ann`, a date of it in two weeks, and short ways to offer, vote and choose. */
export async function openTopicRoom(open: () => Promise<Database>, wished: Partial<Series> = {}) {
  const room = await openMeetupRoom(open);
  const { read, write, stationery } = room;
  const series = seriesRow(wished);
  const { id: seriesId } = series;
  await write(async (tx) => {
    await tx.insert(tx.tables.series).values(series);
    await tx.insert(tx.tables.seriesHosts).values({ seriesId, personId: 'ann', fromOn: '2026-01-01' });
  });
  const addDate = async (day: string, more: Parameters<typeof meetupWish>[0] = {}) => {
    const times = timesOf(`${day}T10:00`, `${day}T11:30`);
    const wish = meetupWish({ title: `Café of ${day}`, topics: [], circle: series.circle, ...more, seriesId, times });
    await room.save(wish);
    return wish;
  };
  const by = (personId: string | null, more: Partial<Offerer> = {}): Offerer => ({
    ...{ personId, name: personId ?? '', email: null, route: 'web', enteredById: null },
    ...more,
  });
  const offerOf = (title: string, circle: Circle) => ({
    ...{ seriesId, circles: circlesSeenBy(circle), title, question: `${title}?`, kind: 'it-worked' as const },
  });
  const list = (circle: Circle = 'staff', id = 'ann', now = NOW) =>
    listOpenTopics(read, viewerIn(circle, id), seriesId, now);
  const idOf = async (title: string) => {
    const { topics } = read.tables;
    const all = await read.select().from(topics);
    return all.find((topic) => topic.title === title)?.id ?? 'no such topic';
  };
  return {
    ...{ ...room, series, seriesId, addDate, by, list, idOf },
    ann: { person: { id: 'ann' }, isAdmin: false },
    titles: async (circle?: Circle) => (await list(circle)).map(({ title }) => title),
    offer: (title: string, who: string | Offerer = 'bob', { circle = 'staff' as Circle, now = NOW } = {}) =>
      write((tx) => offerTopic(tx, offerOf(title, circle), typeof who === 'string' ? by(who) : who, newId, now)),
    ask: (title: string, name: string, now = NOW, circle: Circle = 'public') => {
      const who = { name, email: `${name}@home.example` };
      return write((tx) => askToOffer(tx, offerOf(title, circle), who, stationery, now));
    },
    confirm: (token: string, now = NOW) => write((tx) => confirmOffer(tx, hashToken(token), now)),
    forget: (now: Date) => write((tx) => forgetLapsedOffers(tx, seriesId, stationery, now)),
    vote: async (personId: string, title: string, { circle = 'staff' as Circle, now = NOW } = {}) => {
      const topicId = await idOf(title);
      const ballot = { topicId, personId, circles: circlesSeenBy(circle), route: 'web' as const, enteredById: null };
      return write((tx) => castVote(tx, ballot, now));
    },
    unvote: async (personId: string, title: string) => {
      const topicId = await idOf(title);
      return write((tx) => takeVoteBack(tx, { topicId, personId }));
    },
    choose: async (meetupId: string, title: string, now = NOW) => {
      const topicId = await idOf(title);
      const editor = { person: { id: 'ann' }, isAdmin: false };
      return write((tx) => chooseTopic(tx, { meetupId, topicId }, editor, stationery, now));
    },
  };
}

/** A series that somebody keeps, on a site: the path of its list, and what the form for offering sends. */
export async function addTopicSeries({ write }: Pick<Database, 'write'>, hostId: string, circle: Circle = 'public') {
  const number = ++made;
  const row = seriesRow({ slug: `rhythm-${number}`, name: `Rhythm ${number}`, circle });
  await write(async (tx) => {
    await tx.insert(tx.tables.series).values(row);
    await tx.insert(tx.tables.seriesHosts).values({ seriesId: row.id, personId: hostId, fromOn: '2026-01-01' });
  });
  const fields = (title: string) => ({ seriesId: row.id, title, question: `What about ${title}?`, kind: 'help-me' });
  return { id: row.id, path: `/series/${row.slug}/topics`, fields };
}

let made = 0;

/** The titles on a list of topics. */
export const listedOn = (page: Page) =>
  page.html.querySelectorAll('.topic-on-list h3').map(({ textContent }) => textContent);

/** The token of the newest letter to an address. */
export async function tokenTo(read: Database['read'], recipient: string): Promise<string> {
  const letters = await read.select().from(read.tables.outbox).orderBy(read.tables.outbox.id);
  const letter = letters.findLast((one) => one.recipient === recipient);
  return letter?.plainText.match(/\/topics\/(\S+)/)?.[1] ?? 'no letter';
}
