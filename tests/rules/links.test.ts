import { expect, test } from 'vitest';
import { recogniseLink } from '#domain/channels/link-rules.ts';
import { platformList } from '#domain/channels/platform-list.ts';

const keyOf = (text: string) => {
  const found = recogniseLink(platformList, text);
  return found.kind === 'recognised' ? found.linkKey : found.kind;
};

test('every example of a platform with hosts is recognised as that platform', () => {
  for (const { key, hosts, patterns, example } of platformList) {
    if (hosts.length === 0 || patterns.length === 0) continue;
    expect(recogniseLink(platformList, example), example).toMatchObject({ kind: 'recognised', platformKey: key });
  }
});

test('the address we show for a place is recognised as that same place', () => {
  for (const { example } of platformList) {
    const found = recogniseLink(platformList, example);
    if (found.kind === 'recognised') expect(keyOf(found.url), found.url).toBe(found.linkKey);
  }
});
