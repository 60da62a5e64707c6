import { z } from 'astro/zod';
import { type ShownAuthor, sayAuthors } from '#domain/lessons/lesson-author-rules.ts';
import { type LessonText, MOST_TAGS, WORKED, type Worked } from '#domain/lessons/lesson-rules.ts';
import { CIRCLES, type Circle } from '#domain/people/viewer.ts';
import { address, next, part } from './shapes.ts';

export const lessonQuery = z.strictObject({
  tag: z.string().max(40).optional().describe('Only those with this tag'),
  ...part,
});

const markdown = (what: string) => z.string().optional().describe(`${what}, in Markdown`);

/** What a program sends; how long each may be is said by the form's own rules. */
export const lessonBody = z.strictObject({
  id: z
    .uuid()
    .toLowerCase()
    .optional()
    .describe('Made by you: what was sent before under the same id is not made twice'),
  title: z.string().describe('What it is called, in 120 characters'),
  tryThis: z.string().optional().describe('What others should try, in a line'),
  wanted: markdown('What you wanted'),
  happened: markdown('What happened'),
  why: markdown('Why it went that way'),
  nextTime: markdown('What you would do next time'),
  worked: z.enum(WORKED).optional().describe('Whether it worked'),
  circle: z.enum(CIRCLES).describe('Who will read it once its authors publish it'),
  tags: z.array(z.string().max(40)).max(MOST_TAGS).optional(),
  originName: z.string().optional().describe('Who told it first, when that was elsewhere'),
  originUrl: address.optional().describe('Where that can be read'),
});

export const lessonLineShape = z.strictObject({
  page: address.describe('Where people read it'),
  slug: z.string(),
  title: z.string(),
  tryThis: z.string(),
  worked: z.enum(WORKED),
  circle: z.enum(CIRCLES),
  authors: z.string().describe('As far as you may know their names'),
  tags: z.array(z.string()),
  publishedAt: z.iso.datetime().nullable().describe('Null for a draft'),
  updatedAt: z.iso.datetime(),
});

export const lessonShape = lessonLineShape.extend({
  wanted: z.string().describe('Markdown, like the three that follow'),
  happened: z.string(),
  why: z.string(),
  nextTime: z.string(),
});

export const lessonsShape = z.strictObject({ lessons: z.array(lessonLineShape), next });

interface Line {
  slug: string;
  title: string;
  tryThis: string;
  worked: Worked;
  circle: Circle;
  authors: readonly ShownAuthor[];
  tags: readonly string[];
  publishedAt: Date | null;
  updatedAt: Date;
}

export function lessonLineOf(lesson: Line, siteUrl: string): z.output<typeof lessonLineShape> {
  const { slug, title, tryThis, worked, circle, authors, tags, publishedAt, updatedAt } = lesson;
  return {
    page: `${siteUrl}/lessons/${slug}`,
    ...{ slug, title, tryThis, worked, circle },
    authors: sayAuthors(authors),
    tags: [...tags],
    publishedAt: publishedAt?.toISOString() ?? null,
    updatedAt: updatedAt.toISOString(),
  };
}

export function lessonOf(lesson: Line & LessonText, siteUrl: string): z.output<typeof lessonShape> {
  const { wanted, happened, why, nextTime } = lesson;
  return { ...lessonLineOf(lesson, siteUrl), wanted, happened, why, nextTime };
}
