import type { Exchange, Headers } from './answer.ts';

/** What pages may see of somebody who is signed in or sends a form. */
const PERSONAL_HEADERS = [
  'accept-language',
  'content-type',
  'cookie',
  'if-none-match',
  'referer',
  'user-agent',
] as const;

export function personalHeaders({ headers }: Exchange): Headers {
  const shown: Headers = {};
  for (const name of PERSONAL_HEADERS) if (headers[name]) shown[name] = headers[name];
  return shown;
}
