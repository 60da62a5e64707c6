import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
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

export type FormBody = { body: Buffer<ArrayBuffer> } | { refusal: Refusal } | 'gone';

/** Takes a form's body into memory, up to `limit` bytes, and checks that it can be read as what it says it is. */
export async function takeForm(request: IncomingMessage, response: ServerResponse, limit: number): Promise<FormBody> {
  const taken = await takeBody(request, response, limit);
  if (taken === 'gone' || 'refusal' in taken) return taken;
  const refusal = await refuseFields(taken.body, request.headers['content-type'] ?? '');
  return refusal ? { refusal } : taken;
}

/** The same for any body, unread. */
export async function takeBody(request: IncomingMessage, response: ServerResponse, limit: number): Promise<FormBody> {
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
function collect(request: IncomingMessage, limit: number): Promise<Buffer<ArrayBuffer> | 'too-large' | 'gone'> {
  return new Promise((resolve) => {
    const chunks: Buffer<ArrayBuffer>[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer<ArrayBuffer>) => {
      bytes += chunk.length;
      if (bytes <= limit) chunks.push(chunk);
      else {
        chunks.length = 0;
        resolve('too-large');
      }
    });
    request.on('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer<ArrayBuffer>) : Buffer.concat(chunks)));
    request.on('close', () => resolve('gone'));
    request.on('error', () => resolve('gone'));
  });
}

/** Astro answers 500 to a broken multipart body, and PostgreSQL refuses text with a NUL in it. */
async function refuseFields(body: Buffer<ArrayBuffer>, type: string): Promise<Refusal | undefined> {
  const isMultipart = type.toLowerCase().startsWith('multipart/');
  if (countUpTo(MOST_FIELDS, body, isMultipart ? '\r\n--' : '&') >= MOST_FIELDS)
    return refuse(413, `Please send at most ${MOST_FIELDS} fields at a time.`);
  if (!isMultipart) return body.includes(0) || body.includes('%00') ? refuse(400, UNREADABLE) : undefined;
  try {
    const fields = await new Response(body, { headers: { 'content-type': type } }).formData();
    await setImmediate(); // Astro takes it apart once more: others come in between
    const texts = [...fields].flat().filter((text) => typeof text === 'string');
    return texts.some((text) => text.includes('\0')) ? refuse(400, UNREADABLE) : undefined;
  } catch {
    return refuse(400, UNREADABLE);
  }
}

function countUpTo(most: number, body: Buffer, mark: string): number {
  let count = 0;
  for (let at = body.indexOf(mark); at >= 0 && count < most; at = body.indexOf(mark, at + mark.length)) count++;
  return count;
}
