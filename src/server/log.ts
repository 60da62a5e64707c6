export type LogLine = Record<string, unknown>;

/** Writes one line of structured log. Lines carry no addresses and no tokens: whoever calls this sees to it. */
export function log(line: LogLine) {
  waiting.push(JSON.stringify({ at: timestamp(), ...line }));
  if (waiting.length === 1) setTimeout(flush, FLUSH_MS).unref();
  else if (waiting.length > MOST_WAITING) flush();
}

/**
 * The parts of an error worth a line: those of its innermost cause. What wraps it may repeat what somebody typed, as
 * drizzle does with the values of a query that failed.
 */
export function errorFacts(error: unknown): LogLine {
  if (!(error instanceof Error)) return { error: String(error) };
  return error.cause instanceof Error ? errorFacts(error.cause) : { error: error.message, stack: error.stack };
}

/** For what goes on behind the scenes: a failure is noted, and nothing else happens. */
export const noteFailureOf = (task: string) => (error: unknown) =>
  log({ event: 'task-failed', task, ...errorFacts(error) });

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
