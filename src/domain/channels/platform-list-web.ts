import { form, platform } from './platform-rules.ts';

const shortLinkHosts = [
  'aka.ms',
  'amzn.to',
  'apple.co',
  'bit.ly',
  'buff.ly',
  'cutt.ly',
  'dlvr.it',
  'fb.me',
  'flic.kr',
  'g.co',
  'goo.gl',
  'forms.gle',
  'ift.tt',
  'is.gd',
  'lnkd.in',
  'maps.app.goo.gl',
  'ow.ly',
  'pin.it',
  'rb.gy',
  'spoti.fi',
  'spr.ly',
  't.co',
  't.ly',
  'tiny.cc',
  'tinyurl.com',
  'trib.al',
  'vm.tiktok.com',
  'vt.tiktok.com',
  'youtu.be',
];

/** Addresses on the web that are nobody's platform, and the two that are. */
export const webPlatforms = [
  platform({ key: 'website', label: 'Website', kind: 'web', needsUrl: true, example: 'https://www.council.example/' }),
  platform({
    key: 'web_page',
    label: 'Web page',
    kind: 'web',
    needsUrl: true,
    example: 'https://www.council.example/bins',
  }),
  platform({ key: 'blog', label: 'Blog', kind: 'web', needsUrl: true, example: 'https://blog.council.example/' }),
  platform({
    key: 'intranet',
    label: 'Intranet page',
    kind: 'web',
    needsUrl: true,
    example: 'https://intranet.council.example/',
  }),
  platform({
    key: 'app',
    label: 'App',
    kind: 'web',
    hosts: ['apps.apple.com', 'play.google.com'],
    patterns: [
      form('app', '/(?:[a-z]{2}/)?app/(?:[^/]+/)?id(?<handle>\\d{5,15})', 'https://apps.apple.com/gb/app/id{handle}', {
        key: 'apple/{handle}',
        hosts: ['apps.apple.com'],
      }),
      form(
        'app',
        '/store/apps/details\\?id=(?<handle>[\\w.]+)',
        'https://play.google.com/store/apps/details?id={handle}',
        {
          key: 'google/{handle}',
          hosts: ['play.google.com'],
          query: 'id',
          exactCase: true,
        },
      ),
    ],
    example: 'https://apps.apple.com/gb/app/id1234567890',
  }),
  platform({
    key: 'short_link',
    label: 'Short link',
    kind: 'web',
    hosts: shortLinkHosts,
    note: 'A short link can lead anywhere. Open it, then paste the address it leads to.',
  }),
];
