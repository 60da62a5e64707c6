import { createHash } from 'node:crypto';
import { type Answer, type Exchange, flatten, type Headers, writeAnswer } from './answer.ts';
import { acceptedEncoding, compress, type Encoding, isCompressible } from './compression.ts';

/** An answer that is the same for everyone who asks, ready to be written, with its compressed forms. */
export interface KeptAnswer {
  status: number;
  headers: Headers;
  /** The part of the entity tag in quotes. */
  tag: string;
  notModified: string[];
  plain: Form;
  isCompressible: boolean;
  /** Compressed forms in hand, and those being made. */
  forms: Partial<Record<Encoding, Form | Promise<Form>>>;
}

interface Form {
  headers: string[];
  body: Buffer;
}

/** What went out, for the log. */
export interface Sent {
  status: number;
  bytes: number;
}

/** @param twins compressed forms made before, at build time. */
export function keepAnswer(answer: Answer, twins: Partial<Record<Encoding, Buffer>> = {}): KeptAnswer {
  const { status, body } = answer;
  const tag = tagOf(body);
  const { 'content-type': type, vary, ...others } = answer.headers;
  const notModified = { ...others, vary: vary ? `${vary}, accept-encoding` : 'accept-encoding', etag: `W/${tag}` };
  const headers: Headers = { ...notModified, 'content-type': String(type) };
  const forms = Object.entries(twins).map(([name, twin]) => [name, formOf(headers, twin, name as Encoding)]);
  return {
    status,
    headers,
    tag,
    notModified: flatten(notModified),
    plain: formOf(headers, body),
    isCompressible: isCompressible(String(type), body.length),
    forms: Object.fromEntries(forms),
  };
}

/** What stands for these bytes, in quotes. */
export const tagOf = (body: Buffer) => `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;

/** Writes it in the best form the client takes, or 304: at once, or when that form has been made. */
export function sendKept(exchange: Exchange, kept: KeptAnswer): Sent | Promise<Sent> {
  const { headers } = exchange;
  if (isKnown(headers, kept)) return write(exchange, 304, { headers: kept.notModified, body: NOTHING });
  const encoding = kept.isCompressible ? acceptedEncoding(headers['accept-encoding']) : undefined;
  if (!encoding) return write(exchange, kept.status, kept.plain);
  const form = kept.forms[encoding] ?? makeForm(kept, encoding);
  return form instanceof Promise
    ? form.then((made) => write(exchange, kept.status, made))
    : write(exchange, kept.status, form);
}

/** RFC 9110, section 13.2.2: a date counts only where no tag is sent. */
function isKnown(
  { 'if-none-match': tags, 'if-modified-since': since }: Exchange['headers'],
  kept: KeptAnswer,
): boolean {
  if (tags) return tags === '*' || tags.includes(kept.tag);
  const changed = kept.headers['last-modified'];
  return Boolean(since && changed) && Date.parse(String(since)) >= Date.parse(String(changed));
}

const NOTHING = Buffer.alloc(0);

const write = (exchange: Exchange, status: number, { headers, body }: Form): Sent => ({
  status,
  bytes: writeAnswer(exchange, status, headers, body),
});

function makeForm(kept: KeptAnswer, encoding: Encoding): Promise<Form> {
  const making = compress(kept.plain.body, encoding, 'often').then((body) => {
    const form = formOf(kept.headers, body, encoding);
    kept.forms[encoding] = form;
    return form;
  });
  kept.forms[encoding] = making;
  return making;
}

function formOf(headers: Headers, body: Buffer, encoding?: Encoding): Form {
  const own = { 'content-length': String(body.length), ...(encoding && { 'content-encoding': encoding }) };
  return { headers: flatten({ ...headers, ...own }), body };
}
