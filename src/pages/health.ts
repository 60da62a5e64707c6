import type { APIRoute } from 'astro';

/** For whatever watches the site: 200 when the database answers. */
export const GET: APIRoute = async ({ locals: { read } }) => {
  const { platforms } = read.tables;
  await read.select({ key: platforms.key }).from(platforms).limit(1);
  return new Response('ok\n', {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
};
