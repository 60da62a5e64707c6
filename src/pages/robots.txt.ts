import type { APIRoute } from 'astro';

/** Everything public may be indexed; pages that differ for each person have nothing for a crawler. */
export const GET: APIRoute = ({ locals: { site } }) => {
  const closed = ['/sign-in', '/first-admin', '/profile', '/admin', '/rsvps', '/outbox', '/search'];
  const lines = [
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${site.url}/sitemap.xml`,
    '',
  ];
  return new Response(lines.join('\n'), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
