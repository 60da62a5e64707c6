import { type Exchange, pathOf } from './answer.ts';
import type { Sent } from './kept-answer.ts';

export type Log = (line: Record<string, unknown>) => void;

const LONGEST_PATH = 200;

/** One line for one request: no client address, no query, and nothing in the path that could be a secret. */
export function logRequest(log: Log, exchange: Exchange, { status, bytes }: Sent, requestId?: string) {
  const { method, url, started } = exchange;
  log({
    event: 'request',
    ...(requestId && { request: requestId }),
    method,
    path: shownPath(pathOf(url)),
    status,
    ms: Math.round((performance.now() - started) * 10) / 10,
    bytes,
  });
}

/** The masked paths of the addresses that are asked for again and again. */
const masked = new Map<string, string>();
const MOST_MASKED = 5000;

function shownPath(path: string): string {
  const shown = masked.get(path) ?? maskPath(path);
  if (masked.size < MOST_MASKED && path.length <= LONGEST_PATH) masked.set(path, shown);
  return shown;
}

/** `/sign-in/kJ3…` → `/sign-in/*`: tokens, mail addresses and ids. Slugs are lower-case words and stay. */
export const maskPath = (path: string) =>
  path.length < SHORTEST_TOKEN && !path.includes('@') && !path.includes('%')
    ? path
    : path
        .slice(0, LONGEST_PATH)
        .split('/')
        .map((segment) => (couldBeSecret(segment) ? '*' : segment))
        .join('/');

const SHORTEST_TOKEN = 20;

function couldBeSecret(segment: string): boolean {
  if (/[@%]/.test(segment)) return true;
  return segment.length >= SHORTEST_TOKEN && /[A-Z]|[0-9][a-z0-9]{11}|[a-z0-9]{11}[0-9]|^[0-9a-f-]{36}$/.test(segment);
}
