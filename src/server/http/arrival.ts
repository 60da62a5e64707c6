import type { IncomingMessage } from 'node:http';

const LOOK_MS = 20_000;
/** 8 kB a second. */
const LEAST_BYTES = 160_000;

/**
 * Looks now and then at a body on its way, and gives it up when it takes too long: an ordinary one must be there at the
 * first look, of a large one enough must have come since the last. How long that may take in all, node sees to.
 */
export function watchArrival(request: IncomingMessage, isLarge: boolean, giveUp: () => void) {
  const { socket, headers } = request;
  if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return;
  let before = socket.bytesRead;
  const looking = setInterval(() => {
    const bytes = socket.bytesRead - before;
    before += bytes;
    if (!request.complete && isLarge && bytes >= LEAST_BYTES) return;
    clearInterval(looking);
    if (!request.complete) giveUp();
  }, LOOK_MS).unref();
  request.once('close', () => clearInterval(looking));
}
