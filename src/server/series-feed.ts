import type { Reader } from '#db/database.ts';
import { escapeHtml } from '#domain/mail/letter-rules.ts';
import type { MeetupFacts } from '#domain/meetups/meetup-facts.ts';
import { listFactsOf } from '#domain/meetups/meetup-facts-queries.ts';
import { STRANGER } from '#domain/people/viewer.ts';
import { sayRhythm } from '#domain/series/rhythm-words.ts';
import { rhythmOf, type Series } from '#domain/series/series-queries.ts';
import { opensAt } from '#domain/series/series-rules.ts';
import { sayWhen } from '#domain/time/date-words.ts';
import type { Feed, FeedEntry } from './feeds.ts';
import type { SiteFacts } from './site-facts.ts';

const MOST_ENTRIES = 30;
const DAYS_BACK = 400;

/** The dates of a series, each from when it opens: a year of dates that were made at once is no news. */
export async function seriesFeed(read: Reader, site: SiteFacts, series: Series, now: Date): Promise<Feed> {
  const since = new Date(now.getTime() - DAYS_BACK * 86_400_000);
  const dates = await listFactsOf(read, STRANGER, series.id, since);
  return {
    title: `${series.name} – ${site.name}`,
    description: series.purpose || sayRhythm(rhythmOf(series)),
    siteUrl: site.url,
    pagePath: `/series/${series.slug}`,
    feedPath: `/series/${series.slug}.atom`,
    author: site.name,
    entries: dates
      .map(entryOf)
      .filter(({ publishedAt }) => publishedAt <= now)
      .reverse()
      .slice(0, MOST_ENTRIES),
  };
}

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
