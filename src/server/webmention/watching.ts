import { askInTurns } from '../outside/turns.ts';
import type { Site } from '../site.ts';
import { lookAtNextWebmention } from './look.ts';
import { readNextLinks, tellNextSite } from './tell.ts';

/** Six pages a minute at most, each way. */
const ASK_EVERY_SECONDS = 10;

/** Looks at pages that are said to speak of ours, and tells those that ours speak of, where that is switched on. */
export function watchWebmentions(site: Pick<Site, 'read' | 'write' | 'clock' | 'settings'>): { stop(): Promise<void> } {
  const { takesWebmentions, siteUrl } = site.settings;
  if (!takesWebmentions || !siteUrl) return { stop: async () => {} };
  const userAgent = `Teacake Webmention (+${siteUrl.origin}/webmention)`;
  return askInTurns(ASK_EVERY_SECONDS, userAgent, async function exchangeWebmentions(asking) {
    await lookAtNextWebmention(site, siteUrl, asking);
    await readNextLinks(site, siteUrl);
    await tellNextSite(site, siteUrl, asking);
  });
}
