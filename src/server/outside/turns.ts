import { every } from '../site.ts';
import type { Asking } from './ask.ts';

/** Asks other sites again and again while the site is open, one at a time. `stop` gives up the one in hand. */
export function askInTurns(seconds: number, userAgent: string, ask: (asking: Asking) => Promise<void>) {
  const ending = new AbortController();
  const regularly = every(seconds, ask.name, () => ask({ userAgent, signal: ending.signal }));
  return {
    stop() {
      ending.abort();
      return regularly.stop();
    },
  };
}
