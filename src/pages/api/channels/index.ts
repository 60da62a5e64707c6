import type { APIRoute } from 'astro';
import { sliceRegister } from '#domain/channels/channel-export-queries.ts';
import { readFilters } from '#domain/channels/channel-filter-rules.ts';
import { listUnits } from '#domain/people/people-queries.ts';
import { localDay } from '#domain/time/date-words.ts';
import { partOf, readCursor } from '#server/api/parts.ts';
import { READ_ONLY } from '#server/api/problems.ts';
import { mayNotRead, readQuestion } from '#server/api/questions.ts';
import { channelOf, channelQuery } from '#server/api/shapes.ts';
import { keepUntilWritten } from '#server/kept.ts';

/** The channels that /channels lists, in the order in which they were added, a part at a time. */
export const GET: APIRoute = async (context) => {
  const { locals, url } = context;
  const { read, viewer, now, site } = locals;
  const asked = mayNotRead(context) ?? readQuestion(url, channelQuery);
  if (asked instanceof Response) return asked;
  const after = readCursor(asked.cursor);
  if (after instanceof Response) return after;
  const units = asked.unit ? await keepUntilWritten('api units', () => listUnits(read)) : [];
  const { filters } = readFilters(url.searchParams, units);
  const slice = { after, most: asked.limit };
  const { rows, last } = await sliceRegister(read, viewer, filters, localDay(now, site.zone), slice);
  return partOf(
    'channels',
    rows.map((row) => channelOf(row, site.url)),
    last,
    url,
    site.url,
  );
};

export const ALL = READ_ONLY;
