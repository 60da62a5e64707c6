import type { z } from 'astro/zod';
import type { Scope } from '#domain/programs/token-rules.ts';
import { lessonBody, lessonQuery, lessonShape, lessonsShape } from './lesson-shapes.ts';
import type { ProblemKind } from './problems.ts';
import {
  channelQuery,
  channelShape,
  channelsShape,
  nothingAsked,
  reviewBody,
  unitQuery,
  unitShape,
  unitsShape,
  verifyQuery,
  verifyShape,
} from './shapes.ts';

/** One thing that a program can ask or do. */
export interface Operation {
  id: string;
  method: 'get' | 'post';
  /** As OpenAPI writes it: `/api/channels/{slug}`. */
  path: string;
  summary: string;
  query: z.ZodObject;
  body?: z.ZodObject;
  /** The name its answer's shape goes by. */
  answer: keyof typeof ANSWERS;
  /** What a token needs for it; undefined where everyone may ask, and a token only shows more. */
  needs?: Scope;
  /** Whether it makes something, and says so by 201. */
  makes?: true;
  problems: readonly ProblemKind[];
  /** An example: the parts in braces, the parameters and the body. A test sends each to a running site. */
  example: { parts?: Record<string, string>; query?: Record<string, string>; body?: Record<string, unknown> };
}

/** What comes back, by the names of the document. */
export const ANSWERS = {
  Channel: channelShape,
  Channels: channelsShape,
  Lesson: lessonShape,
  Lessons: lessonsShape,
  Unit: unitShape,
  Units: unitsShape,
  Verdict: verifyShape,
};

/** What may go wrong anywhere that is read, beside what is named. */
const ASKED_WRONG = ['wrong-question', 'unknown-token', 'not-allowed', 'too-often'] as const;

export const OPERATIONS: readonly Operation[] = [
  {
    id: 'listChannels',
    method: 'get',
    path: '/api/channels',
    summary: 'The channels, narrowed like the list at /channels, in the order in which they were added',
    query: channelQuery,
    answer: 'Channels',
    problems: ASKED_WRONG,
    example: { query: { unit: 'libraries', status: 'open', limit: '2' } },
  },
  {
    id: 'findChannel',
    method: 'get',
    path: '/api/channels/{slug}',
    summary: 'One channel',
    query: nothingAsked,
    answer: 'Channel',
    problems: [...ASKED_WRONG, 'not-there'],
    example: { parts: { slug: 'sandford-libraries-on-facebook' } },
  },
  {
    id: 'reviewChannel',
    method: 'post',
    path: '/api/channels/{slug}/reviews',
    summary: 'Says that a channel’s record is still right, as its owner or deputy can on its page',
    query: nothingAsked,
    body: reviewBody,
    answer: 'Channel',
    needs: 'channels:review',
    problems: [...ASKED_WRONG, 'not-there', 'too-late'],
    example: { parts: { slug: 'sandford-libraries-on-facebook' }, body: { notes: 'Looked at together on Monday.' } },
  },
  {
    id: 'listLessons',
    method: 'get',
    path: '/api/lessons',
    summary: 'The lessons, in the order in which they were begun',
    query: lessonQuery,
    answer: 'Lessons',
    problems: ASKED_WRONG,
    example: { query: { limit: '2' } },
  },
  {
    id: 'draftLesson',
    method: 'post',
    path: '/api/lessons',
    summary: 'Keeps a draft of a lesson, for whoever the token acts for to finish and publish',
    query: nothingAsked,
    body: lessonBody,
    answer: 'Lesson',
    needs: 'lessons:draft',
    makes: true,
    problems: [...ASKED_WRONG, 'not-there', 'too-late'],
    example: {
      body: {
        id: '0197a3c2-5d10-7c3e-9b1a-6f2d8e4c0a11',
        title: 'A board at the bus stop',
        happened: 'We put the *same* words on the board and on the web.',
        circle: 'public',
        tags: ['notice boards'],
      },
    },
  },
  {
    id: 'findLesson',
    method: 'get',
    path: '/api/lessons/{slug}',
    summary: 'One lesson with its words',
    query: nothingAsked,
    answer: 'Lesson',
    problems: [...ASKED_WRONG, 'not-there'],
    example: { parts: { slug: 'let-the-class-write-it' } },
  },
  {
    id: 'listUnits',
    method: 'get',
    path: '/api/units',
    summary: 'The units, in the order in which they were added',
    query: unitQuery,
    answer: 'Units',
    problems: ASKED_WRONG,
    example: { query: { limit: '5' } },
  },
  {
    id: 'findUnit',
    method: 'get',
    path: '/api/units/{slug}',
    summary: 'One unit',
    query: nothingAsked,
    answer: 'Unit',
    problems: [...ASKED_WRONG, 'not-there'],
    example: { parts: { slug: 'libraries' } },
  },
  {
    id: 'verifyLink',
    method: 'get',
    path: '/api/verify',
    summary: 'Whether a link, an address, a number or a name is ours: the answer of the page /verify',
    query: verifyQuery,
    answer: 'Verdict',
    problems: ASKED_WRONG,
    example: { query: { link: 'https://www.facebook.com/sandford.demo.libraries' } },
  },
];

/** The address of an operation’s example, without the site. */
export function exampleOf({ path, example }: Operation): string {
  const whole = path.replace(/\{(\w+)\}/g, (_, name: string) => example.parts?.[name] ?? name);
  return example.query ? `${whole}?${new URLSearchParams(example.query)}` : whole;
}
