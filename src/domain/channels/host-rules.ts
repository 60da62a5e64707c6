import type { Platform } from './platform-rules.ts';

/** A platform that lives at a host, and the sub-domain that is a name of its own there (`council` in `council.example.org`). */
export interface Home {
  platform: Platform;
  /** As listed in the platform's row. */
  host: string;
  subDomain: string;
}

/** Parts in front of a host that show the same place on another device or in another language. */
const prefix = /^(?:www|m|mobile|mbasic|touch|business|web|[a-z]{2}|[a-z]{2}-[a-z]{2})\.(?=.*\.)/;

/**
 * The platforms that live at `host`, or none. The host as it is comes first, then without `www.`, then as a sub-domain that
 * is somebody's own (`*.`), and only then without a prefix such as `m.` or `fr-fr.`, which on a `*.` host could be a name.
 */
export function homesAt(platforms: readonly Platform[], host: string): Home[] {
  const plain = host.replace(/^www\./, '');
  const [subDomain = '', ...rest] = plain.split('.');
  const tries = [
    { listed: host, host, subDomain: '' },
    { listed: plain, host: plain, subDomain: '' },
    { listed: `*.${rest.join('.')}`, host: rest.join('.'), subDomain },
    { listed: plain.replace(prefix, ''), host: plain.replace(prefix, ''), subDomain: '' },
  ];
  for (const { listed, ...home } of tries) {
    const homes = platforms.filter(({ hosts }) => hosts.includes(listed)).map((platform) => ({ platform, ...home }));
    if (homes.length > 0) return homes;
  }
  return [];
}

/** The keys of the platforms that share a host with this one, itself included; none for what has no host of its own. */
export function platformsBeside(platforms: readonly Platform[], platformKey: string): string[] {
  const own = platforms.find(({ key }) => key === platformKey)?.hosts.filter((host) => host !== '*') ?? [];
  return platforms.filter(({ hosts }) => hosts.some((host) => own.includes(host))).map(({ key }) => key);
}

/** The platforms that may live at any host; what they recognise is only a guess. */
export function homesAnywhere(platforms: readonly Platform[], host: string): Home[] {
  return platforms
    .filter(({ hosts }) => hosts.includes('*'))
    .map((platform) => ({ platform, host: host.replace(/^www\./, ''), subDomain: '' }));
}
