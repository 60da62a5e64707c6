import { and, eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { LessonHtml } from './lesson-rules.ts';

/** Keeps newly rendered HTML beside words that have not changed since they were read; `updatedAt` tells. */
export async function keepHtml(
  tx: Writer,
  { id, updatedAt, html, rendererVersion }: { id: string; updatedAt: Date; html: LessonHtml; rendererVersion: number },
) {
  const { lessons } = tx.tables;
  await tx
    .update(lessons)
    .set({
      wantedHtml: html.wanted,
      happenedHtml: html.happened,
      whyHtml: html.why,
      nextTimeHtml: html.nextTime,
      rendererVersion,
    })
    .where(and(eq(lessons.id, id), eq(lessons.updatedAt, updatedAt)));
}
