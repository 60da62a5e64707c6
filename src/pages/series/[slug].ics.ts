import type { APIRoute } from 'astro';
import { listFactsOf } from '#domain/meetups/meetup-facts-queries.ts';
import { listTopics } from '#domain/meetups/meetup-queries.ts';
import { STRANGER } from '#domain/people/viewer.ts';
import { findSeries } from '#domain/series/series-queries.ts';
import { CALENDAR_DAYS_BACK, calendarHeaders, subscribedCalendar } from '#server/calendar.ts';

/** Every public date of a public series, to subscribe to. Calendars do not sign in, so it is for everyone. */
export const GET: APIRoute = async ({ params, locals: { read, now, site } }) => {
  const found = await findSeries(read, STRANGER, params.slug ?? '');
  if (!found) return new Response('There is no such series.\n', { status: 404 });
  const { id, name, slug } = found.series;
  const since = new Date(now.getTime() - CALENDAR_DAYS_BACK * 86_400_000);
  const meetups = await listFactsOf(read, STRANGER, id, since);
  const ids = meetups.map(({ meetup }) => meetup.id);
  const topics = Map.groupBy(await listTopics(read, STRANGER, ids), ({ meetupId }) => meetupId);
  const entries = meetups.map((facts) => ({ ...facts, topics: topics.get(facts.meetup.id) ?? [] }));
  const calendar = { name, path: `/series/${slug}.ics` };
  const text = subscribedCalendar(entries, { siteName: site.name, siteUrl: site.url }, calendar);
  return new Response(text, { headers: calendarHeaders(`${slug}.ics`) });
};
