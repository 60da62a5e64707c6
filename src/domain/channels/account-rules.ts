import type { Home } from './host-rules.ts';
import type { WebAddress } from './link-cleaning-rules.ts';
import type { PlatformPattern } from './platform-rules.ts';

export interface Account {
  platformKey: string;
  /** What is there: account, page, group, website, number. */
  form: string;
  /** Its name inside the platform, without `@`, in the capitals it was given with. */
  handle: string;
  /** The address as we show it; empty for what has none. */
  url: string;
  /** The same for every spelling of one place, and for no other place. Opaque outside of here: compare it, do not take it apart. */
  linkKey: string;
  /** A sentence for whoever records it. */
  warning?: string | undefined;
}

/** Keys of accounts named by the number their platform gave them; the same account has another key for the name it chose. */
const BY_NUMBER =
  /^(?:facebook_(?:page|group):\d+|youtube:channel\/.+|linkedin:[^/]+\/\d+|bluesky:did:.+|flickr:(?:groups\/)?\d+@n\d+)$/i;

/** Whether a link key names an account by its number. */
export const isByNumber = (linkKey: string): boolean => BY_NUMBER.test(linkKey);

/** Whether an account may be one of others under another key: a number where names are known, a name where only numbers are. */
export function mayBeAmong(linkKey: string, others: readonly string[]): boolean {
  const beside = others.filter((other) => platformOf(other) === platformOf(linkKey));
  const isNameKnown = beside.some((other) => !isByNumber(other));
  return beside.length > 0 && isByNumber(linkKey) === isNameKnown;
}

/** The account an address names at one of these homes, or undefined. The whole of `path` must fit. */
export function findAccount(homes: readonly Home[], address: WebAddress, path = address.path): Account | undefined {
  for (const home of homes) {
    for (const pattern of home.platform.patterns) {
      const handle = handleIn(pattern, home, path, address);
      if (handle && !isStopWord(home, path, handle)) return accountOf(home, pattern, handle);
    }
  }
  return undefined;
}

/** The account that an address is under: what is left of `x.com/name/status/1` when steps are taken off its end. */
export function findAccountAbove(homes: readonly Home[], address: WebAddress): Account | undefined {
  const steps = address.path.split('/');
  for (let left = steps.length - 1; left > 0; left--) {
    const account = findAccount(homes, address, steps.slice(0, left).join('/'));
    if (account) return account;
  }
  return undefined;
}

function accountOf({ platform, host }: Home, pattern: PlatformPattern, handle: string): Account {
  const same = pattern.exactCase ? handle : handle.toLowerCase();
  const counted = [...same].filter((letter) => !pattern.ignores?.includes(letter)).join('');
  const fill = (template: string, name: string) =>
    template.replaceAll('{host}', host).replaceAll('{handle}', () => name);
  return {
    platformKey: platform.key,
    form: pattern.kind,
    handle,
    url: fill(pattern.url, encodeURI(handle)),
    linkKey: `${platform.key}:${fill(pattern.key ?? '{handle}', counted)}`,
    warning: pattern.warning,
  };
}

function handleIn(pattern: PlatformPattern, home: Home, path: string, { url }: WebAddress): string | undefined {
  if (pattern.hosts && !pattern.hosts.includes(home.host)) return undefined;
  const asked = pattern.query === undefined ? '' : askedOnce(url, pattern.query);
  const { handle } = compiled(pattern.path)?.exec(home.subDomain + path + asked)?.groups ?? {};
  return handle;
}

/** `?name=value`, or nothing when it is given twice: servers differ in which of the two they take. */
function askedOnce({ searchParams }: URL, name: string): string {
  const [value, ...more] = searchParams.getAll(name);
  return value === undefined || more.length > 0 ? '' : `?${name}=${value}`;
}

/** Rows are edited by people: a pattern that is no regular expression recognises nothing. */
function compiled(path: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${path})$`, 'iu');
  } catch {
    return undefined;
  }
}

/** A stop word is only one as first step: `/home` is no account, `/@home` and `/groups/home` may be. */
function isStopWord({ platform, subDomain }: Home, path: string, handle: string): boolean {
  const first = (subDomain || path.split('/')[1] || '').toLowerCase();
  return platform.stopWords.includes(first) && handle.toLowerCase().split('/')[0] === first;
}

const platformOf = (linkKey: string) => linkKey.split(':')[0];
