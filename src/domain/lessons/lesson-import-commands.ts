import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { addLessonPicture } from '../pictures/lesson-picture-commands.ts';
import type { SeenPicture } from '../pictures/picture-rules.ts';
import { type LessonWish, publishLesson, saveDraft } from './lesson-commands.ts';
import type { LessonEditor } from './lesson-rules.ts';
import type { OutsidePost } from './outside-post-rules.ts';

/** A post with the lesson it becomes. */
export interface ImportedLesson {
  post: OutsidePost;
  wish: LessonWish;
  /** Its pictures, whose files are kept already. */
  pictures: readonly (SeenPicture & { id: string })[];
}

/**
 * Takes posts of another site in, each under its own date, which is never ahead; drafts stay drafts of whoever imports them. What was
 * imported before stays as it is here.
 *
 * @returns how many are new.
 */
export async function importLessons(
  tx: Writer,
  editor: LessonEditor,
  { lessons, siteName }: { lessons: readonly ImportedLesson[]; siteName: string },
  now: Date,
): Promise<number> {
  let added = 0;
  for (const { post, wish, pictures } of lessons) {
    if (await isImported(tx, post.key)) continue;
    const save = post.isDraft ? saveDraft : publishLesson;
    const at = post.publishedAt && post.publishedAt < now ? post.publishedAt : now;
    const saved = await save(tx, editor, wish, at);
    if (saved.kind !== 'saved') throw new Error(`“${post.title}” cannot be saved: ${saved.kind}.`);
    await tx.insert(tx.tables.lessonOrigins).values({
      lessonId: wish.lessonId,
      name: siteName,
      url: post.url,
      key: post.key,
      original: post.original,
      remarks: [...post.remarks],
      importedAt: now,
    });
    for (const picture of pictures) await addLessonPicture(tx, editor, { ...picture, lessonId: wish.lessonId, now });
    added += 1;
  }
  return added;
}

async function isImported(tx: Writer, key: string): Promise<boolean> {
  const { lessonOrigins } = tx.tables;
  const found = await tx.select({ id: lessonOrigins.lessonId }).from(lessonOrigins).where(eq(lessonOrigins.key, key));
  return found.length > 0;
}
