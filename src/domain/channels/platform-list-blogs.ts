import { form, platform, tabs, words } from './platform-rules.ts';

const eventbriteEndings = words('com co.uk ie ca com.au co.nz fr de es it nl be at ch se dk fi pt sg hk');

/** Blogs, newsletters, events and places where documents and code are kept. */
export const blogPlatforms = [
  platform({
    key: 'tumblr',
    label: 'Tumblr',
    kind: 'social',
    hosts: ['tumblr.com', '*.tumblr.com'],
    patterns: [
      form('blog', `(?<handle>[a-z0-9-]+)${tabs('about archive')}`, 'https://{handle}.tumblr.com/'),
      form('blog', '/(?:blog/(?:view/)?)?@?(?<handle>[a-z0-9-]+)', 'https://{handle}.tumblr.com/'),
    ],
    stopWords: words(`
      about api apps assets blog dashboard docs explore following help likes login m media mobile new policy register search
      settings static support tagged www`),
    example: 'https://council.tumblr.com/',
  }),
  platform({
    key: 'medium',
    label: 'Medium',
    kind: 'social',
    hosts: ['medium.com', '*.medium.com'],
    // A sub-domain, a person and a publication of one name may have three different owners.
    patterns: [
      form('blog', `(?<handle>[a-z0-9-]+)${tabs('about')}`, 'https://{handle}.medium.com/', {
        key: 'sub-domain/{handle}',
      }),
      form('account', `/@(?<handle>[\\w.-]+)${tabs('about followers')}`, 'https://medium.com/@{handle}', {
        key: '@{handle}',
      }),
      form('publication', `/(?<handle>[\\w.-]+)${tabs('about latest')}`, 'https://medium.com/{handle}'),
    ],
    stopWords: words('about api blog creators help jobs m me membership new p policy search tag topic topics www'),
    example: 'https://medium.com/council',
  }),
  platform({
    key: 'substack',
    label: 'Substack',
    kind: 'social',
    hosts: ['substack.com', 'open.substack.com', '*.substack.com'],
    patterns: [
      form('newsletter', `(?<handle>[a-z0-9-]+)${tabs('about archive subscribe')}`, 'https://{handle}.substack.com/'),
      form('newsletter', '/pub/(?<handle>[a-z0-9-]+)', 'https://{handle}.substack.com/', {
        hosts: ['open.substack.com'],
      }),
      form('account', '/@(?<handle>[\\w-]+)', 'https://substack.com/@{handle}', {
        key: '@{handle}',
        hosts: ['substack.com'],
      }),
    ],
    stopWords: words('api cdn on open support www'),
    example: 'https://council.substack.com/',
  }),
  platform({
    key: 'newsletter',
    label: 'E-mail newsletter',
    kind: 'e-mail',
    hosts: ['public.govdelivery.com', 'content.govdelivery.com', 'mailchi.mp'],
    patterns: [
      form(
        'list',
        '/accounts/(?<handle>\\w+)(?:/(?:subscriber|subscribers|subscriptions|signup)(?:/new)?)?',
        'https://public.govdelivery.com/accounts/{handle}',
        { key: 'govdelivery/{handle}', hosts: ['public.govdelivery.com', 'content.govdelivery.com'] },
      ),
      form('list', '/(?<handle>[a-z0-9-]+)', 'https://mailchi.mp/{handle}', {
        key: 'mailchimp/{handle}',
        hosts: ['mailchi.mp'],
      }),
    ],
    needsUrl: false,
    note: 'For a list without an address of its own, give the page where people sign up, or leave the link empty.',
    example: 'https://public.govdelivery.com/accounts/UKCOUNCIL',
  }),
  platform({
    key: 'eventbrite',
    label: 'Eventbrite',
    kind: 'web',
    hosts: eventbriteEndings.map((ending) => `eventbrite.${ending}`),
    patterns: [form('organiser', '/o/(?:[^/]*-)?(?<handle>\\d{5,20})', 'https://www.eventbrite.co.uk/o/{handle}')],
    note: 'An address with /e/ is one event. Give the address of the organiser, with /o/.',
    example: 'https://www.eventbrite.co.uk/o/council-1234567890',
  }),
  platform({
    key: 'meetup',
    label: 'Meetup',
    kind: 'web',
    hosts: ['meetup.com'],
    patterns: [
      form('network', '(?:/[a-z]{2}(?:-[a-z]{2})?)?/pro/(?<handle>[^/]+)', 'https://www.meetup.com/pro/{handle}', {
        key: 'pro/{handle}',
      }),
      form(
        'group',
        `(?:/[a-z]{2}(?:-[a-z]{2})?)?/(?<handle>[^/]{3,100})${tabs('about discussions events members photos')}`,
        'https://www.meetup.com/{handle}',
      ),
    ],
    stopWords: words(
      'about account apps blog cities find help home jobs login media messages pro register start topics',
    ),
    example: 'https://www.meetup.com/council',
  }),
  platform({
    key: 'github',
    label: 'GitHub',
    kind: 'web',
    hosts: ['github.com'],
    patterns: [
      form('organisation', '/orgs/(?<handle>[a-z0-9-]{1,39})(?:/[a-z]+)?', 'https://github.com/{handle}'),
      form('organisation', '/(?<handle>[a-z0-9-]{1,39})', 'https://github.com/{handle}'),
      form(
        'repository',
        '/(?<handle>[a-z0-9-]{1,39}/(?:(?!\\.git$)[\\w.-])+)(?:\\.git)?',
        'https://github.com/{handle}',
      ),
    ],
    stopWords: words(`
      about apps collections contact customer-stories enterprise events explore features issues join login marketplace
      nonprofit notifications orgs pricing pulls readme search security settings signup site sponsors stars team topics
      trending users`),
    example: 'https://github.com/council',
  }),
  platform({
    key: 'slideshare',
    label: 'SlideShare',
    kind: 'web',
    hosts: ['slideshare.net'],
    patterns: [form('account', `/(?<handle>[\\w-]+)${tabs('presentations')}`, 'https://www.slideshare.net/{handle}')],
    stopWords: words('about explore featured login popular search slideshow upload'),
    example: 'https://www.slideshare.net/council',
  }),
  platform({
    key: 'yelp',
    label: 'Yelp',
    kind: 'web',
    hosts: ['yelp.com', 'yelp.co.uk', 'yelp.ie', 'yelp.ca'],
    patterns: [form('place', '/biz/(?<handle>[^/]+)', 'https://www.yelp.com/biz/{handle}')],
    example: 'https://www.yelp.com/biz/central-library-newtown',
  }),
  platform({
    key: 'ideascale',
    label: 'IdeaScale',
    kind: 'web',
    hosts: ['*.ideascale.com'],
    patterns: [form('community', '(?<handle>[a-z0-9-]+)', 'https://{handle}.ideascale.com/')],
    stopWords: words('api app blog help support www'),
    example: 'https://council.ideascale.com/',
  }),
  platform({
    key: 'disqus',
    label: 'Disqus',
    kind: 'web',
    hosts: ['disqus.com'],
    patterns: [form('account', '/by/(?<handle>[\\w-]+)(?:/about)?', 'https://disqus.com/by/{handle}')],
    needsUrl: false,
    note: 'Comments under pages of a website: give the address of that website.',
    example: 'https://disqus.com/by/council',
  }),
  platform({
    key: 'linktree',
    label: 'Linktree',
    kind: 'web',
    hosts: ['linktr.ee'],
    patterns: [form('account', '/@?(?<handle>[\\w.]{1,40})', 'https://linktr.ee/{handle}')],
    stopWords: words('admin login register s'),
    example: 'https://linktr.ee/council',
  }),
];
