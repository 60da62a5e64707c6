import type { APIRoute } from 'astro';
import { listEmergency } from '#domain/emergency/emergency-queries.ts';
import { localDay, sayInstant, sayZone } from '#domain/time/date-words.ts';
import { emergencyFile } from '#server/emergency-file.ts';
import { requireStaff } from '#server/guards.ts';

/** The emergency sheet as a file to keep. */
export const GET: APIRoute = async (context) => {
  const viewer = requireStaff(context);
  const { read, now, site } = context.locals;
  const today = localDay(now, site.zone);
  const lines = await listEmergency(read, viewer, today);
  const madeAt = `${sayInstant(now, site.zone)}, ${sayZone(site.zone)}`;
  return new Response(emergencyFile(lines, { siteName: site.name, madeAt }), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-disposition': `attachment; filename="emergency-sheet-${today}.html"`,
      'cache-control': 'private, no-store',
    },
  });
};
