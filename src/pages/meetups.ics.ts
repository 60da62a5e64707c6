import type { APIRoute } from 'astro';
import { listFacts } from '#domain/meetups/meetup-facts-queries.ts';
import { listTopics } from '#domain/meetups/meetup-queries.ts';
import { STRANGER } from '#domain/people/viewer.ts';
import { CALENDAR_DAYS_BACK, calendarHeaders, subscribedCalendar } from '#server/calendar.ts';

/** Every public meetup of the last year and to come, to subscribe to. Calendars do not sign in, so it is for everyone. */
export const GET: APIRoute = async ({ locals: { read, now, site } }) => {
  const since = new Date(now.getTime() - CALENDAR_DAYS_BACK * 86_400_000);
  const meetups = await listFacts(read, STRANGER, since);
  const ids = meetups.map(({ meetup }) => meetup.id);
  const topics = Map.groupBy(await listTopics(read, STRANGER, ids), ({ meetupId }) => meetupId);
  const entries = meetups.map((facts) => ({ ...facts, topics: topics.get(facts.meetup.id) ?? [] }));
  const text = subscribedCalendar(entries, { siteName: site.name, siteUrl: site.url });
  return new Response(text, { headers: calendarHeaders('meetups.ics') });
};
