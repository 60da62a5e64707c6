import { setFlagsFromString } from 'node:v8';

const LOOK_MS = 100;
const MOST_BYTES = 165_000_000;
/** How far below the most it has to come before V8 may be generous again. */
const SPARE_BYTES = 10_000_000;
/** After so much work in vain, in milliseconds of CPU, it is what the site needs, and some more is allowed. */
const PATIENCE_MS = 3000;
const MORE = 1.1;

/**
 * Has V8 save memory while this process holds more than `most` bytes. By itself V8 keeps what it has emptied of its heap
 * for the next time, up to 60 MB here, and gives it back only in a collection that is meant to save memory. All
 * collections are while `--optimize-for-size` is set, which it reads anew each time; rendering is up to half as fast then.
 */
export function watchMemory(most = MOST_BYTES) {
  let begun: number | undefined;

  function save(wish: boolean) {
    begun = wish ? spentMs() : undefined;
    setFlagsFromString(wish ? '--optimize-for-size' : '--no-optimize-for-size');
  }

  function look() {
    const held = process.memoryUsage.rss();
    if (begun === undefined) {
      if (held > most) save(true);
    } else if (held < most - SPARE_BYTES) {
      save(false);
    } else if (spentMs() - begun > PATIENCE_MS) {
      most = held * MORE;
      save(false);
    }
  }

  setInterval(look, LOOK_MS).unref();
}

function spentMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
