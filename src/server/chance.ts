import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** A key for a new record: UUIDv7, so that keys made later sort later. */
export const newId = (): string => v7();

/** A secret for a link or a cookie, 256 bits, safe in a URL. Only its hash is ever kept. */
export function newToken(): { token: string; hash: string } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
