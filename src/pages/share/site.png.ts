import type { APIRoute } from 'astro';
import { answerShare } from '#server/share-pictures/answer.ts';

/** The picture for link previews of every other page. */
export const GET: APIRoute = () =>
  answerShare({
    kind: 'Welcome',
    title: 'Meet, try something, tell how it went',
    line: 'Meetups, lessons and channels',
  });
