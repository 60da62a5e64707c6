import { z } from 'astro/zod';
import { MOST_LESSONS, type Place } from '#domain/collections/collection-rules.ts';
import { CIRCLES } from '#domain/people/viewer.ts';
import { choice, line, longText, madeId, optionalId, optionalLine } from './fields.ts';

/** What a collection says of itself. */
export const collectionWords = {
  title: line(120, 'Enter a title, such as “Getting started with newsletters”'),
  introduction: longText(2000, 'Say in a sentence or two what it is for, and whom it helps'),
  circle: choice(CIRCLES, 'Choose who can read it'),
};

/** The lesson that a collection is started from, if any. */
export const readFirst = { lessonId: optionalId };

export const lessonLine = optionalLine(200);

const NUMBER = 'Number the lessons with whole numbers from 1';

/** The lessons of a collection as its form sends them: as many numbers and lines as lessons. */
export const keptPlaces = z
  .object({
    collectionId: madeId,
    lessonIds: z.array(madeId).max(MOST_LESSONS),
    positions: z.array(z.coerce.number(NUMBER).int(NUMBER).min(0, NUMBER).max(1_000_000, NUMBER)).max(MOST_LESSONS),
    lines: z.array(lessonLine).max(MOST_LESSONS),
    removed: z.array(madeId).max(MOST_LESSONS),
  })
  .refine(
    ({ lessonIds, positions, lines }) => positions.length === lessonIds.length && lines.length === lessonIds.length,
    {
      error: NUMBER,
      path: ['positions'],
    },
  );

/** The places that a form sent side by side. */
export const placesOf = ({ lessonIds, positions, lines }: z.output<typeof keptPlaces>): Place[] =>
  lessonIds.map((lessonId, at) => ({ lessonId, position: positions[at] ?? 0, line: lines[at] ?? '' }));
