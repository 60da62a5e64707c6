import { refuseAddress } from './addresses.ts';
import type { Door } from './admission.ts';
import { type Answer, type Exchange, type Headers, pathOf } from './answer.ts';
import { type KeptAnswer, keepAnswer } from './kept-answer.ts';
import { asProblem, type Refusal, refuse } from './refusals.ts';
import type { Rendered, Sending } from './rendering.ts';
import { takeBody } from './request-body.ts';

/** What programs ask for. The page about it, /api, is for people. */
export const isForPrograms = (url: string): boolean => url.startsWith('/api/');

const BODY_BYTES = 100_000;

/** Any page anywhere may ask: no cookie is looked at, so there is nothing of anybody's to give away. */
const ANYBODY: Headers = { 'access-control-allow-origin': '*' };
const PREFLIGHT: Answer = {
  status: 204,
  headers: {
    ...ANYBODY,
    'access-control-allow-methods': 'GET, HEAD, POST',
    'access-control-allow-headers': 'authorization, content-type, if-none-match',
    'access-control-max-age': '86400',
  },
  body: Buffer.alloc(0),
};

interface Desk {
  door: Door;
  /** What every answer carries. */
  common: Headers;
  ask(exchange: Exchange, shown: Headers, sent?: Sending): Promise<Rendered>;
}

/** How a program's request is answered; undefined when it is asked like anybody's, without a token, and may be kept. */
export type ProgramAnswer = { reply: Answer; requestId?: string } | { kept: KeptAnswer; requestId: string } | 'gone';

/** Who asks is told by the `authorization` header alone. */
export function openProgramDesk({ door, common, ask }: Desk) {
  const refused = (refusal: Refusal) => ({ reply: asProblem(refusal) });

  return async function serve(exchange: Exchange): Promise<ProgramAnswer | undefined> {
    const { request, method, headers, url } = exchange;
    const problem = door.refuseHost(request) ?? refuseAddress(url);
    if (problem) return refused(problem);
    if (method === 'OPTIONS') return { reply: PREFLIGHT };
    const isRead = method === 'GET' || method === 'HEAD';
    if (!isRead && method !== 'POST')
      return refused(refuse(405, 'Programs may use GET, HEAD and POST.', { allow: 'GET, HEAD, POST, OPTIONS' }));
    if (isRead && headers.authorization === undefined) return undefined;
    const body = isRead ? undefined : await takeJson(exchange);
    if (body === 'gone') return body;
    if (body && 'refusal' in body) return refused(body.refusal);
    const shown: Headers = headers.authorization === undefined ? {} : { authorization: headers.authorization };
    const { answer, requestId } = await ask(exchange, body ? { ...shown, 'content-type': JSON_TYPE } : shown, body);
    if (!isRead || answer.status !== 200) return { reply: answer, requestId };
    const own: Headers = { ...answer.headers, ...common, 'cache-control': 'private, no-cache' };
    return { kept: keepAnswer({ ...answer, headers: { ...own, 'x-request-id': requestId } }), requestId };
  };
}

/** What the pages could not answer is said to programs in their own way. */
export const sayToAsker = (url: string, rendered: Rendered): Rendered =>
  isForPrograms(url) && 'sentence' in rendered.answer
    ? { ...rendered, answer: asProblem(rendered.answer as Refusal) }
    : rendered;

const JSON_TYPE = 'application/json';

async function takeJson({ request, response, headers, url }: Exchange) {
  if (/[?&]_action=/.test(url)) return { refusal: refuse(404, `There is no such thing at ${pathOf(url)}.`) };
  const type = headers['content-type'] ?? JSON_TYPE;
  if (headers['content-encoding'] || !/^application\/json\s*(;|$)/i.test(type))
    return { refusal: refuse(415, 'Please send JSON, uncompressed.') };
  return takeBody(request, response, BODY_BYTES);
}
