import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Refusal, refuse } from './refusals.ts';
import { type Body, type Taken, takeBody } from './request-body.ts';

const MOST_FIELDS = 1000;
const UNREADABLE = 'The form arrived broken. Please go back and send it again.';

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

/** PostgreSQL refuses text with a NUL in it. */
async function readFields(body: Body, type: string): Promise<{ form: FormData } | { refusal: Refusal }> {
  const isMultipart = type.toLowerCase().startsWith('multipart/');
  if (countUpTo(MOST_FIELDS, body, isMultipart ? `\r\n--${boundaryOf(type)}` : '&') >= MOST_FIELDS)
    return { refusal: refuse(413, `Please send at most ${MOST_FIELDS} fields at a time.`) };
  const form = isMultipart ? await readParts(body, type) : readPairs(body);
  const texts = [...(form ?? [])].flat().filter((text) => typeof text === 'string');
  return form && !texts.some((text) => text.includes('\0')) ? { form } : { refusal: refuse(400, UNREADABLE) };
}

const boundaryOf = (type: string) => /;\s*boundary=("?)([^";]+)\1/i.exec(type)?.[2] ?? '';

/** Undefined when the parts are not what the type says. */
async function readParts(body: Body, type: string): Promise<FormData | undefined> {
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData();
  } catch {
    return undefined;
  }
}

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
