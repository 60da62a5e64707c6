import type { APIRoute } from 'astro';
import { hasAdmin } from '#domain/people/people-queries.ts';

/** For whatever watches the site: 200 when the database answers. */
export const GET: APIRoute = async ({ locals }) => {
  await hasAdmin(locals.read);
  return new Response('ok\n', {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
};
