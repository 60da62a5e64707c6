import { and, asc, eq, gte, inArray, isNull, lt, ne } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import type { Reader } from '#db/database.ts';
import { listChannelNews } from '../channels/channel-news-queries.ts';
import { highestFirst, isOpenTo, selectByStanding } from '../lessons/open-lesson-queries.ts';
import { isOpenSeriesOf } from '../meetups/meetup-facts-queries.ts';
import { shortLessonPath, shortPath } from '../meetups/short-address-rules.ts';
import { STRANGER } from '../people/viewer.ts';
import { type BoardMeetup, beginningOf, lessonsOfMonth, type NoticeBoard } from './notice-board-rules.ts';

const MOST_MEETUPS = 8;
const MOST_CHANNELS = 5;
/** Among which those that opened are looked for. */
const MOST_NEWS = 100;
/** Those that take turns: see `lessonsOfMonth`. */
const LESSONS_IN_TURN = 12;

/** What everybody may read of a month: its dates, lessons worth trying, and the channels that opened since the month before. */
export async function findNoticeBoard(
  read: Reader,
  month: Temporal.PlainYearMonth,
  zone: string,
): Promise<NoticeBoard> {
  const [meetups, highest, channels] = await Promise.all([
    listMeetupsOf(read, month, zone),
    listHighest(read),
    listNewChannels(read, month, zone),
  ]);
  return { meetups, lessons: lessonsOfMonth(highest, month), channels };
}

async function listMeetupsOf(read: Reader, month: Temporal.PlainYearMonth, zone: string): Promise<BoardMeetup[]> {
  const { meetups, meetupCancellations, venues, series } = read.tables;
  const { title, startsLocal, endsLocal, cost, slug, number } = meetups;
  const rows = await read
    .select({
      ...{ title, startsLocal, endsLocal, cost, slug, number, zone: meetups.zone, phone: series.phone },
      venue: { name: venues.name, address: venues.address, findUs: venues.findUs },
    })
    .from(meetups)
    .innerJoin(venues, eq(venues.id, meetups.venueId))
    .leftJoin(series, isOpenSeriesOf(read))
    .leftJoin(meetupCancellations, eq(meetupCancellations.meetupId, meetups.id))
    .where(
      and(
        eq(meetups.circle, 'public'),
        gte(meetups.startsAt, beginningOf(month, zone)),
        lt(meetups.startsAt, beginningOf(month.add({ months: 1 }), zone)),
        isNull(meetupCancellations.meetupId),
      ),
    )
    .orderBy(asc(meetups.startsAt), asc(meetups.id))
    .limit(MOST_MEETUPS);
  return rows.map(({ slug, number, phone, ...row }) => ({
    ...row,
    phone: phone ?? '',
    path: shortPath({ slug, number }),
  }));
}

async function listHighest(read: Reader) {
  const { lessons, lessonNumbers } = read.tables;
  const rows = await selectByStanding(read)
    .where(and(isOpenTo(read, STRANGER), ne(lessons.tryThis, '')))
    .orderBy(...highestFirst(read))
    .limit(LESSONS_IN_TURN);
  const ids = rows.map(({ id }) => id);
  const numbers = await read.select().from(lessonNumbers).where(inArray(lessonNumbers.lessonId, ids));
  const numberOf = new Map(numbers.map(({ lessonId, number }) => [lessonId, number]));
  return rows.map(({ id, slug, title, tryThis }) => ({
    ...{ title, tryThis, path: shortLessonPath({ slug, number: numberOf.get(id) ?? null }) },
  }));
}

async function listNewChannels(read: Reader, month: Temporal.PlainYearMonth, zone: string) {
  const news = await listChannelNews(read, MOST_NEWS);
  const since = beginningOf(month.subtract({ months: 1 }), zone);
  const end = beginningOf(month.add({ months: 1 }), zone);
  const opened = news.filter(({ news, at }) => news === 'opened' && at >= since && at < end);
  return opened.slice(0, MOST_CHANNELS).map(({ name, platform, unit }) => ({ name, platform, unit }));
}
