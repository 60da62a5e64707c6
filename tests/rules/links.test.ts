import { expect, test } from 'vitest';
import { recogniseHandle, recogniseLink } from '#domain/channels/link-rules.ts';
import { platformList } from '#domain/channels/platform-list.ts';
import { platform } from '#domain/channels/platform-rules.ts';

const recognise = (text: string) => recogniseLink(platformList, text);
const keyOf = (text: string) => {
  const found = recognise(text);
  return found.kind === 'recognised' ? found.linkKey : found.kind;
};

test('places that may belong to different people have different keys', () => {
  const pairs = [
    ['https://www.youtube.com/user/newtown', 'https://www.youtube.com/@newtown'],
    ['https://www.youtube.com/c/newtown', 'https://www.youtube.com/newtown'],
    [
      'https://www.youtube.com/channel/UCDY5Q4Jh8e20M-r3Y_MsBsw',
      'https://www.youtube.com/channel/ucdy5q4jh8e20m-r3y_msbsw',
    ],
    ['https://www.linkedin.com/company/newtown', 'https://www.linkedin.com/showcase/newtown'],
    ['https://www.facebook.com/newtown', 'https://www.facebook.com/groups/newtown'],
    ['https://www.facebook.com/newtown12345', 'https://www.facebook.com/newtown-12345'],
    ['https://www.reddit.com/r/newtown', 'https://www.reddit.com/user/newtown'],
    ['https://newtown.medium.com', 'https://medium.com/newtown'],
    ['https://mastodon.social/@newtown', 'https://mastodon.online/@newtown'],
    ['https://discord.gg/AbCdEf', 'https://discord.gg/abcdef'],
    ['https://evil.t.me/newtown', 'https://t.me/newtown'],
    ['https://forms.example/page?id=1', 'https://forms.example/page?id=2'],
    ['https://go.example/AbC', 'https://go.example/abc'],
    ['https://council.example/', 'https://council.example:8443/'],
    ['https://council.example/', 'https://news.council.example/'],
    ['https://app.example/#/a', 'https://app.example/#/b'],
  ] as const;
  for (const [one, other] of pairs) expect(keyOf(one), `${one} and ${other}`).not.toBe(keyOf(other));
});

test('a page that is no account says so, and names the account it claims', () => {
  const claims: Record<string, string | undefined> = {
    'https://x.com/': undefined,
    'https://x.com/home': undefined,
    'https://x.com/search?q=newtown': undefined,
    'https://x.com/newtown/status/123': 'x:newtown',
    'https://x.com/newtown#!/evil': 'x:newtown',
    'https://www.facebook.com/events/123456789': undefined,
    'https://www.facebook.com/photo.php?fbid=1': undefined,
    'https://www.facebook.com/newtown/posts/123456789': 'facebook_page:newtown',
    'https://www.facebook.com/profile.php?id=11111&id=22222': undefined,
    'https://www.instagram.com/p/Abc123/': undefined,
    'https://www.instagram.com/newtown/p/Abc123/': 'instagram:newtown',
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ': undefined,
    'https://youtu.be/dQw4w9WgXcQ': undefined,
    'https://vimeo.com/123456': undefined,
    'https://www.tiktok.com/@newtown/video/123': 'tiktok:newtown',
    'https://newtown.tumblr.com/post/123/bins': 'tumblr:newtown',
    'https://www.eventbrite.co.uk/e/bins-123456789': undefined,
    'https://bit.ly/Newtown': undefined,
    'https://discord.com/newtown': undefined,
  };
  for (const [text, key] of Object.entries(claims)) {
    const found = recognise(text);
    expect(found.kind, text).toBe('not-a-handle');
    expect(found.kind === 'not-a-handle' && found.claims?.linkKey, text).toBe(key);
  }
});

test('a name without a platform asks for the platform, and has every form once it is known', () => {
  expect(recognise('@newtown')).toMatchObject({ kind: 'bare-handle', handle: 'newtown' });
  expect(recogniseHandle(platformList, 'x', '@Newtown')).toMatchObject([{ linkKey: 'x:newtown', handle: 'Newtown' }]);
  expect(recogniseHandle(platformList, 'youtube', 'newtown').map(({ linkKey }) => linkKey)).toEqual([
    'youtube:@newtown',
    'youtube:c/newtown',
    'youtube:user/newtown',
    'youtube:name/newtown',
  ]);
  expect(recogniseHandle(platformList, 'mastodon', '@newtown@town.example')).toMatchObject([
    { linkKey: 'mastodon:newtown@town.example', url: 'https://town.example/@newtown' },
  ]);
  expect(recogniseHandle(platformList, 'x', 'not a handle')).toEqual([]);
  expect(recogniseHandle(platformList, 'notice_board', 'newtown')).toEqual([]);
});

test('what may be Mastodon is a guess until somebody confirms it', () => {
  expect(recognise('https://town.example/@newtown')).toMatchObject({
    platformKey: 'mastodon',
    isGuess: true,
    warning: 'This looks like Mastodon. Check that it is.',
  });
  expect(recognise('https://mastodon.social/@newtown')).not.toHaveProperty('isGuess');
});

test('a person’s profile and a platform that is gone come with a warning', () => {
  expect(recognise('https://www.linkedin.com/in/somebody')).toMatchObject({ warning: expect.stringMatching(/person/) });
  expect(recognise('https://plus.google.com/+newtown')).toMatchObject({ warning: expect.stringMatching(/2019/) });
});

test('every example in the list is of its own platform, and the address we show leads back to the same place', () => {
  for (const { key, hosts, patterns, example } of platformList) {
    if (patterns.length === 0) continue;
    const found = recognise(example);
    expect(found, `${example} at ${hosts}`).toMatchObject({ kind: 'recognised', platformKey: key });
    if (found.kind === 'recognised') expect(keyOf(found.url), found.url).toBe(found.linkKey);
  }
});

test('platforms have keys of their own, and a pattern that is no regular expression recognises nothing', () => {
  expect(new Set(platformList.map(({ key }) => key)).size).toBe(platformList.length);
  const broken = platform({
    key: 'broken',
    label: 'Broken',
    kind: 'social',
    hosts: ['broken.example'],
    patterns: [{ path: '/(', kind: 'account', url: 'https://broken.example/{handle}' }],
  });
  expect(recogniseLink([broken], 'https://broken.example/newtown')).toMatchObject({ kind: 'not-a-handle' });
});
