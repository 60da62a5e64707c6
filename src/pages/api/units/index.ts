import type { APIRoute } from 'astro';
import { sliceUnits } from '#domain/units/unit-slice-queries.ts';
import { partOf, readCursor } from '#server/api/parts.ts';
import { READ_ONLY } from '#server/api/problems.ts';
import { mayNotRead, readQuestion } from '#server/api/questions.ts';
import { unitOf, unitQuery } from '#server/api/shapes.ts';

/** The units, in the order in which they were added, a part at a time. */
export const GET: APIRoute = async (context) => {
  const { read, site } = context.locals;
  const asked = mayNotRead(context) ?? readQuestion(context.url, unitQuery);
  if (asked instanceof Response) return asked;
  const after = readCursor(asked.cursor);
  if (after instanceof Response) return after;
  const { rows, last } = await sliceUnits(read, after, asked.limit);
  return partOf(
    'units',
    rows.map((row) => unitOf(row, site.url)),
    last,
    context.url,
    site.url,
  );
};

export const ALL = READ_ONLY;
