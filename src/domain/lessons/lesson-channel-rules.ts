import { recogniseLink } from '../channels/link-rules.ts';
import type { Platform } from '../channels/platform-rules.ts';

export const MOST_CHANNELS = 20;

/** One line of the form, and what a channel would have to be called to be meant by it. */
export interface ChannelMention {
  line: string;
  slug: string | undefined;
  linkKey: string | undefined;
}

/**
 * Channels as people name them, one to a line: the address of the channel's page here, its last part alone, or the
 * link of the channel itself.
 *
 * @param siteUrl the origin of this site.
 */
export function readChannelLines(typed: string, siteUrl: string, platforms: readonly Platform[]): ChannelMention[] {
  const lines = typed.split('\n').map((line) => line.trim());
  return [...new Set(lines.filter(Boolean))].map((line) => {
    const link = recogniseLink(platforms, line);
    return {
      line,
      slug: slugIn(line, siteUrl),
      linkKey: link.kind === 'recognised' ? link.linkKey : undefined,
    };
  });
}

function slugIn(line: string, siteUrl: string): string | undefined {
  const path = line.startsWith(`${siteUrl}/`) ? line.slice(siteUrl.length) : line;
  return /^(?:\/?channels\/)?([a-z0-9-]{1,200})\/?$/.exec(path)?.[1];
}
