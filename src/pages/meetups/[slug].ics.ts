import type { APIRoute } from 'astro';
import { findFactsFor } from '#domain/meetups/meetup-facts-queries.ts';
import { listTopics } from '#domain/meetups/meetup-queries.ts';
import { calendarHeaders, meetupCalendar } from '#server/calendar.ts';

/** One meetup for a calendar, as far as this viewer may see it. */
export const GET: APIRoute = async ({ params, locals: { read, viewer, site } }) => {
  const facts = await findFactsFor(read, viewer, params.slug ?? '');
  if (!facts) return new Response('There is no such meetup.\n', { status: 404 });
  const topics = await listTopics(read, viewer, [facts.meetup.id]);
  const text = meetupCalendar({ ...facts, topics }, { siteName: site.name, siteUrl: site.url });
  return new Response(text, { headers: calendarHeaders(`${facts.meetup.slug}.ics`) });
};
