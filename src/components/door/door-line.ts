import type { DoorParty, DoorState } from '#domain/door/door-facts.ts';
import type { KeptTap } from './kept-taps.ts';

/** What came of asking the site: no line when it did not answer, or not in a way we know. */
export type Answer =
  | { kind: 'list'; parties: DoorParty[]; tag: string | null; clockAhead: number }
  | { kind: 'nothing-new' | 'no-line' | 'signed-out' | 'refused' };

const PATIENCE_MS = 10_000;
const SAME_CLOCK_MS = 12_000;

/** What the door says now. @param tag of the list we have. */
export const askForList = (path: string, tag: string | null): Promise<Answer> =>
  ask(`${path}.json`, { headers: tag ? { 'if-none-match': tag } : {} });

/** Sends what was kept, and learns what the door says then. Sending it twice does no harm. */
export function sendTaps(path: string, action: string, meetupId: string, taps: readonly KeptTap[]): Promise<Answer> {
  const body = new URLSearchParams({ meetupId, taps: JSON.stringify(taps) });
  return ask(path + action, { method: 'POST', body });
}

async function ask(address: string, init: RequestInit): Promise<Answer> {
  try {
    const answer = await fetch(address, { ...init, cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) });
    return await read(answer);
  } catch {
    return { kind: 'no-line' };
  }
}

async function read(answer: Response): Promise<Answer> {
  const { status, ok, headers } = answer;
  if (status === 304) return { kind: 'nothing-new' };
  if (ok && headers.get('content-type')?.startsWith('application/json')) {
    const { parties } = (await answer.json()) as DoorState;
    return { kind: 'list', parties, tag: headers.get('etag'), clockAhead: aheadOf(headers.get('date')) };
  }
  if (status === 401 || (ok && new URL(answer.url).pathname === '/sign-in')) return { kind: 'signed-out' };
  const isOurs = headers.has('content-security-policy');
  return { kind: isOurs && [400, 403, 404, 409, 422].includes(status) ? 'refused' : 'no-line' };
}

/** How far the clock of this phone is ahead of the site's; nothing as long as the two agree as well as the wifi lets us see. */
function aheadOf(date: string | null): number {
  const ahead = Date.now() - Date.parse(date ?? '');
  return Math.abs(ahead) > SAME_CLOCK_MS ? ahead : 0;
}
