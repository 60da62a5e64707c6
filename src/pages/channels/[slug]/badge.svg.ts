import type { APIRoute } from 'astro';
import { drawBadge } from '#server/badge.ts';
import { findProof } from '#server/proof.ts';

/** The badge that a channel may show anywhere; it says how things stand today. */
export const GET: APIRoute = async ({ locals, params }) => {
  const found = await findProof(locals, params['slug']);
  if (!found) return new Response(null, { status: 404 });
  return new Response(drawBadge(found.proof, locals.site.name), {
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'cache-control': 'public, max-age=300',
      'cross-origin-resource-policy': 'cross-origin',
    },
  });
};
