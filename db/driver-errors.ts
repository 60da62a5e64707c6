/** What the driver calls an error, which Drizzle wraps in one of its own; empty when it has no name for it. */
export function codeOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) if ('code' in at) return String(at.code);
  return '';
}

/** What the driver says of an error, without the statement that Drizzle puts before it. */
export function reasonOf(error: unknown): string {
  if (error instanceof Error && error.cause) return reasonOf(error.cause);
  return (error instanceof Error && error.message) || codeOf(error) || String(error);
}
