import { and, asc, eq, gt, lt } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';

/** Comments that an earlier renderer laid out, by id. */
export const listStaleComments = (read: Reader, version: number, after: string, most: number) => {
  const { comments } = read.tables;
  return read
    .select({ id: comments.id, words: comments.words })
    .from(comments)
    .where(and(lt(comments.rendererVersion, version), gt(comments.id, after)))
    .orderBy(asc(comments.id))
    .limit(most);
};

/** Keeps HTML made anew, unless its words were changed meanwhile. */
export async function keepCommentHtml(
  tx: Writer,
  { id, words, html, rendererVersion }: { id: string; words: string; html: string; rendererVersion: number },
) {
  const { comments } = tx.tables;
  await tx
    .update(comments)
    .set({ html, rendererVersion })
    .where(and(eq(comments.id, id), eq(comments.words, words)));
}
