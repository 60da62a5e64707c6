import type { z } from 'astro/zod';
import type { Scope } from '#domain/programs/token-rules.ts';
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
  problems: readonly ProblemKind[];
  /** An example: the parts in braces, the parameters and the body. A test sends each to a running site. */
  example: { parts?: Record<string, string>; query?: Record<string, string>; body?: Record<string, string> };
}

/** What comes back, by the names of the document. */
export const ANSWERS = {
  Channel: channelShape,
  Channels: channelsShape,
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
