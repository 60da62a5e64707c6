import type { Standing } from '#domain/webmentions/webmention-rules.ts';

/** How something that was told to us stands, for whoever told it. */
export const STANDING_WORDS: Record<Standing, string> = {
  'to-be-looked-at': 'We have not looked at your page yet. We do it in the next minutes.',
  waiting: 'Your page links to ours. A moderator reads it before it is shown.',
  shown: 'It stands under the page that it speaks of.',
  refused: 'A moderator has read it, and it is not shown.',
  'not-linked': 'We did not find a link from your page to ours.',
  gone: 'Your page is gone, so it is not shown any more.',
  'not-reached': 'We could not open your page. We try again within a day.',
};
