import { form, platform, tabs, words } from './platform-rules.ts';

/** Platforms that are gone, kept so that old records say what they were. */
export const retiredPlatforms = [
  platform({
    key: 'google_plus',
    label: 'Google+',
    kind: 'social',
    hosts: ['plus.google.com'],
    patterns: [
      form(
        'page',
        `(?:/u/\\d)?(?:/b/\\d+)?/(?<handle>\\+[^/]+|\\d{15,25})${tabs('about photos posts videos')}`,
        'https://plus.google.com/{handle}',
      ),
      form(
        'community',
        '(?:/u/\\d)?/communities/(?<handle>\\d{15,25})',
        'https://plus.google.com/communities/{handle}',
        {
          key: 'communities/{handle}',
        },
      ),
    ],
    retiredOn: '2019-04-02',
    note: 'Closed for everybody in April 2019.',
    example: 'https://plus.google.com/+council',
  }),
  platform({
    key: 'storify',
    label: 'Storify',
    kind: 'social',
    hosts: ['storify.com'],
    patterns: [form('account', '/(?<handle>[\\w-]+)', 'https://storify.com/{handle}')],
    stopWords: words('about browse faq login search tos'),
    retiredOn: '2018-05-16',
    note: 'Closed in May 2018.',
    example: 'https://storify.com/council',
  }),
  platform({
    key: 'foursquare',
    label: 'Foursquare City Guide',
    kind: 'social',
    hosts: ['foursquare.com'],
    patterns: [
      form('place', '/v/(?:[^/]+/)?(?<handle>[0-9a-f]{24})', 'https://foursquare.com/v/{handle}', {
        key: 'v/{handle}',
      }),
      form('account', '/(?:user/)?(?<handle>[\\w-]+)', 'https://foursquare.com/{handle}'),
    ],
    stopWords: words(
      'about app brands city-guide cities developers download explore legal login products search user v',
    ),
    retiredOn: '2024-12-15',
    note: 'The City Guide closed in December 2024.',
    example: 'https://foursquare.com/council',
  }),
  platform({
    key: 'ustream',
    label: 'Ustream',
    kind: 'social',
    hosts: ['ustream.tv'],
    patterns: [
      form('channel', '/channel/(?<handle>[^/]+)', 'https://www.ustream.tv/channel/{handle}', {
        key: 'channel/{handle}',
      }),
      form('account', '/user/(?<handle>[^/]+)', 'https://www.ustream.tv/user/{handle}', { key: 'user/{handle}' }),
    ],
    retiredOn: '2018-04-01',
    note: 'Became a paid service for companies in April 2018.',
    example: 'https://www.ustream.tv/channel/council',
  }),
  platform({
    key: 'periscope',
    label: 'Periscope',
    kind: 'social',
    hosts: ['periscope.tv', 'pscp.tv'],
    patterns: [form('account', '/(?<handle>\\w{1,15})', 'https://www.pscp.tv/{handle}')],
    stopWords: words('about account login privacy search tos w'),
    retiredOn: '2021-03-31',
    note: 'Closed in March 2021.',
    example: 'https://www.pscp.tv/council',
  }),
  platform({
    key: 'vine',
    label: 'Vine',
    kind: 'social',
    hosts: ['vine.co'],
    patterns: [
      form('account', '/u/(?<handle>\\d+)', 'https://vine.co/u/{handle}', { key: 'u/{handle}' }),
      form('account', '/(?<handle>[\\w.-]+)', 'https://vine.co/{handle}'),
    ],
    stopWords: words('about explore login playlists tags terms u v'),
    retiredOn: '2017-01-17',
    note: 'Closed in January 2017.',
    example: 'https://vine.co/council',
  }),
];
