/** What anybody's page may read: no cookie is ever sent along to `*`, so it is what a stranger sees. */
const HEADERS = { 'access-control-allow-origin': '*' };

/** The headers of a public answer for other programs. */
export const PUBLIC_JSON = { ...HEADERS, 'content-type': 'application/json; charset=utf-8' };

/** A public answer for other programs. */
export const publicJson = (value: unknown): Response =>
  new Response(`${JSON.stringify(value)}\n`, { headers: PUBLIC_JSON });

/** What is wrong with a program's question, as RFC 9457 says it, in a sentence for whoever wrote the program. */
export const publicProblem = (status: 400 | 404, title: string, detail: string): Response =>
  new Response(`${JSON.stringify({ type: 'about:blank', title, status, detail })}\n`, {
    status,
    headers: { ...HEADERS, 'content-type': 'application/problem+json' },
  });
