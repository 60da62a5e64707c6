import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Refusal, refuse } from './refusals.ts';

/** How large what is sent to some paths may be. */
export interface BodyLimit {
  path: RegExp;
  bytes: number;
}

export type Body = Buffer<ArrayBuffer>;
export type Taken<What> = What | { refusal: Refusal } | 'gone';

const USUAL_BYTES = 1_000_000;

export const limitAt = (path: string, limits: readonly BodyLimit[]): number =>
  limits.find((limit) => limit.path.test(path))?.bytes ?? USUAL_BYTES;

export const mayBeLarge = (path: string, limits: readonly BodyLimit[]) => limitAt(path, limits) > USUAL_BYTES;

/** Takes a body of up to `limit` bytes into memory. */
export async function takeBody(
  request: IncomingMessage,
  response: ServerResponse,
  limit: number,
): Promise<Taken<{ body: Body }>> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return { refusal: tooLarge(limit) };
  if (request.headers.expect?.toLowerCase() === '100-continue') response.writeContinue();
  return collect(request, response, limit);
}

const tooLarge = (limit: number) =>
  refuse(413, `Please send at most ${(limit / 1e6).toLocaleString('en-GB')} MB at a time.`);

const tooMany = () =>
  refuse(503, 'Many large files are arriving at once. Please go back and send yours again in a minute.', {
    'retry-after': '60',
  });

/** What is refused is thrown away as it arrives, so that the sender can finish and read our answer. */
function collect(request: IncomingMessage, response: ServerResponse, limit: number): Promise<Taken<{ body: Body }>> {
  return new Promise((resolve) => {
    const chunks: Body[] = [];
    let bytes = 0;
    let refusal: Refusal | undefined;
    let hold: ReturnType<typeof openHold> | undefined;
    request.on('data', (chunk: Body) => {
      bytes += chunk.length;
      if (bytes > limit) refusal ??= tooLarge(limit);
      else if (bytes > USUAL_BYTES) {
        hold ??= openHold(request, response);
        if (!hold(chunk.length)) refusal ??= tooMany();
      }
      if (!refusal) {
        chunks.push(chunk);
        return;
      }
      chunks.length = 0;
      resolve({ refusal });
    });
    request.on('end', () => resolve({ body: chunks.length === 1 ? (chunks[0] as Body) : Buffer.concat(chunks) }));
    request.on('close', () => resolve('gone'));
    request.on('error', () => resolve('gone'));
  });
}

/** What goes beyond the usual size may take so much of this process's memory, all senders together. */
const MOST_HELD_BYTES = 50_000_000;
let heldBytes = 0;

/** Makes room for one large file, piece by piece, until it is answered; false when there is no more. */
function openHold({ socket }: IncomingMessage, response: ServerResponse): (bytes: number) => boolean {
  let mine = 0;
  const release = () => {
    heldBytes -= mine;
    mine = 0;
    socket.off('close', release);
  };
  response.once('close', release);
  socket.once('close', release); // node tells an answer nothing more once a CONNECT came after its request
  return (bytes) => {
    if (heldBytes + bytes > MOST_HELD_BYTES) return false;
    heldBytes += bytes;
    mine += bytes;
    return true;
  };
}
