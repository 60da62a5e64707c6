import { expect, test } from 'vitest';
import { recogniseLink } from '#domain/channels/link-rules.ts';
import { platformList } from '#domain/channels/platform-list.ts';

const keyOf = (text: string) => {
  const found = recogniseLink(platformList, text);
  return found.kind === 'recognised' ? found.linkKey : found.kind;
};

/** Each line is one place: the key, then spellings of it. */
const spellings: Record<string, string[]> = {
  'x:newtown_council': [
    'https://x.com/newtown_council',
    'https://twitter.com/Newtown_Council',
    'HTTP://WWW.TWITTER.COM/NEWTOWN_COUNCIL/',
    'mobile.twitter.com/newtown_council?lang=en',
    'https://m.twitter.com/newtown_council#top',
    'https://twitter.com/#!/newtown_council',
    'https://twitter.com/@newtown_council',
    'https://twitter.com/%40newtown_council',
    'https://twitter.com//newtown_council',
    'https:twitter.com/newtown_council',
    'https:/x.com/newtown_council',
    'https://https://x.com/newtown_council',
    'https://https:x.com/newtown_council',
    'http://https://x.com/newtown_council',
    ' Edit http://x.com/newtown_council \n',
    '<https://x.com/newtown_council>',
    'https://x.com:443/newtown_council',
    'https://x.com/newtown_council/with_replies',
    '@newtown_council@x.com',
  ],
  'facebook_page:newtowncouncil': [
    'https://www.facebook.com/NewtownCouncil',
    'facebook.com/Newtown.Council/',
    'https://fb.com/newtowncouncil',
    'https://business.facebook.com/NewtownCouncil',
    'https://fr-fr.facebook.com/NewtownCouncil',
    'https://cy.facebook.com/NewtownCouncil',
    'https://web.facebook.com/pg/NewtownCouncil/about/?ref=page_internal',
    'https://www.facebook.com/NewtownCouncil/videos',
  ],
  'facebook_page:100064512345678': [
    'https://www.facebook.com/profile.php?id=100064512345678',
    'https://m.facebook.com/profile.php?ref=x&id=100064512345678',
    'https://www.facebook.com/100064512345678',
    'https://www.facebook.com/pages/Newtown-Council/100064512345678',
    'https://www.facebook.com/pages/category/Council/Newtown-Council-100064512345678/',
    'https://www.facebook.com/pages/category/Council/Newtown-Council/100064512345678',
    'https://www.facebook.com/people/Newtown-Council/100064512345678/',
    'https://www.facebook.com/p/Newtown-Council-100064512345678/',
    'https://www.facebook.com/Conseil-de-la-Ville-Été-100064512345678',
    'https://www.facebook.com/Conseil-de-la-Ville-%C3%89t%C3%A9-100064512345678/',
  ],
  'facebook_group:allotments': [
    'https://www.facebook.com/groups/Allotments/',
    'https://m.facebook.com/groups/allotments/about',
  ],
  'instagram:newtown.council': ['https://www.instagram.com/newtown.council/?hl=en', 'instagr.am/Newtown.Council'],
  'youtube:@newtown': [
    'https://www.youtube.com/@Newtown',
    'https://m.youtube.com/@newtown/videos',
    'https://youtube.com/%40newtown',
  ],
  'youtube:@ñandú': [
    'https://www.youtube.com/@ñandú',
    'https://www.youtube.com/@%C3%91and%C3%BA',
    'https://www.youtube.com/@n\u0303andu\u0301',
  ],
  'youtube:channel/UCDY5Q4Jh8e20M-r3Y_MsBsw': [
    'https://www.youtube.com/channel/UCDY5Q4Jh8e20M-r3Y_MsBsw?view_as=subscriber',
    'youtube.com/channel/UCDY5Q4Jh8e20M-r3Y_MsBsw/featured',
  ],
  'youtube:playlist/PL4147C8346D2E386D': ['https://www.youtube.com/playlist?list=PL4147C8346D2E386D&si=x'],
  'youtube:user/newtown': ['https://www.youtube.com/user/Newtown/videos'],
  'youtube:user/videos': ['https://www.youtube.com/user/videos'],
  'linkedin:company/newtown-council': [
    'https://uk.linkedin.com/company/newtown-council?trk=tyah',
    'https://www.linkedin.com/company/Newtown-Council/posts/',
    'https://www.linkedin.com/company-beta/newtown-council/',
  ],
  'linkedin:groups/7499977': [
    'https://www.linkedin.com/grp/home?gid=7499977',
    'https://linkedin.com/groups/7499977/profile ',
  ],
  'flickr:newtown': [
    'https://www.flickr.com/photos/newtown/albums',
    'https://flickr.com/people/newtown/',
    'flickr.com/Newtown',
  ],
  'flickr:140793382@n04': [
    'https://www.flickr.com/photos/140793382@N04/sets/',
    'https://flickr.com/photos/140793382%40N04',
  ],
  'tumblr:newtown': [
    'https://newtown.tumblr.com/',
    'https://www.tumblr.com/blog/newtown',
    'www.newtown.tumblr.com',
    'tumblr.com/newtown',
  ],
  'medium:@newtown': ['https://medium.com/@Newtown', 'https://www.medium.com/@newtown/about'],
  'bluesky:newtown.example': ['https://bsky.app/profile/Newtown.Example'],
  'mastodon:newtown@mastodon.social': ['https://mastodon.social/@Newtown', '@newtown@mastodon.social'],
  'eventbrite:17374914952': [
    'https://www.eventbrite.com/o/newtown-17374914952',
    'eventbrite.co.uk/o/17374914952?aff=x',
  ],
  'podcast:apple/1234567890': [
    'https://podcasts.apple.com/us/podcast/newtown-talks/id1234567890',
    'https://itunes.apple.com/gb/podcast/id1234567890?mt=2',
  ],
  'app:google/uk.gov.Newtown': ['https://play.google.com/store/apps/details?id=uk.gov.Newtown&hl=en'],
  'whatsapp:441632960123': [
    'https://wa.me/441632960123',
    'https://api.whatsapp.com/send?phone=441632960123',
    'https://wa.me/+441632960123',
  ],
  'telegram:newtown': [
    'https://t.me/newtown',
    'https://t.me/s/Newtown',
    'https://newtown.t.me',
    'https://telegram.me/newtown',
  ],
  'google_plus:+newtown': ['https://plus.google.com/+Newtown/posts', 'https://plus.google.com/u/0/+Newtown'],
  'e_mail:hello@council.example': ['hello@council.example', 'mailto:Hello@Council.example?subject=Bins'],
  'phone:+441632960123': [
    '01632 960123',
    'tel:+44-1632-960123',
    '+44 (0)1632 960 123',
    '0044 1632 960123',
    '(01632) 960123',
  ],
  'phone:+448001111': ['0800 1111'],
  'phone:101': ['101'],
  'phone:116123': ['116 123'],
  'textphone:+441632960123': ['18001 01632 960123', 'tel:1800101632960123'],
  'sms:60777': ['60777', 'sms:60777'],
  'website:council.example': [
    'https://www.council.example/',
    'http://council.example',
    'WWW.COUNCIL.EXAMPLE',
    'https://m.council.example/?utm_source=leaflet&fbclid=abc',
    'https://council.example/#content',
  ],
  'website:council.example/bins/week-2': [
    'https://www.council.example/bins/week-2/',
    'council.example/bins/week%2D2?ref=home',
  ],
  'website:council.example/caféteria': ['https://council.example/caf%C3%A9teria', 'council.example/cafe\u0301teria/'],
  'website:xn--caf-dma.example': ['https://café.example/', 'https://CAFÉ.example', 'https://xn--caf-dma.example'],
};

test('every spelling of a place has the same key', () => {
  for (const [key, texts] of Object.entries(spellings)) for (const text of texts) expect(keyOf(text), text).toBe(key);
});
