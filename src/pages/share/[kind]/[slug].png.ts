import type { APIRoute } from 'astro';
import { SHARED_KINDS } from '#domain/share-pictures/share-rules.ts';
import { localDay } from '#domain/time/date-words.ts';
import { answerShare } from '#server/share-pictures/answer.ts';
import { FIND_SHARED } from '#server/share-pictures/find-shared.ts';

/** The picture for link previews of a record that everybody may read. */
export const GET: APIRoute = async ({ locals: { read, now, site }, params: { kind, slug = '' } }) => {
  const shared = SHARED_KINDS.find((one) => one === kind);
  const words = shared && (await FIND_SHARED[shared](read, slug, localDay(now, site.zone)));
  return words ? answerShare(words) : new Response(null, { status: 404 });
};
