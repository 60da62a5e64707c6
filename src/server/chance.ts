import { createHash, randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const pool = Buffer.alloc(4096);
let drawn = pool.length;

/** Random bytes, each handed out once. The system is asked for many together: asking takes longer than the bytes do. */
function draw(count: number): Buffer {
  if (drawn + count > pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  const bytes = Buffer.from(pool.subarray(drawn, drawn + count));
  pool.fill(0, drawn, drawn + count);
  drawn += count;
  return bytes;
}

let newest = { msecs: 0, seq: 0 };

/** A key for a new record: UUIDv7, so that keys made later sort later, also within a millisecond. */
export function newId(): string {
  const now = Date.now();
  const isLater = now > newest.msecs;
  newest = isLater ? { msecs: now, seq: draw(4).readUInt32BE() >>> 1 } : { ...newest, seq: newest.seq + 1 };
  return v7({ random: draw(16), ...newest });
}

/** A secret for a link or a cookie, 256 bits, safe in a URL. Only its hash is ever kept. */
export function newToken(): { token: string; hash: string } {
  const token = draw(32).toString('base64url');
  return { token, hash: hashToken(token) };
}

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
