import { and, eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { LessonOrigin } from './lesson-rules.ts';

/** Credits where a lesson was first told, or takes a credit back. What came with an import stays. */
export async function saveOrigin(tx: Writer, lessonId: string, origin: LessonOrigin | null) {
  const { lessonOrigins } = tx.tables;
  if (!origin)
    return tx.delete(lessonOrigins).where(and(eq(lessonOrigins.lessonId, lessonId), eq(lessonOrigins.original, '')));
  return tx
    .insert(lessonOrigins)
    .values({ lessonId, ...origin, remarks: [] })
    .onConflictDoUpdate({ target: lessonOrigins.lessonId, set: origin });
}
