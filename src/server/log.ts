export type LogLine = Record<string, unknown>;

/** Writes one line of structured log. Lines carry no addresses and no tokens: whoever calls this sees to it. */
export function log(line: LogLine) {
  waiting.push(JSON.stringify({ at: timestamp(), ...line }));
  if (waiting.length === 1) setTimeout(flush, FLUSH_MS).unref();
  else if (waiting.length > MOST_WAITING) flush();
}

/** The parts of an error worth a line. */
export const errorFacts = (error: unknown): LogLine =>
  error instanceof Error
    ? { error: error.message, stack: error.stack, cause: String(error.cause ?? '') }
    : { error: String(error) };

/** Lines go out together: one system call a line costs a busy site a tenth of its speed. */
const FLUSH_MS = 50;
const MOST_WAITING = 500;
const waiting: string[] = [];
process.once('exit', flush);

function flush() {
  if (waiting.length === 0) return;
  process.stdout.write(`${waiting.splice(0).join('\n')}\n`);
}

let spoken = { at: 0, text: '' };

/** Saying an instant costs more than the rest of a line; within a millisecond it is the same text. */
function timestamp(): string {
  const at = Date.now();
  if (at !== spoken.at) spoken = { at, text: new Date(at).toISOString() };
  return spoken.text;
}
