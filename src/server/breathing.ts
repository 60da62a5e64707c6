import { setImmediate } from 'node:timers/promises';

/** Others get their turn after so many milliseconds of work. */
const TURN_MS = 15;

/** For long work in small steps: called after each, it lets whatever waits in this process go on, at once and then now and then. */
export function breather(): () => Promise<void> {
  let since = Number.NEGATIVE_INFINITY;
  return async () => {
    if (performance.now() - since < TURN_MS) return;
    await setImmediate();
    since = performance.now();
  };
}
