import type { APIRoute } from 'astro';
import { findLinkedRsvp } from '#domain/meetups/rsvp-queries.ts';
import { calendarFile, calendarHeaders } from '#server/calendar.ts';
import { hashToken } from '#server/chance.ts';

/** The calendar file of one RSVP, for whoever holds its link: tentative while they wait. */
export const GET: APIRoute = async ({ params, locals, rewrite }) => {
  const { read, now, site } = locals;
  const found = await findLinkedRsvp(read, hashToken(params['token'] ?? ''), now);
  if (!found) return rewrite('/404');
  const { facts, own } = found;
  const head = { siteName: site.name, siteUrl: site.url, status: own.status, now };
  const { filename, content } = calendarFile(facts, head);
  return new Response(content, { headers: { ...calendarHeaders(filename), 'cache-control': 'no-store' } });
};
