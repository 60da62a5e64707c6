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
    request.on('data', (chunk: Body) => {
      const becomesLarge = bytes <= USUAL_BYTES && bytes + chunk.length > USUAL_BYTES;
      bytes += chunk.length;
      if (bytes > limit) refusal ??= tooLarge(limit);
      else if (becomesLarge && !holdLarge(response, limit)) refusal ??= tooMany();
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

/** What forms over the usual size may take of this process's memory together. */
const MOST_HELD_BYTES = 50_000_000;
let heldBytes = 0;

/** Makes room for one more, until it is answered; false when there is none. Ordinary forms are never in its way. */
function holdLarge(response: ServerResponse, bytes: number): boolean {
  if (heldBytes + bytes > MOST_HELD_BYTES) return false;
  heldBytes += bytes;
  response.once('close', () => {
    heldBytes -= bytes;
  });
  return true;
}
