import { z } from 'astro/zod';
import { MOST_TAGS, readTags, WORKED } from '#domain/lessons/lesson-rules.ts';
import { CIRCLES } from '#domain/people/viewer.ts';
import {
  choice,
  LOST,
  line,
  longText,
  madeId,
  optionalId,
  optionalLine,
  optionalText,
  optionalWebAddress,
  tick,
  wholeNumber,
} from './fields.ts';

const LONGEST_PART = 20_000;
/** As much as the renderer takes. */
const LONGEST_STORY = 50_000;
const words = {
  title: line(120, 'Enter a title, such as “Asking one question instead of ten”'),
  tryThis: optionalLine(200),
  wanted: optionalText(LONGEST_PART),
  happened: optionalText(LONGEST_STORY),
  why: optionalText(LONGEST_PART),
  nextTime: optionalText(LONGEST_PART),
  worked: z
    .enum(WORKED)
    .nullish()
    .transform((worked) => worked ?? 'not-said'),
};

/** What a preview needs: nothing but the title has to be there. */
export const someWords = z.object({ ...words, lessonId: madeId });

/** An unfinished lesson. */
export const draftLesson = z.object({
  ...words,
  lessonId: madeId,
  basedOn: wholeNumber(0, 1_000_000, LOST),
  circle: choice(CIRCLES, 'Choose who can read it'),
  meetupId: optionalId,
  unitIds: z.array(z.string().max(64)).max(50, 'Choose 50 units or fewer'),
  tags: optionalLine(400)
    .transform(readTags)
    .pipe(z.array(z.string()).max(MOST_TAGS, `Choose the ${MOST_TAGS} tags that say most`)),
  channels: optionalText(4000),
  authors: z.array(z.string().max(200)).max(50, 'Tick fewer authors'),
  moreAuthors: optionalText(2000),
  /** What the form showed: a program sends neither. */
  circleBefore: z.enum(CIRCLES).nullish(),
  authorsBefore: optionalText(4000),
  originName: optionalLine(120),
  originUrl: optionalWebAddress,
  /** Sent by the page while somebody types, not by a button. */
  byItself: tick,
});

/** A lesson that others can read. */
export const wholeLesson = draftLesson.extend({
  happened: longText(LONGEST_STORY, 'Tell what happened. A sentence or two is enough'),
  nextTime: longText(LONGEST_PART, 'Tell what you would do next time: it is what others can use'),
});

/** A published lesson that is changed. */
export const changedLesson = wholeLesson.extend({ whatChanged: optionalLine(200) });

export type LessonInput = z.output<typeof draftLesson>;
