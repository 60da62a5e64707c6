import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Refusal, refuse } from './refusals.ts';

/** How large the forms of some paths may be. */
export interface BodyLimit {
  path: RegExp;
  bytes: number;
}

const USUAL_BODY_BYTES = 1_000_000;
const MOST_FIELDS = 1000;
const UNREADABLE = 'The form arrived broken. Please go back and send it again.';

export const limitAt = (path: string, limits: readonly BodyLimit[]): number =>
  limits.find((limit) => limit.path.test(path))?.bytes ?? USUAL_BODY_BYTES;

type Taken<What> = What | { refusal: Refusal } | 'gone';
type Body = Buffer<ArrayBuffer>;

/** Takes a form of up to `limit` bytes apart, if it can be read as what it says it is. */
export async function takeForm(
  request: IncomingMessage,
  response: ServerResponse,
  limit: number,
): Promise<Taken<{ form: FormData }>> {
  const taken = await takeBody(request, response, limit);
  if (taken === 'gone' || 'refusal' in taken) return taken;
  return readFields(taken.body, request.headers['content-type'] ?? '');
}

/** The same for any body, unread. */
export async function takeBody(
  request: IncomingMessage,
  response: ServerResponse,
  limit: number,
): Promise<Taken<{ body: Body }>> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return { refusal: tooLarge(limit) };
  if (request.headers.expect?.toLowerCase() === '100-continue') response.writeContinue();
  const body = await collect(request, limit);
  if (body === 'gone') return body;
  if (body === 'too-large') return { refusal: tooLarge(limit) };
  return { body };
}

const tooLarge = (limit: number) =>
  refuse(413, `Please send at most ${(limit / 1e6).toLocaleString('en-GB')} MB at a time.`);

/** What comes after the limit is thrown away as it arrives, so that the sender can finish and read our answer. */
function collect(request: IncomingMessage, limit: number): Promise<Body | 'too-large' | 'gone'> {
  return new Promise((resolve) => {
    const chunks: Body[] = [];
    let bytes = 0;
    request.on('data', (chunk: Body) => {
      bytes += chunk.length;
      if (bytes <= limit) chunks.push(chunk);
      else {
        chunks.length = 0;
        resolve('too-large');
      }
    });
    request.on('end', () => resolve(chunks.length === 1 ? (chunks[0] as Body) : Buffer.concat(chunks)));
    request.on('close', () => resolve('gone'));
    request.on('error', () => resolve('gone'));
  });
}

/** PostgreSQL refuses text with a NUL in it. */
async function readFields(body: Body, type: string): Promise<{ form: FormData } | { refusal: Refusal }> {
  const isMultipart = type.toLowerCase().startsWith('multipart/');
  if (countUpTo(MOST_FIELDS, body, isMultipart ? '\r\n--' : '&') >= MOST_FIELDS)
    return { refusal: refuse(413, `Please send at most ${MOST_FIELDS} fields at a time.`) };
  const form = isMultipart ? await readParts(body, type) : readPairs(body);
  const texts = [...(form ?? [])].flat().filter((text) => typeof text === 'string');
  return form && !texts.some((text) => text.includes('\0')) ? { form } : { refusal: refuse(400, UNREADABLE) };
}

/** Undefined when the parts are not what the type says. */
const readParts = (body: Body, type: string): Promise<FormData | undefined> =>
  new Response(body, { headers: { 'content-type': type } }).formData().catch(() => undefined);

function readPairs(body: Body): FormData {
  const form = new FormData();
  for (const [name, value] of new URLSearchParams(body.toString())) form.append(name, value);
  return form;
}

function countUpTo(most: number, body: Buffer, mark: string): number {
  let count = 0;
  for (let at = body.indexOf(mark); at >= 0 && count < most; at = body.indexOf(mark, at + mark.length)) count++;
  return count;
}
