import type { APIRoute } from 'astro';
import { findPicture } from '#domain/pictures/picture-queries.ts';
import { readFileName } from '#domain/pictures/picture-rules.ts';
import { currentSite } from '#server/site.ts';

/**
 * One file of a picture, for those who may see what it belongs to; what is for everyone is shown by feed readers too. The
 * address is the same bytes for ever, but may end: nobody keeps it for longer than a day.
 */
export const GET: APIRoute = async ({ locals: { read, viewer }, params: { file = '' } }) => {
  const asked = readFileName(file);
  const seen = asked && (await findPicture(read, viewer, asked.hash));
  const bytes = seen && (await currentSite().pictures.read(file));
  if (!bytes) return new Response(null, { status: 404 });
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': `image/${asked?.type}`,
      'cache-control': seen.isPublic ? 'public, max-age=86400' : 'private, no-store',
      'cross-origin-resource-policy': seen.isPublic ? 'cross-origin' : 'same-origin',
    },
  });
};
