import { lookup } from 'node:dns/promises';
import { type IncomingMessage, type RequestOptions, request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { OutsideAnswer } from '#domain/link-checks/outside-answer-rules.ts';
import { isPublicPlace } from './public-address.ts';

export interface Asking {
  /** Says who asks, and where to read about it. */
  userAgent: string;
  /** Ends it early. */
  signal?: AbortSignal | undefined;
  /** Every address of a host; tests bring their own. */
  resolve?: (host: string) => Promise<string[]>;
  /** Where it may connect to; tests let in their own server. */
  isAllowed?: (address: string, port: number) => boolean;
  /** How long one answer may take. */
  patienceMs?: number;
}

const MOST_HOPS = 5;
const PATIENCE_MS = 10_000;
const REDIRECTS = [301, 302, 303, 307, 308];

/**
 * Asks another site for a page, without reading it: HEAD, and GET where that is refused. It never rejects. Each address on
 * the way is resolved once, looked at, and connected to as it was looked at: a name that means something else a moment
 * later leads nowhere.
 */
export async function askOutside(address: string, asking: Asking): Promise<OutsideAnswer> {
  let at = URL.parse(address);
  for (let hops = 0; hops <= MOST_HOPS; hops++) {
    if (!at) return { kind: 'refused', why: 'no-address' };
    const answer = await askOnce(at, asking);
    if (answer.kind !== 'answered') return answer;
    if (!REDIRECTS.includes(answer.status) || !answer.location) return { ...answer, url: at.href, hops };
    at = URL.parse(answer.location, at);
  }
  return { kind: 'refused', why: 'too-many-redirects' };
}

type Once = { kind: 'answered'; status: number; location: string | undefined };

async function askOnce(url: URL, asking: Asking): Promise<Once | Exclude<OutsideAnswer, { kind: 'answered' }>> {
  if (!/^https?:$/.test(url.protocol)) return { kind: 'refused', why: 'scheme' };
  try {
    const place = await findPlace(url, asking);
    if (!place) return { kind: 'refused', why: 'address' };
    const head = await send('HEAD', url, place, asking);
    return head.status >= 400 && head.status !== 429 ? await send('GET', url, place, asking) : head;
  } catch (error) {
    return { kind: 'failed', why: whyOf(error) };
  }
}

/** The first address of a host that may be connected to. */
async function findPlace(url: URL, { resolve = resolveAll, isAllowed = isPublicPlace }: Asking) {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const addresses = isIP(host) ? [host] : await resolve(host);
  const address = addresses.find((one) => isAllowed(one, port));
  return address === undefined ? undefined : { address, port };
}

const resolveAll = async (host: string) => (await lookup(host, { all: true })).map(({ address }) => address);

type Place = { address: string; port: number };

function send(method: 'HEAD' | 'GET', url: URL, { address, port }: Place, asking: Asking): Promise<Once> {
  const { userAgent, signal, patienceMs = PATIENCE_MS } = asking;
  const patience = AbortSignal.timeout(patienceMs);
  const options: RequestOptions = {
    method,
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    port,
    path: url.pathname + url.search,
    headers: { 'user-agent': userAgent, accept: 'text/html,*/*;q=0.1', range: 'bytes=0-0' },
    agent: false,
    lookup: always(address),
    signal: signal ? AbortSignal.any([signal, patience]) : patience,
  };
  const request = url.protocol === 'https:' ? requestSecure : requestPlain;
  return new Promise((resolve, reject) => {
    const sent = request(options, (response: IncomingMessage) => {
      const { statusCode = 0, headers } = response;
      response.on('error', () => {});
      response.destroy();
      resolve({ kind: 'answered', status: statusCode, location: headers.location });
    });
    sent.on('error', reject);
    sent.end();
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

function whyOf(error: unknown) {
  const { code, name } = error as { code?: string; name?: string };
  if (code === 'ENOTFOUND') return 'no-such-host' as const;
  if (name === 'TimeoutError' || name === 'AbortError' || code === 'ABORT_ERR') return 'too-slow' as const;
  if (/^(ERR_TLS|CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(code ?? '')) return 'certificate' as const;
  return 'no-connection' as const;
}
