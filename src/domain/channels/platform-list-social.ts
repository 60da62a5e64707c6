import { form, platform, tabs, words } from './platform-rules.ts';

const facebookTabs = tabs(
  'about about_details app community events followers home info insights likes live mentions notes photos photos_stream posts reels reviews services shop timeline videos',
);
const facebookStopWords = words(`
  ads business careers dialog directory events fundraisers gaming groups hashtag help home l.php lite live login marketplace
  media messages notes p pages people permalink.php pg photo photo.php photos plugins policies posts privacy public reel reels
  search settings share share.php sharer sharer.php stories story.php tr unsupportedbrowser video.php videos watch`);
const linkedinTabs = tabs(
  'about admin admin/feed/posts admin/updates events feed insights jobs life mycompany people posts profile updates videos',
);

export const socialPlatforms = [
  platform({
    key: 'x',
    label: 'X (Twitter)',
    kind: 'social',
    hosts: ['x.com', 'twitter.com'],
    patterns: [
      form(
        'account',
        `/@?(?<handle>[a-z0-9_]{1,15})${tabs('articles followers following highlights likes media with_replies')}`,
        'https://x.com/{handle}',
      ),
    ],
    stopWords: words(
      'about account compose download explore hashtag home i intent jobs login logout messages notifications oauth privacy search settings share signup tos',
    ),
    example: 'https://x.com/council',
  }),
  platform({
    key: 'facebook_page',
    label: 'Facebook page',
    kind: 'social',
    hosts: ['facebook.com', 'fb.com'],
    patterns: [
      form('page', '/profile\\.php\\?id=(?<handle>\\d{5,20})', 'https://www.facebook.com/{handle}', { query: 'id' }),
      form(
        'page',
        `/(?:pages|people|pages/category/[^/]+)/[^/]+/(?<handle>\\d{5,20})${facebookTabs}`,
        'https://www.facebook.com/{handle}',
      ),
      form(
        'page',
        `/(?:pg/|p/|pages/category/[^/]+/)?[^/]*-(?<handle>\\d{5,20})${facebookTabs}`,
        'https://www.facebook.com/{handle}',
      ),
      form('page', `/(?:pg/)?(?<handle>\\d{5,20})${facebookTabs}`, 'https://www.facebook.com/{handle}'),
      // Facebook's help: full stops and capital letters do not count in a user name, which has at least one letter.
      form(
        'page',
        `/(?:pg/)?(?<handle>(?!.*\\.php)(?=[\\d.]*[a-z])[a-z0-9.]{2,60})${facebookTabs}`,
        'https://www.facebook.com/{handle}',
        {
          ignores: '.',
        },
      ),
    ],
    stopWords: facebookStopWords,
    example: 'https://www.facebook.com/council',
  }),
  platform({
    key: 'facebook_group',
    label: 'Facebook group',
    kind: 'social',
    hosts: ['facebook.com', 'fb.com'],
    patterns: [
      form(
        'group',
        `/groups/(?<handle>[a-z0-9._-]{2,100})${tabs('about discussion events files media members photos')}`,
        'https://www.facebook.com/groups/{handle}',
      ),
    ],
    example: 'https://www.facebook.com/groups/allotments',
  }),
  platform({
    key: 'linkedin',
    label: 'LinkedIn',
    kind: 'social',
    hosts: ['linkedin.com'],
    patterns: [
      form(
        'company',
        `/company(?:-beta)?/(?<handle>[^/]+)${linkedinTabs}`,
        'https://www.linkedin.com/company/{handle}',
        {
          key: 'company/{handle}',
        },
      ),
      form('showcase', `/showcase/(?<handle>[^/]+)${linkedinTabs}`, 'https://www.linkedin.com/showcase/{handle}', {
        key: 'showcase/{handle}',
      }),
      form('school', `/school/(?<handle>[^/]+)${linkedinTabs}`, 'https://www.linkedin.com/school/{handle}', {
        key: 'school/{handle}',
      }),
      form('group', `/groups/(?<handle>[^/]+)${linkedinTabs}`, 'https://www.linkedin.com/groups/{handle}', {
        key: 'groups/{handle}',
      }),
      form('group', '/grp/home\\?gid=(?<handle>\\d+)', 'https://www.linkedin.com/groups/{handle}', {
        key: 'groups/{handle}',
        query: 'gid',
      }),
      form('person', '/in/(?<handle>[^/]+)', 'https://www.linkedin.com/in/{handle}', {
        key: 'in/{handle}',
        warning: 'This is the profile of a person, not of an organisation.',
      }),
      form('person', '/pub/(?<handle>[^/]+(?:/[^/]+){0,3})', 'https://www.linkedin.com/pub/{handle}', {
        key: 'pub/{handle}',
        warning: 'This is the profile of a person, not of an organisation.',
      }),
    ],
    example: 'https://www.linkedin.com/company/council',
  }),
  platform({
    key: 'threads',
    label: 'Threads',
    kind: 'social',
    hosts: ['threads.com', 'threads.net'],
    patterns: [
      form(
        'account',
        `/@(?<handle>[a-z0-9._]{1,30})${tabs('media replies reposts')}`,
        'https://www.threads.com/@{handle}',
      ),
    ],
    example: 'https://www.threads.com/@council',
  }),
  platform({
    key: 'bluesky',
    label: 'Bluesky',
    kind: 'social',
    hosts: ['bsky.app'],
    patterns: [
      form(
        'account',
        '/profile/(?<handle>did:plc:[a-z0-9]+|[a-z0-9-]+(?:\\.[a-z0-9-]+)+)',
        'https://bsky.app/profile/{handle}',
      ),
    ],
    example: 'https://bsky.app/profile/council.bsky.social',
  }),
  platform({
    key: 'mastodon',
    label: 'Mastodon',
    kind: 'social',
    hosts: ['mastodon.social', 'mastodon.online', 'mastodonapp.uk', 'mstdn.social', 'mas.to', '*'],
    patterns: [
      form('account', `/@(?<handle>[a-z0-9_.-]{1,64})${tabs('media with_replies')}`, 'https://{host}/@{handle}', {
        key: '{handle}@{host}',
      }),
    ],
    stopWords: words('about explore public tags'),
    example: 'https://mastodon.social/@council',
  }),
  platform({
    key: 'nextdoor',
    label: 'Nextdoor',
    kind: 'social',
    hosts: ['nextdoor.com', 'nextdoor.co.uk'],
    patterns: [
      form('agency', '/agency/(?<handle>[^/]+)', 'https://nextdoor.co.uk/agency/{handle}', { key: 'agency/{handle}' }),
      form('agency', '/agency-detail/(?<handle>[^/]+(?:/[^/]+){0,3})', 'https://nextdoor.com/agency-detail/{handle}', {
        key: 'agency-detail/{handle}',
      }),
      form('page', '/pages/(?<handle>[^/]+)', 'https://nextdoor.co.uk/pages/{handle}', { key: 'pages/{handle}' }),
    ],
    example: 'https://nextdoor.co.uk/agency/council',
  }),
  platform({
    key: 'reddit',
    label: 'Reddit',
    kind: 'social',
    hosts: ['reddit.com', 'old.reddit.com', 'new.reddit.com', 'np.reddit.com'],
    patterns: [
      form('community', `/r/(?<handle>\\w{2,30})${tabs('about hot new top')}`, 'https://www.reddit.com/r/{handle}', {
        key: 'r/{handle}',
      }),
      form(
        'account',
        `/(?:u|user)/(?<handle>[\\w-]{3,30})${tabs('comments overview submitted')}`,
        'https://www.reddit.com/user/{handle}',
        {
          key: 'user/{handle}',
        },
      ),
    ],
    example: 'https://www.reddit.com/r/council',
  }),
];
