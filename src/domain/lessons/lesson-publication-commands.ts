import { asc, eq, sql } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { reckonRelated } from '../related/related-commands.ts';
import { saveEntry } from '../search/search-commands.ts';
import { plainText } from '../text/plain-text-rules.ts';
import { refreshStanding } from '../try-outs/standing-commands.ts';
import { planTelling } from '../webmentions/telling-commands.ts';

/** Opens a saved lesson to its circle: from now on it is read, listed and found. Doing it twice opens it once. */
export async function openLesson(
  tx: Writer,
  publication: { lessonId: string; publishedById: string | null },
  now: Date,
) {
  await tx
    .insert(tx.tables.lessonPublications)
    .values({ ...publication, publishedAt: now })
    .onConflictDoNothing();
  await numberLesson(tx, publication.lessonId);
  await refreshStanding(tx, publication.lessonId);
  await keepFindable(tx, publication.lessonId, now);
}

/** The next number for its short address: it keeps the one it has. */
async function numberLesson(tx: Writer, lessonId: string) {
  const { lessonNumbers } = tx.tables;
  const number = sql`(select coalesce(max(${lessonNumbers.number}), 0) + 1 from ${lessonNumbers})`;
  await tx.insert(lessonNumbers).values({ lessonId, number }).onConflictDoNothing();
}

/** What search knows of an open lesson, which lessons it is like and whom it speaks of, from the lesson as it is saved. */
export async function keepFindable(tx: Writer, lessonId: string, now: Date) {
  await keepEntry(tx, lessonId);
  await reckonRelated(tx, lessonId, now);
  await planTelling(tx, lessonId, now);
}

async function keepEntry(tx: Writer, lessonId: string) {
  const { lessons, lessonTags } = tx.tables;
  const [lesson] = await tx.select().from(lessons).where(eq(lessons.id, lessonId));
  if (!lesson) return;
  const tags = await tx.select().from(lessonTags).where(eq(lessonTags.lessonId, lessonId)).orderBy(asc(lessonTags.tag));
  const { circle, slug, title, tryThis, wantedHtml, happenedHtml, whyHtml, nextTimeHtml } = lesson;
  const texts = [wantedHtml, happenedHtml, whyHtml, nextTimeHtml].map(plainText);
  const body = [tryThis, ...texts, ...tags.map(({ tag }) => tag)].filter(Boolean).join(' ');
  await saveEntry(tx, { kind: 'lesson', subjectId: lessonId, circle, path: `/lessons/${slug}`, title, body });
}
