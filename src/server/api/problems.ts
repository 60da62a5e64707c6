import { PUBLIC_JSON } from '../public-json.ts';

/** Every kind of problem a program may meet, by the last part of its address on the page /api. */
export const PROBLEMS = {
  'wrong-question': { status: 400, title: 'Something in the question is wrong' },
  'unknown-token': { status: 401, title: 'The token does not work' },
  'not-allowed': { status: 403, title: 'The token may not do this' },
  'not-there': { status: 404, title: 'There is nothing here' },
  'other-method': { status: 405, title: 'This cannot be done here' },
  'too-late': { status: 409, title: 'It cannot be done any more' },
  'too-often': { status: 429, title: 'That was asked too often' },
} as const;
export type ProblemKind = keyof typeof PROBLEMS;

export interface WrongPart {
  name: string;
  detail: string;
}

/** What is wrong, as RFC 9457 says it. `detail` is a sentence for whoever wrote the program. */
export function apiProblem(
  kind: ProblemKind,
  detail: string,
  { errors, headers = {} }: { errors?: readonly WrongPart[]; headers?: Record<string, string> } = {},
): Response {
  const { status, title } = PROBLEMS[kind];
  const problem = { type: `/api#${kind}`, title, status, detail, ...(errors && { errors }) };
  return new Response(`${JSON.stringify(problem)}\n`, {
    status,
    headers: { ...API_JSON, ...headers, 'content-type': 'application/problem+json' },
  });
}

/** What every answer of the interface carries. */
export const API_JSON = {
  ...PUBLIC_JSON,
  'access-control-expose-headers': 'etag, link, retry-after, x-request-id',
  vary: 'authorization',
};

/** A good answer. */
export const apiJson = (value: unknown, headers: Record<string, string> = {}): Response =>
  new Response(`${JSON.stringify(value)}\n`, { headers: { ...API_JSON, ...headers } });

/** The same for what was made. */
export const apiMade = ({ page, ...made }: { page: string }): Response =>
  new Response(`${JSON.stringify({ page, ...made })}\n`, { status: 201, headers: { ...API_JSON, location: page } });

/** For every method that an endpoint has no function for. */
export const otherMethod = (allow: string) => (): Response =>
  apiProblem('other-method', `Use ${allow.replace(/, OPTIONS$/, '').replace(', ', ' or ')} here.`, {
    headers: { allow },
  });

export const READ_ONLY = otherMethod('GET, HEAD, OPTIONS');
