import type { APIRoute } from 'astro';
import { walkOfficial } from '#domain/channels/official-queries.ts';
import { slicedAnswer } from '#server/slices.ts';

/** Which places on line are ours, for programs that read trust.txt (draft-org-trust-relationship-protocol). */
export const GET: APIRoute = ({ locals: { read, site } }) => {
  async function* parts() {
    yield `# What ${site.name} speaks through. People find the same at ${site.url}/channels\n`;
    for await (const accounts of walkOfficial(read))
      yield accounts
        .filter(({ link }) => /^https?:/.test(link))
        .map(({ kind, link }) => `${kind === 'web' ? 'control' : 'social'}=${link}\n`)
        .join('');
    yield `disclosure=${site.url}/policy\ncontact=${site.url}/about\n`;
  }
  return slicedAnswer(parts(), { 'content-type': 'text/plain; charset=utf-8' });
};
