import type { APIRoute } from 'astro';
import { escapeHtml } from '#domain/mail/letter-rules.ts';
import { listPublicPaths } from '#domain/search/search-queries.ts';

const STANDING = [
  '/',
  '/meetups',
  '/series',
  '/lessons',
  '/collections',
  '/channels',
  '/verify',
  '/about',
  '/policy',
  '/accessibility',
  '/privacy',
];

/** Every page that everyone may read. */
export const GET: APIRoute = async ({ locals: { read, site } }) => {
  const paths = [...STANDING, ...(await listPublicPaths(read))];
  const urls = paths.map((path) => `<url><loc>${escapeHtml(site.url + path)}</loc></url>`);
  const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
  return new Response(xml, { headers: { 'content-type': 'application/xml; charset=utf-8' } });
};
