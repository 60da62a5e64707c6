import type { Reader } from '#db/database.ts';
import { escapeHtml } from '#domain/mail/letter-rules.ts';
import type { MeetupFacts } from '#domain/meetups/meetup-facts.ts';
import { listFacts, listFactsOf } from '#domain/meetups/meetup-facts-queries.ts';
import { STRANGER } from '#domain/people/viewer.ts';
import { sayRhythm } from '#domain/series/rhythm-words.ts';
import { listSeries } from '#domain/series/series-list-queries.ts';
import { rhythmOf, type Series } from '#domain/series/series-queries.ts';
import { opensAt } from '#domain/series/series-rules.ts';
import { sayWhen } from '#domain/time/date-words.ts';
import { listOpenTopics } from '#domain/topics/topic-list-queries.ts';
import type { Feed, FeedEntry } from './feeds.ts';
import type { SiteFacts } from './site-facts.ts';

const MOST_ENTRIES = 30;
const DAYS_BACK = 400;
const DAY_MS = 86_400_000;

/** The dates of a series, each from when it opens: a year of dates that were made at once is no news. */
export async function seriesFeed(read: Reader, site: SiteFacts, series: Series, now: Date): Promise<Feed> {
  const since = new Date(now.getTime() - DAYS_BACK * DAY_MS);
  const dates = await listFactsOf(read, STRANGER, series.id, since);
  return {
    title: `${series.name} – ${site.name}`,
    description: series.purpose || sayRhythm(rhythmOf(series)),
    siteUrl: site.url,
    pagePath: `/series/${series.slug}`,
    feedPath: `/series/${series.slug}.atom`,
    author: site.name,
    entries: entriesOf(dates, now),
  };
}

/** The meetups for everyone, each from when it opens. */
export async function meetupsFeed(read: Reader, site: SiteFacts, now: Date): Promise<Feed> {
  const since = new Date(now.getTime() - DAYS_BACK * DAY_MS);
  return {
    title: `Meetups – ${site.name}`,
    description: 'A café, three topics, no slides. Everybody is welcome.',
    siteUrl: site.url,
    pagePath: '/meetups',
    feedPath: '/meetups.atom',
    author: site.name,
    entries: entriesOf(await listFacts(read, STRANGER, since), now),
  };
}

/** The series for everyone, the last started first. */
export async function allSeriesFeed(read: Reader, site: SiteFacts, now: Date): Promise<Feed> {
  const all = await listSeries(read, STRANGER, now);
  return {
    title: `Series – ${site.name}`,
    description: 'Meetups that come back.',
    siteUrl: site.url,
    pagePath: '/series',
    feedPath: '/series.atom',
    author: site.name,
    entries: all
      .map(({ series }) => ({
        ...{ id: series.id, path: `/series/${series.slug}`, title: series.name, authors: [], tags: [] },
        ...{ publishedAt: series.createdAt, updatedAt: series.updatedAt },
        summary: series.purpose,
        html: `<p>${escapeHtml(series.purpose || sayRhythm(rhythmOf(series)))}</p>`,
      }))
      .sort(newestFirst)
      .slice(0, MOST_ENTRIES),
  };
}

/** The topics on the list of a series for everyone, the last offered first. */
export async function topicsFeed(read: Reader, site: SiteFacts, series: Series, now: Date): Promise<Feed> {
  const topics = await listOpenTopics(read, STRANGER, series.id, now);
  const path = `/series/${series.slug}/topics`;
  return {
    title: `Topics for ${series.name} – ${site.name}`,
    description: 'What was offered to talk about, and is not chosen yet.',
    siteUrl: site.url,
    pagePath: path,
    feedPath: `${path}.atom`,
    author: site.name,
    entries: topics
      .map(({ id, title, question, offeredAt, offeredBy }) => ({
        ...{ id, path, title, summary: question, html: `<p>${escapeHtml(question)}</p>`, tags: [] },
        ...{ publishedAt: offeredAt, updatedAt: offeredAt },
        authors: offeredBy.name ? [offeredBy.name] : [],
      }))
      .sort(newestFirst)
      .slice(0, MOST_ENTRIES),
  };
}

const entriesOf = (dates: readonly MeetupFacts[], now: Date) =>
  dates
    .map(entryOf)
    .filter(({ publishedAt }) => publishedAt <= now)
    .reverse()
    .slice(0, MOST_ENTRIES);

const newestFirst = (one: FeedEntry, other: FeedEntry) => other.publishedAt.getTime() - one.publishedAt.getTime();

function entryOf({ meetup, venue, cancelledAt }: MeetupFacts): FeedEntry {
  const when = sayWhen(meetup.startsLocal, meetup.endsLocal, meetup.zone);
  const summary = `${cancelledAt ? 'Cancelled. ' : ''}${when}, at ${venue.name}.`;
  const publishedAt = new Date(Math.max(opensAt(meetup.startsAt).getTime(), meetup.createdAt.getTime()));
  return {
    id: meetup.id,
    path: `/meetups/${meetup.slug}`,
    title: `${cancelledAt ? 'Cancelled: ' : ''}${meetup.title}, ${sayWhen(meetup.startsLocal, null, meetup.zone)}`,
    summary,
    html: `<p>${escapeHtml(summary)}</p>\n${meetup.descriptionHtml}`,
    publishedAt,
    updatedAt: new Date(Math.max(publishedAt.getTime(), meetup.updatedAt.getTime())),
    authors: [],
    tags: [],
  };
}
