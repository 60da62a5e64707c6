import { createHash } from 'node:crypto';

/**
 * What a plan does, in a word: two plans with the same lines have the same mark.
 *
 * @param breathe called for every line: see `breather`.
 */
export async function markOf(lines: Iterable<string>, breathe: () => Promise<void>): Promise<string> {
  const hash = createHash('sha256');
  for (const line of lines) {
    hash.update(`${line}\n`);
    await breathe();
  }
  return hash.digest('hex');
}
