import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

export type Headers = Record<string, string | string[]>;

/** A whole answer in memory, not yet compressed. Header names are in lower case. */
export interface Answer {
  status: number;
  headers: Headers;
  body: Buffer;
}

/** One request and the way to answer it. Method and headers are as they came: pages are shown others. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  method: string;
  headers: IncomingHttpHeaders;
  url: string;
  /** `performance.now()` when it arrived. */
  started: number;
}

/** Names and values in turns, as `writeHead` takes them fastest. */
export const flatten = (headers: Headers): string[] =>
  Object.entries(headers).flatMap(([name, value]) => [value].flat().flatMap((one) => [name, one]));

/** The address without its query. */
export function pathOf(url: string): string {
  const query = url.indexOf('?');
  return query < 0 ? url : url.slice(0, query);
}

/** Writes head and body, the latter not to HEAD; returns the bytes of the body sent. */
export function writeAnswer({ method, response }: Exchange, status: number, headers: string[], body: Buffer): number {
  response.writeHead(status, headers);
  if (method === 'HEAD') {
    response.end();
    return 0;
  }
  response.end(body);
  return body.length;
}
