import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { type Answer, flatten, type Headers } from './answer.ts';

const HEADINGS = {
  400: 'We could not read that request',
  403: 'That form came from another site',
  404: 'Page not found',
  405: 'That cannot be done here',
  408: 'That took too long',
  413: 'That is too large',
  414: 'That address is too long',
  415: 'We cannot read that kind of form',
  421: 'This address belongs to another site',
  431: 'That request carries too much',
  500: 'Something went wrong on our side',
  503: 'We cannot answer just now',
} as const;

export type RefusalStatus = keyof typeof HEADINGS;

/** An answer in one sentence. */
export interface Refusal extends Answer {
  sentence: string;
}

/** A small plain page for what never reaches the site's own pages. */
export function refuse(status: RefusalStatus, sentence: string, headers: Headers = {}): Refusal {
  return {
    status,
    sentence,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers },
    body: Buffer.from(page(HEADINGS[status], sentence)),
  };
}

/** The same for a program, as RFC 9457 says it. */
export function asProblem({ status, sentence, headers }: Refusal): Answer {
  const problem = { type: 'about:blank', title: STATUS_CODES[status], status, detail: sentence };
  return {
    status,
    headers: { ...headers, 'content-type': 'application/problem+json', 'access-control-allow-origin': '*' },
    body: Buffer.from(`${JSON.stringify(problem)}\n`),
  };
}

/** Answers on a bare socket, where there is no response object, and closes it. Node looks after such a socket no longer. */
export function refuseSocket(socket: Socket, { status, headers, body }: Answer, idleMs: number) {
  socket.on('error', () => {}); // whoever has gone needs no answer
  socket.setTimeout(idleMs, () => socket.destroy());
  const fields = flatten({ ...headers, connection: 'close', 'content-length': String(body.length) });
  const lines = fields.map((text, at) => (at % 2 === 0 ? `${text}: ` : `${text}\r\n`)).join('');
  socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines}\r\n`);
  socket.end(body, () => socket.destroy());
}

const page = (heading: string, sentence: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${heading}</title></head><body><main><h1>${heading}</h1><p>${sentence}</p><p><a href="/">Go to the front page</a></p></main></body></html>\n`;
