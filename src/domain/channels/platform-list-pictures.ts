import { form, platform, tabs, words } from './platform-rules.ts';

const youtubeTabs = tabs(
  'about channels community discussion featured feed home live playlists podcasts posts shorts streams videos',
);
const youtubeName = '[\\p{L}\\p{M}\\p{N}_.·-]{1,100}';

/** Platforms for pictures, film and sound. */
export const picturePlatforms = [
  platform({
    key: 'instagram',
    label: 'Instagram',
    kind: 'social',
    hosts: ['instagram.com', 'instagr.am'],
    patterns: [
      form(
        'account',
        `/(?<handle>[a-z0-9._]{1,30})${tabs('channel feed guides reels')}`,
        'https://www.instagram.com/{handle}',
      ),
    ],
    stopWords: words(
      'about accounts challenge developer direct emails explore legal oauth p reel reels s share stories tv web',
    ),
    example: 'https://www.instagram.com/council',
  }),
  platform({
    key: 'youtube',
    label: 'YouTube',
    kind: 'social',
    hosts: ['youtube.com'],
    // One name may belong to four different owners: as handle, custom address, old user name and short address.
    patterns: [
      form('account', `/@(?<handle>${youtubeName})${youtubeTabs}`, 'https://www.youtube.com/@{handle}', {
        key: '@{handle}',
      }),
      form('channel', `/channel/(?<handle>UC[\\w-]{22})${youtubeTabs}`, 'https://www.youtube.com/channel/{handle}', {
        key: 'channel/{handle}',
        exactCase: true,
      }),
      form('account', `/c/(?<handle>${youtubeName})${youtubeTabs}`, 'https://www.youtube.com/c/{handle}', {
        key: 'c/{handle}',
      }),
      form('account', `/user/(?<handle>${youtubeName})${youtubeTabs}`, 'https://www.youtube.com/user/{handle}', {
        key: 'user/{handle}',
      }),
      form('playlist', '/playlist\\?list=(?<handle>[\\w-]{10,60})', 'https://www.youtube.com/playlist?list={handle}', {
        key: 'playlist/{handle}',
        query: 'list',
        exactCase: true,
      }),
      form('account', `/(?<handle>${youtubeName})${youtubeTabs}`, 'https://www.youtube.com/{handle}', {
        key: 'name/{handle}',
      }),
    ],
    stopWords: words(`
      about account attribution_link c channel channels clip embed feed feeds gaming hashtag howyoutubeworks live logout
      movies music new oembed playlist premium redirect reporthistory results shorts show signin t tv upload user v watch`),
    example: 'https://www.youtube.com/@council',
  }),
  platform({
    key: 'tiktok',
    label: 'TikTok',
    kind: 'social',
    hosts: ['tiktok.com'],
    patterns: [form('account', '/@(?<handle>[\\w.]{1,24})', 'https://www.tiktok.com/@{handle}')],
    example: 'https://www.tiktok.com/@council',
  }),
  platform({
    key: 'flickr',
    label: 'Flickr',
    kind: 'social',
    hosts: ['flickr.com', 'secure.flickr.com'],
    patterns: [
      form(
        'group',
        `/groups/(?<handle>\\d+@n\\d+|[\\w-]+)${tabs('about discuss members pool')}`,
        'https://www.flickr.com/groups/{handle}',
        {
          key: 'groups/{handle}',
        },
      ),
      form(
        'account',
        `/(?:(?:photos|people)/)?(?<handle>\\d+@n\\d+|[\\w-]+)${tabs('about albums collections galleries sets')}`,
        'https://www.flickr.com/photos/{handle}',
      ),
    ],
    stopWords: words(`
      about account cameras commons creativecommons events explore galleries groups help jobs map people photos prints
      search services signin tags upgrade`),
    example: 'https://www.flickr.com/photos/council',
  }),
  platform({
    key: 'pinterest',
    label: 'Pinterest',
    kind: 'social',
    hosts: [
      'com',
      'co.uk',
      'ca',
      'ie',
      'fr',
      'de',
      'es',
      'it',
      'at',
      'ch',
      'pt',
      'se',
      'dk',
      'nz',
      'com.au',
      'com.mx',
      'jp',
    ].map((ending) => `pinterest.${ending}`),
    patterns: [
      form(
        'account',
        `/(?<handle>[\\w-]{2,40})${tabs('_created _saved boards pins')}`,
        'https://www.pinterest.co.uk/{handle}',
      ),
      form('board', '/(?<handle>[\\w-]{2,40}/[^/]+)', 'https://www.pinterest.co.uk/{handle}'),
    ],
    stopWords: words(
      'about business categories explore ideas login news_hub oauth pin resource search settings today topics videos',
    ),
    example: 'https://www.pinterest.co.uk/council',
  }),
  platform({
    key: 'snapchat',
    label: 'Snapchat',
    kind: 'social',
    hosts: ['snapchat.com'],
    patterns: [form('account', '/(?:add/|@)(?<handle>[a-z0-9._-]{3,30})', 'https://www.snapchat.com/add/{handle}')],
    example: 'https://www.snapchat.com/add/council',
  }),
  platform({
    key: 'vimeo',
    label: 'Vimeo',
    kind: 'social',
    hosts: ['vimeo.com'],
    patterns: [
      form('channel', `/channels/(?<handle>[\\w-]+)${tabs('about videos')}`, 'https://vimeo.com/channels/{handle}', {
        key: 'channels/{handle}',
      }),
      form(
        'account',
        `/(?<handle>(?!\\d+(?:/|$))[\\w-]+)${tabs('about albums showcases videos')}`,
        'https://vimeo.com/{handle}',
      ),
    ],
    stopWords: words(`
      about album api blog categories channels create event features groups help home join jobs log_in manage ondemand
      search settings showcase stock upgrade upload watch`),
    example: 'https://vimeo.com/council',
  }),
  platform({
    key: 'podcast',
    label: 'Podcast',
    kind: 'audio',
    hosts: ['open.spotify.com', 'podcasts.apple.com', 'itunes.apple.com'],
    patterns: [
      form('show', '/(?:intl-[a-z]{2}/)?show/(?<handle>[a-z0-9]{22})', 'https://open.spotify.com/show/{handle}', {
        key: 'spotify/{handle}',
        hosts: ['open.spotify.com'],
        exactCase: true,
      }),
      form(
        'show',
        '/(?:[a-z]{2}/)?podcast/(?:[^/]+/)?id(?<handle>\\d{5,15})',
        'https://podcasts.apple.com/gb/podcast/id{handle}',
        {
          key: 'apple/{handle}',
          hosts: ['podcasts.apple.com', 'itunes.apple.com'],
        },
      ),
    ],
    note: 'For a show with its own address (an RSS feed or a page), give that address.',
    needsUrl: false,
    example: 'https://podcasts.apple.com/gb/podcast/id1234567890',
  }),
];
