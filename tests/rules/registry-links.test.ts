import { expect, test } from 'vitest';
import { type Recognised, recogniseLink } from '#domain/channels/link-rules.ts';
import { platformList } from '#domain/channels/platform-list.ts';
import { platformKeysOf } from '#domain/channels/service-rules.ts';
import { registrySample } from '#tests/support/registry-sample.ts';

const keyOf = (text: string) => {
  const found = recogniseLink(platformList, text);
  return found.kind === 'recognised' ? found.linkKey : undefined;
};

/** Accounts of the sample on platforms that have hosts: website rules differ. */
function accounts(): (Recognised & { pasted: string })[] {
  const found = registrySample().map((row) => ({
    pasted: row.service_url,
    ...recogniseLink(platformList, row.service_url),
  }));
  return found.filter((one) => one.kind === 'recognised').filter(({ platformKey }) => platformKey !== 'website');
}

/** A repeatable row of numbers from 0 to 1 (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Where sub-domains are people's own, `m.` could be somebody's name. */
function prefixesAt({ platformKey }: Recognised): string[] {
  const { hosts = [] } = platformList.find(({ key }) => key === platformKey) ?? {};
  return hosts.some((host) => host.startsWith('*.')) ? ['www.', ''] : ['m.', 'mobile.', 'www.', 'fr-fr.', ''];
}

const tellsCapitalsApart = ({ linkKey }: Recognised) => linkKey !== linkKey.toLowerCase();

test('the rows of a real register are recognised on the platform they declare, but for its own mistakes', () => {
  const strays = registrySample().filter(({ service_key, service_url }) => {
    const found = recogniseLink(platformList, service_url);
    return found.kind !== 'recognised' || !platformKeysOf(service_key).includes(found.platformKey);
  });
  const counted = Object.groupBy(strays, ({ service_url }) => recogniseLink(platformList, service_url).kind);
  expect(Object.entries(counted).map(([kind, rows]) => [kind, rows?.length])).toEqual([
    ['recognised', 11],
    ['not-a-handle', 19],
    ['unreadable', 1],
  ]);
});

test('the address we show for a real account leads back to the same account', () => {
  for (const { url, linkKey } of accounts()) expect(keyOf(url), url).toBe(linkKey);
});

test('any mix of harmless changes to a real link leaves its key as it was', () => {
  const roll = dice(7);
  const flip = (text: string) => [...text].map((c) => (roll() < 0.5 ? c.toUpperCase() : c.toLowerCase())).join('');
  const one = (list: string[]) => list[Math.floor(roll() * list.length)]!;
  const maybe = (change: (url: string) => string) => (url: string) => (roll() < 0.4 ? change(url) : url);
  for (const account of accounts()) {
    const changes = [
      maybe((url) => url.replace(/\/\/(www\.)?(?=[^.]+\.[a-z]+\/)/, `//${one(prefixesAt(account))}`)),
      maybe((url) => url.replace('x.com/', 'twitter.com/')),
      maybe((url) => url.replace(/^[^?]*[^?/]$/, '$&/')),
      maybe((url) => `${url}${url.includes('?') ? '&' : '?'}utm_source=${Math.floor(roll() * 99)}`),
      maybe((url) => `${url}#part`),
      maybe((url) => (tellsCapitalsApart(account) ? url.replace(/^[^?]*?\w\//, flip) : flip(url))),
      maybe((url) => url.replace(/^https:/i, 'http:')),
      maybe((url) => url.replace(/^(https?:)\/\//i, one(['', '$1', '$1/', 'https://$1//']))),
      maybe((url) => `${one(['  ', '\u00a0', '\n', 'Edit '])}${/^http/i.test(url) ? '' : 'https://'}${url} \t`),
    ];
    for (let round = 0; round < 20; round++) {
      const changed = changes.reduce((url, change) => change(url), account.url);
      expect(keyOf(changed), changed).toBe(account.linkKey);
    }
  }
});

test('no hostile change to a real link keeps its key', () => {
  const inHost = (url: string, change: (host: string) => string) => url.replace(/(?<=\/\/)[^/]+/, change);
  for (const { url, linkKey, handle } of accounts()) {
    const other = handle.at(-1) === 'q' ? 'z' : 'q';
    const shown = encodeURI(handle);
    const hostile = [
      inHost(url, (host) => `${host}.evil.example`),
      inHost(url, (host) => `${host}.`),
      inHost(url, (host) => `${host}:8080`),
      inHost(url, (host) => `${host}@evil.example`),
      inHost(url, (host) => `evil${host.replace('www.', '')}`),
      inHost(url, (host) =>
        host.replace(/o|a|e|i|u|x/, (letter) => ({ o: 'о', a: 'а', e: 'е', i: 'і', u: 'υ', x: 'х' })[letter]!),
      ),
      inHost(url, (host) =>
        host.replace(/[a-z](?=\.[a-z]+$)/, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
      ),
      inHost(url, (host) => `${host.slice(0, 4)}\u200b${host.slice(4)}`),
      inHost(url, (host) => host.replace(/\.[a-z]+$/, '.example')),
      url.replace(shown, `${shown}${other}`),
      url.replace(shown, `${other}${shown}`),
      url.replace(shown, `${encodeURI(handle.slice(0, -1))}${other}`),
      url.replace(shown, `${shown}%2f`),
      url.replace(shown, `${shown}\u200b`),
      url.replace(shown, `x/../${shown}`),
      url.replace(shown, `${shown}@evil`),
      url.replace('//', '//x@'),
      url.replace('//', '\\\\'),
      `javascript:${url}`,
      `https://evil.example/?to=${url}`,
      `https://evil.example/${url}`,
    ].filter((changed) => changed !== url);
    for (const changed of hostile) expect(keyOf(changed), changed).not.toBe(linkKey);
  }
});
