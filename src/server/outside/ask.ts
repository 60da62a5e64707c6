import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import type { OutsideAnswer } from '#domain/link-checks/outside-answer-rules.ts';
import { isPublicPlace } from './public-address.ts';
import { type Place, type Reply, type Sending, send } from './send.ts';

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

/** A page of another site, as far as it was read. */
export type OutsidePage =
  | (Extract<OutsideAnswer, { kind: 'answered' }> & { headers: Reply['headers']; body: Buffer })
  | Exclude<OutsideAnswer, { kind: 'answered' }>;

const MOST_HOPS = 5;
const PATIENCE_MS = 10_000;
/** As much of a page as is read: what matters stands before. */
const MOST_PAGE_BYTES = 500_000;
const REDIRECTS = [301, 302, 303, 307, 308];
/** Those that do not turn a form into a question. */
const FORM_REDIRECTS = [307, 308];

/** Asks another site for a page, without reading it: HEAD, and GET where that is refused. It never rejects. */
export async function askOutside(address: string, asking: Asking): Promise<OutsideAnswer> {
  const headers = { accept: 'text/html,*/*;q=0.1', range: 'bytes=0-0' };
  const answer = await reach(address, asking, REDIRECTS, async (ask) => {
    const head = await ask({ method: 'HEAD', headers, mostBytes: 0 });
    return head.status >= 400 && head.status !== 429 ? ask({ method: 'GET', headers, mostBytes: 0 }) : head;
  });
  if (answer.kind !== 'answered') return answer;
  const { kind, status, url, hops } = answer;
  return { kind, status, url, hops };
}

/** Asks another site for a page, and reads the beginning of it. It never rejects. */
export const readOutside = (address: string, asking: Asking): Promise<OutsidePage> =>
  reach(address, asking, REDIRECTS, (ask) =>
    ask({ method: 'GET', headers: { accept: 'text/html,*/*;q=0.1' }, mostBytes: MOST_PAGE_BYTES }),
  );

/** Sends a form to another site, and reads nothing but whether it was taken. It never rejects. */
export const tellOutside = (address: string, fields: Record<string, string>, asking: Asking): Promise<OutsidePage> => {
  const body = new URLSearchParams(fields).toString();
  const type = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': String(body.length) };
  return reach(address, asking, FORM_REDIRECTS, (ask) => ask({ method: 'POST', headers: type, body, mostBytes: 0 }));
};

type Ask = (sending: Omit<Sending, 'signal'>) => Promise<Reply>;

/**
 * Each address on the way is resolved once, looked at, and connected to as it was looked at: a name that means something
 * else a moment later leads nowhere.
 */
async function reach(
  address: string,
  asking: Asking,
  redirects: readonly number[],
  question: (ask: Ask) => Promise<Reply>,
): Promise<OutsidePage> {
  let at = URL.parse(address);
  for (let hops = 0; hops <= MOST_HOPS; hops++) {
    if (!at) return { kind: 'refused', why: 'no-address' };
    const answer = await askOnce(at, asking, question);
    if (answer.kind !== 'answered') return answer;
    const { location } = answer.headers;
    if (!redirects.includes(answer.status) || !location) return { ...answer, url: at.href, hops };
    at = URL.parse(location, at);
  }
  return { kind: 'refused', why: 'too-many-redirects' };
}

async function askOnce(url: URL, asking: Asking, question: (ask: Ask) => Promise<Reply>) {
  if (!/^https?:$/.test(url.protocol)) return { kind: 'refused' as const, why: 'scheme' as const };
  const { userAgent, signal: ending, patienceMs = PATIENCE_MS } = asking;
  try {
    const place = await findPlace(url, asking);
    if (!place) return { kind: 'refused' as const, why: 'address' as const };
    const reply = await question((sending) => {
      const patience = AbortSignal.timeout(patienceMs);
      const signal = ending ? AbortSignal.any([ending, patience]) : patience;
      return send(url, place, { ...sending, signal, headers: { 'user-agent': userAgent, ...sending.headers } });
    });
    return { kind: 'answered' as const, ...reply };
  } catch (error) {
    return { kind: 'failed' as const, why: whyOf(error) };
  }
}

/** The first address of a host that may be connected to. */
async function findPlace(
  url: URL,
  { resolve = resolveAll, isAllowed = isPublicPlace }: Asking,
): Promise<Place | undefined> {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const port = Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
  const addresses = isIP(host) ? [host] : await resolve(host);
  const address = addresses.find((one) => isAllowed(one, port));
  return address === undefined ? undefined : { address, port };
}

const resolveAll = async (host: string) => (await lookup(host, { all: true })).map(({ address }) => address);

function whyOf(error: unknown) {
  const { code, name } = error as { code?: string; name?: string };
  if (code === 'ENOTFOUND') return 'no-such-host' as const;
  if (name === 'TimeoutError' || name === 'AbortError' || code === 'ABORT_ERR') return 'too-slow' as const;
  if (/^(ERR_TLS|CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO)/.test(code ?? '')) return 'certificate' as const;
  return 'no-connection' as const;
}
