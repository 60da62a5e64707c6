import type { Account } from './account-rules.ts';
import type { WebAddress } from './link-cleaning-rules.ts';

/** Parameters that say how somebody came, not where they are. */
const tracking = /^(?:utm_.*|[a-z]*clid|mc_[ce]id|_ga|_gl|igshid|igsh|ref|ref_src|fref)$/i;

/**
 * Any other web address. Host and path tell places apart; `www.`, `m.`, the scheme, a slash at the end and tracking do not.
 * What is left of the query does, since one page may show a different form for each `?id=`, and so do capital letters in the
 * path, since short addresses use them to tell owners apart.
 */
export function websiteAt({ host, url }: WebAddress): Account {
  const site = plainHost(host);
  const rest = pathKey(url) + queryKey(url);
  return {
    platformKey: 'website',
    form: 'website',
    handle: site,
    url: `${url.protocol}//${host}${url.pathname}${queryKey(url)}`,
    linkKey: websiteKey(site, rest),
  };
}

/** The link keys of all addresses above this one, nearest first: its path without query, each folder, the host itself. */
export function websiteKeysAbove({ host, url }: WebAddress): string[] {
  const site = plainHost(host);
  const steps = pathKey(url).split('/');
  const above = steps.map((_, left) => steps.slice(0, steps.length - left).join('/'));
  return (queryKey(url) ? above : above.slice(1)).map((path) => websiteKey(site, path));
}

const websiteKey = (site: string, rest: string) => `website:${site}${rest}`;

const plainHost = (host: string) => host.replace(/^(?:www|m)\.(?=[^.]+\.)/, '');

function pathKey({ pathname }: URL): string {
  const plain = decodeURI(pathname).normalize('NFC').replace(/\/+$/, '');
  return plain.replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());
}

function queryKey({ searchParams, hash }: URL): string {
  const kept = [...searchParams].filter(([name]) => !tracking.test(name));
  const query = kept.length > 0 ? `?${new URLSearchParams(kept)}` : '';
  return query + (/^#[!/]./.test(hash) ? hash : '');
}
