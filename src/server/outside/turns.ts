import { every } from '../site.ts';
import type { Asking } from './ask.ts';

/** Asks other sites again and again while the site is open, one at a time. `stop` gives up the one in hand. */
export function askInTurns(
  seconds: number,
  userAgent: string,
  ask: (asking: Asking) => Promise<void>,
): { stop(): Promise<void> } {
  const ending = new AbortController();
  const asking = { userAgent, signal: ending.signal };
  let running: Promise<void> | undefined;
  const turn = async () => {
    running ??= ask(asking).finally(() => {
      running = undefined;
    });
    await running;
  };
  Object.defineProperty(turn, 'name', { value: ask.name });
  const regularly = every(seconds, turn);
  return {
    async stop() {
      regularly.stop();
      ending.abort();
      await running?.catch(() => {});
    },
  };
}
