import { createHash } from 'node:crypto';

/** What a plan does, in a word: two plans with the same lines have the same mark. */
export function markOf(lines: Iterable<string>): string {
  const hash = createHash('sha256');
  for (const line of lines) hash.update(line).update('\n');
  return hash.digest('hex');
}
