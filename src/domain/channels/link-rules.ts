import { type Account, findAccount, findAccountAbove } from './account-rules.ts';
import { mailAccount, numberAccount } from './contact-rules.ts';
import { type Home, homesAnywhere, homesAt } from './host-rules.ts';
import { cleanLink, type Unreadable, type WebAddress } from './link-cleaning-rules.ts';
import type { Platform } from './platform-rules.ts';
import { websiteAt } from './website-rules.ts';

export type Recognition = Recognised | NotAHandle | BareHandle | Unreadable;

export interface Recognised extends Account {
  kind: 'recognised';
  /** The platform is only likely, because it may live at any host: ask. */
  isGuess?: true;
}

/** A real page on a platform we know that is no account: its home page, one video, one post. */
export interface NotAHandle {
  kind: 'not-a-handle';
  platformKey: string;
  sentence: string;
  /** The account its address names. That proves nothing: X shows any post under any name. */
  claims?: Account;
}

/** A name without a platform. */
export interface BareHandle {
  kind: 'bare-handle';
  /** Without `@`. */
  handle: string;
  sentence: string;
}

/** What a pasted link, address, number or handle is, among these platforms. Pure: nothing is looked up on the network. */
export function recogniseLink(platforms: readonly Platform[], text: string): Recognition {
  const link = cleanLink(text);
  if (link.kind === 'web') return recogniseWeb(platforms, link);
  if (link.kind === 'mail') return recognised(mailAccount(link.address));
  if (link.kind === 'bare-handle') {
    return { ...link, sentence: 'A name alone does not say where. Choose the platform, or paste the whole link.' };
  }
  if (link.kind === 'unreadable') return link;
  const number = numberAccount(link.number, link.scheme);
  return 'linkKey' in number ? recognised(number) : number;
}

/** The same for a name inside a platform that is already known: every form of address it could be, most usual first. */
export function recogniseHandle(platforms: readonly Platform[], platformKey: string, handle: string): Recognised[] {
  const platform = platforms.find(({ key }) => key === platformKey);
  const name = encodeURIComponent(handle.replace(/^@/, '')).replaceAll('%2F', '/');
  const addresses = (platform?.patterns ?? []).filter(({ url }) => !url.includes('{host}')).map(({ url }) => url);
  return [handle, ...addresses]
    .map((address) => recogniseLink(platforms, address.replace('{handle}', name)))
    .filter((found) => found.kind === 'recognised')
    .filter((found) => found.platformKey === platformKey)
    .filter((found, at, all) => all.findIndex(({ linkKey }) => linkKey === found.linkKey) === at);
}

function recogniseWeb(platforms: readonly Platform[], address: WebAddress): Recognition {
  const homes = homesAt(platforms, address.host);
  if (homes.length === 0) return recogniseElsewhere(platforms, address);
  const known = withHashBang(address);
  const account = findAccount(homes, known);
  return account ? recognised(account, noteOf(homes, account)) : notAHandle(homes, known);
}

function recogniseElsewhere(platforms: readonly Platform[], address: WebAddress): Recognition {
  const guess = findAccount(homesAnywhere(platforms, address.host), address);
  if (!guess) return recognised(websiteAt(address));
  const label = platforms.find(({ key }) => key === guess.platformKey)?.label;
  return { ...recognised(guess, `This looks like ${label}. Check that it is.`), isGuess: true };
}

function notAHandle(homes: readonly Home[], address: WebAddress): NotAHandle {
  const { platform, host } = homes[0]!;
  const claims = findAccountAbove(homes, address);
  return {
    kind: 'not-a-handle',
    platformKey: claims?.platformKey ?? platform.key,
    sentence: whyNoHandle(platform, host, address, claims),
    ...(claims && { claims }),
  };
}

function whyNoHandle({ note, patterns, example }: Platform, host: string, { path }: WebAddress, claims?: Account) {
  if (patterns.length === 0) return note;
  if (claims) return `This is one page, not an account. The account it names is ${claims.url}.`;
  if (path === '') return `This is the home page of ${host}, not an account. An account there looks like ${example}.`;
  return `This is not the address of an account. On ${host} an account looks like ${example}.`;
}

/** Old links to X and Facebook carry the path behind `#!`, even where another path stands before it. */
function withHashBang(address: WebAddress): WebAddress {
  const { hash } = address.url;
  if (!hash.startsWith('#!')) return address;
  return { ...address, path: address.path === '' ? hash.slice(2).replace(/\/+$/, '') : `${address.path}/${hash}` };
}

function noteOf(homes: readonly Home[], { platformKey, warning }: Account): string | undefined {
  const { retiredOn, note } = homes.find(({ platform }) => platform.key === platformKey)?.platform ?? {};
  return retiredOn ? note : warning;
}

const recognised = (account: Account, warning = account.warning): Recognised => ({
  kind: 'recognised',
  ...account,
  warning,
});
