import type { APIRoute } from 'astro';
import { findSlugOfNumber } from '#domain/meetups/short-address-queries.ts';

/** The short address on paper leads to the meetup, if this viewer may see it. */
export const GET: APIRoute = async ({ params, locals: { read, viewer }, redirect, rewrite }) => {
  const slug = await findSlugOfNumber(read, viewer, params['number'] ?? '');
  return slug ? redirect(`/meetups/${slug}`) : rewrite('/404');
};
