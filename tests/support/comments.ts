import type { Database } from '#db/database.ts';
import { saveComment } from '#domain/comments/comment-commands.ts';
import type { Viewer } from '#domain/people/viewer.ts';
import { newId } from '#server/chance.ts';
import { stationeryOf } from '#server/stationery.ts';
import { NOON } from './lessons.ts';

export const stationery = stationeryOf({
  siteName: 'Sandford',
  siteUrl: 'https://teacake.example',
  zone: 'Europe/London',
});

interface Wished {
  id?: string;
  words?: string;
  replyToId?: string | null;
  hat?: string;
  guest?: { name: string; email: string } | null;
}

/** Somebody says something under a lesson, a meetup or a channel. */
export async function say(
  { write }: Pick<Database, 'write'>,
  writer: Viewer,
  subjectId: string,
  { id = newId(), words = 'We saw the same here.', replyToId = null, hat = '', guest = null }: Wished = {},
  now = NOON,
) {
  const wish = { id, subjectId, replyToId, words, html: `<p>${words}</p>`, rendererVersion: 1, hat, writer, guest };
  return { id, ...(await write((tx) => saveComment(tx, wish, stationery, now))) };
}
