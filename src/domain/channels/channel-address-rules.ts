import { type Recognised, recogniseHandle, recogniseLink } from './link-rules.ts';
import type { Platform } from './platform-rules.ts';

/** Where a channel is, as a keeper types it; each may be empty. */
export interface TypedAddress {
  link: string;
  platformKey: string;
  handle: string;
}

/** Where a channel is, as it is kept. */
export interface ChannelAddress {
  kind: 'address';
  platformKey: string;
  url: string | null;
  handle: string;
  linkKey: string | null;
  /** A sentence for the keeper; nothing is wrong enough to refuse. */
  warning?: string | undefined;
}

export interface WrongAddress {
  kind: 'wrong';
  field: keyof TypedAddress;
  sentence: string;
}

/**
 * Fills platform, handle and the one spelling of the link from what was typed. A platform or handle that the keeper chose
 * wins over what the link says, with a warning when the two are different platforms.
 */
export function readAddress(platforms: readonly Platform[], typed: TypedAddress): ChannelAddress | WrongAddress {
  const chosen = platforms.find(({ key }) => key === typed.platformKey);
  if (typed.platformKey && !chosen) return wrong('platformKey', 'Choose a platform from the list');
  if (!typed.link) return chosen ? withoutLink(platforms, chosen, typed) : wrong('platformKey', CHOOSE);
  const found = recogniseLink(platforms, typed.link);
  if (found.kind === 'bare-handle') {
    if (!chosen) return wrong('platformKey', found.sentence);
    return withoutLink(platforms, chosen, { ...typed, link: '', handle: found.handle });
  }
  if (found.kind !== 'recognised') return wrong('link', found.sentence);
  return addressOf(platforms, found, typed, chosen);
}

const CHOOSE = 'Choose the platform, or paste a link and we find it';
const wrong = (field: WrongAddress['field'], sentence: string): WrongAddress => ({ kind: 'wrong', field, sentence });

function withoutLink(platforms: readonly Platform[], chosen: Platform, { handle }: TypedAddress) {
  const found = handle ? recogniseName(platforms, chosen, handle) : undefined;
  if (found) return addressOf(platforms, found, { handle, platformKey: chosen.key, link: '' }, chosen);
  if (chosen.needsUrl) return wrong('link', `Paste its link. On ${chosen.label} one looks like ${chosen.example}`);
  return { kind: 'address' as const, platformKey: chosen.key, url: null, handle, linkKey: null };
}

/** A handle on a platform whose addresses we know, or a number or mail address typed as one. */
function recogniseName(platforms: readonly Platform[], { key }: Platform, handle: string): Recognised | undefined {
  const [usual] = recogniseHandle(platforms, key, handle);
  if (usual) return usual;
  const found = recogniseLink(platforms, handle);
  return found.kind === 'recognised' && found.platformKey === key ? found : undefined;
}

function addressOf(
  platforms: readonly Platform[],
  found: Recognised,
  typed: TypedAddress,
  chosen?: Platform,
): ChannelAddress {
  const platform = chosen ?? platforms.find(({ key }) => key === found.platformKey);
  const isElsewhere = chosen !== undefined && chosen.key !== found.platformKey && chosen.hosts.length > 0;
  return {
    kind: 'address',
    platformKey: platform?.key ?? found.platformKey,
    url: found.url || null,
    handle: typed.handle || found.handle,
    linkKey: found.linkKey,
    warning: isElsewhere ? `This link is not on ${chosen.label}.` : found.warning,
  };
}
