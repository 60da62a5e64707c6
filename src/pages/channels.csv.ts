import type { APIRoute } from 'astro';
import { registerCsv } from '#server/register-csv.ts';
import { slicedAnswer } from '#server/slices.ts';

/** The register as the viewer may see it, to open in a spreadsheet or to import again. */
export const GET: APIRoute = ({ locals: { read, viewer } }) =>
  slicedAnswer(registerCsv(read, viewer), {
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': 'attachment; filename="channels.csv"',
  });
