import { and, eq, gt } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { LessonWish } from './lesson-record-commands.ts';
import type { LessonEditor } from './lesson-rules.ts';

/** While a draft saves itself, what one person writes within these minutes is one text. */
const ONE_TEXT_MINUTES = 10;

/** Keeps words that changed as a text of their own. Its number always goes up, so that whoever has an older one is told. */
export async function keepRevision(
  tx: Writer,
  wish: Pick<LessonWish, 'lessonId' | 'words' | 'byItself'>,
  { number, editor }: { number: number; editor: LessonEditor },
  now: Date,
) {
  const { lessonId, words, byItself } = wish;
  const begun = byItself
    ? await takeTyped(tx, { lessonId, number: number - 1, savedById: editor.person.id }, now)
    : null;
  const typedSince = byItself ? (begun ?? now) : null;
  await tx
    .insert(tx.tables.lessonRevisions)
    .values({ lessonId, number, words, savedAt: now, savedById: editor.person.id, typedSince });
}

/** Takes away the newest text if the same person is still typing it; gives when they began. */
async function takeTyped(
  tx: Writer,
  { lessonId, number, savedById }: { lessonId: string; number: number; savedById: string },
  now: Date,
) {
  const { lessonRevisions } = tx.tables;
  const typed = and(
    eq(lessonRevisions.lessonId, lessonId),
    eq(lessonRevisions.number, number),
    eq(lessonRevisions.savedById, savedById),
    gt(lessonRevisions.typedSince, new Date(now.getTime() - ONE_TEXT_MINUTES * 60_000)),
  );
  const [taken] = await tx.delete(lessonRevisions).where(typed).returning();
  return taken?.typedSince ?? null;
}
