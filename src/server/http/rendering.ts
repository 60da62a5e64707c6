import { randomUUID } from 'node:crypto';
import { type IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Answer, Headers } from './answer.ts';
import { refuse } from './refusals.ts';

/** Renders a page: the adapter's `handler(request, response, next, locals)`. */
export type Render = (
  request: IncomingMessage,
  response: ServerResponse,
  locals: { requestId: string; clientAddress: string; form?: FormData },
) => Promise<void> | void;

/** What was sent: a form taken apart, or a body as it came. */
export interface Sending {
  form?: FormData;
  body?: Buffer;
}

/** What the pages are told of a request. Nothing else of it reaches them. */
export interface Asked extends Sending {
  method: 'GET' | 'POST';
  host: string;
  /** The request headers they may see. */
  headers: Headers;
  clientAddress: string;
}

export interface Rendered {
  answer: Answer;
  requestId: string;
  error?: unknown;
}

const EMPTY = Buffer.alloc(0);

/** Lets the pages answer, and takes the whole answer into memory: a page that breaks half-way is a clean 500. */
export async function renderPage(render: Render, request: IncomingMessage, asked: Asked): Promise<Rendered> {
  const requestId = randomUUID();
  const { method, host, headers, clientAddress, form, body = EMPTY } = asked;
  const length = form && { 'content-length': '0' }; // Astro looks for it before it asks the request for the form
  Object.assign(request, { method, headers: { ...headers, ...length, host }, body });
  const captured = new CapturedResponse(request);
  try {
    await render(request, captured, { requestId, clientAddress, ...(form && { form }) });
    return { requestId, answer: sayInWords(await captured.answer, requestId) };
  } catch (error) {
    return { requestId, error, answer: broken(requestId) };
  }
}

/** Errors without a page of their own get a plain one. */
function sayInWords(answer: Answer, requestId: string): Answer {
  if (answer.status >= 500 && !String(answer.headers['content-type']).startsWith('text/html')) return broken(requestId);
  if (answer.status === 404 && answer.body.length === 0) return refuse(404, 'There is nothing at this address.');
  return answer;
}

const broken = (requestId: string) =>
  refuse(500, `Please try again. If it happens again, tell us this number: ${requestId}.`);

/** Looks like the response to a request, but keeps what is written. */
class CapturedResponse extends ServerResponse {
  readonly answer: Promise<Answer>;
  #chunks: Buffer[] = [];
  #settle!: { resolve: (answer: Answer) => void; reject: (error: unknown) => void };

  constructor(request: IncomingMessage) {
    super(request);
    this.answer = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    this.answer.catch(() => {}); // reported by whoever waits for it; nobody does when rendering itself throws
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const headers = rest.find((one) => typeof one === 'object') as OutgoingHttpHeaders | undefined;
    for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) this.setHeader(name, value);
    return this;
  }

  override write(chunk: string | Uint8Array): boolean {
    this.#chunks.push(bytesOf(chunk));
    return true;
  }

  override end(chunk?: unknown): this {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) this.write(chunk);
    const headers: Headers = {};
    for (const [name, value] of Object.entries(this.getHeaders())) headers[name] = text(value);
    const [only = EMPTY, ...more] = this.#chunks;
    const body = more.length > 0 ? Buffer.concat(this.#chunks) : only;
    this.#settle.resolve({ status: this.statusCode, headers, body });
    this.emit('finish');
    this.emit('close');
    return this;
  }

  override destroy(error?: Error): this {
    this.#settle.reject(error ?? new Error('The page broke off while it was written.'));
    this.emit('close');
    return this;
  }
}

/** Not a copy: nobody else has what a page wrote. */
const bytesOf = (chunk: string | Uint8Array) =>
  typeof chunk === 'string' ? Buffer.from(chunk) : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);

const text = (value: OutgoingHttpHeaders[string]) => (Array.isArray(value) ? value : String(value));
