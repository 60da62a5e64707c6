import { listPlatforms } from '#domain/channels/platform-queries.ts';
import { claimLink, noteLink } from '#domain/link-checks/link-check-commands.ts';
import { findNextLink } from '#domain/link-checks/link-check-queries.ts';
import { judgeLink } from '#domain/link-checks/link-verdict-rules.ts';
import { type Asking, askOutside } from '../outside/ask.ts';
import { askInTurns } from '../outside/turns.ts';
import type { Site } from '../site.ts';

type Bench = Pick<Site, 'read' | 'write' | 'clock'>;

/** Three a minute: ten thousand links take two days and a half, and nobody notices. */
const ASK_EVERY_SECONDS = 20;

/** Asks for the one link that has waited longest, outside of any write. @returns whether there was one. */
export async function checkNextLink({ read, write, clock }: Bench, asking: Asking): Promise<boolean> {
  const link = await findNextLink(read, clock());
  if (!link) return false;
  if (!(await write((tx) => claimLink(tx, link, clock())))) return true;
  const answer = await askOutside(link.url, asking);
  if (asking.signal?.aborted) return false;
  const verdict = judgeLink(answer, link.url, await listPlatforms(read));
  await write((tx) => noteLink(tx, link, verdict, clock()));
  return true;
}

/** Asks for links while the site is open, where whoever runs it has switched that on. */
export function watchLinks(site: Pick<Site, 'read' | 'write' | 'clock' | 'settings'>): { stop(): Promise<void> } {
  const { checksLinks, siteUrl } = site.settings;
  if (!checksLinks || !siteUrl) return { stop: async () => {} };
  const userAgent = `Teacake link check (+${siteUrl.origin}/about)`;
  return askInTurns(ASK_EVERY_SECONDS, userAgent, async function checkLinks(asking) {
    await checkNextLink(site, asking);
  });
}
