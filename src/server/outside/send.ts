import { type IncomingMessage, type RequestOptions, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';

/** Where a name was found to lead. */
export interface Place {
  address: string;
  port: number;
}

export interface Sending {
  method: 'HEAD' | 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string;
  /** How much of the answer is read; what comes after is not waited for. */
  mostBytes: number;
  signal: AbortSignal;
}

export interface Reply {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** Sends one request to a place that was looked at, and reads the beginning of what comes back. */
export function send(url: URL, place: Place, { method, headers, body, mostBytes, signal }: Sending): Promise<Reply> {
  const options: RequestOptions = {
    method,
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    port: place.port,
    path: url.pathname + url.search,
    headers,
    agent: false,
    lookup: always(place.address),
    signal,
  };
  const request = url.protocol === 'https:' ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    const sent = request(options, (response) => {
      readUpTo(mostBytes, response).then(
        (read) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: read }),
        reject,
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function readUpTo(most: number, response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  return new Promise((resolve, reject) => {
    const finish = () => {
      resolve(Buffer.concat(chunks).subarray(0, most));
      response.destroy();
    };
    response.on('error', reject);
    if (most === 0) return finish();
    response.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= most) finish();
    });
    response.on('end', finish);
  });
}

/** Whatever the name means by now: it is connected to where it was looked at. */
const always =
  (address: string): LookupFunction =>
  (_, options, done) => {
    const family = isIP(address);
    if (options.all) done(null, [{ address, family }]);
    else done(null, address, family);
  };
