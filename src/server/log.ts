export type LogLine = Record<string, unknown>;

/** Writes one line of structured log. Lines carry no addresses and no tokens: whoever calls this sees to it. */
export function log(line: LogLine) {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), ...line })}\n`);
}

/** The parts of an error worth a line. */
export const errorFacts = (error: unknown): LogLine =>
  error instanceof Error
    ? { error: error.message, stack: error.stack, cause: String(error.cause ?? '') }
    : { error: String(error) };
