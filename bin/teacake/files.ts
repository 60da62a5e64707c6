import { readFileSync } from 'node:fs';

/** The bytes of a file that an administrator named, or one sentence and the end. */
export function readOrStop(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    return stop(`${path} cannot be read (${error instanceof Error ? error.message : error}).`);
  }
}

/** Ends a command that cannot go on, with what to do about it. */
export function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
