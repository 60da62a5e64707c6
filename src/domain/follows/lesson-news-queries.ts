import { and, desc, eq, gt, isNull, type SQL } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { isOpenTo, newestFirst } from '../lessons/open-lesson-queries.ts';
import { viewerIn } from '../people/viewer.ts';
import { RESULT_WORDS } from '../try-outs/standing-rules.ts';
import { listAboutLessons } from './lesson-about-queries.ts';
import { circlesThatSee, type News } from './news-rules.ts';

const MOST = 300;

/** The lessons published since a moment, but for those that were taken over from elsewhere. */
export async function listLessonNews(read: Reader, since: Date): Promise<News[]> {
  const { lessons, lessonPublications, lessonWithdrawals, lessonOrigins } = read.tables;
  const { id, slug, title, circle, tryThis } = lessons;
  const rows = await read
    .select({ id, slug, title, circle, tryThis, at: lessonPublications.publishedAt })
    .from(lessonPublications)
    .crossJoin(lessons)
    .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, lessons.id))
    .leftJoin(lessonOrigins, eq(lessonOrigins.lessonId, lessons.id))
    .where(and(isOpen(read), gt(lessonPublications.publishedAt, since), isNull(lessonOrigins.importedAt)))
    .orderBy(...newestFirst(read))
    .limit(MOST);
  const around = await listAboutLessons(
    read,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, slug, title, circle, tryThis, at }) => ({
    ...{ kind: 'lesson', subjectId: id, at, seenBy: circlesThatSee(circle), ...around(id) },
    ...{ words: `A new lesson: “${title}”`, detail: tryThis, path: `/lessons/${slug}` },
  }));
}

/** How lessons went elsewhere, as somebody said since a moment: the words, never the name. Their authors have a letter of their own. */
export async function listResultNews(read: Reader, since: Date): Promise<News[]> {
  const { lessons, lessonPublications, lessonWithdrawals, tryOuts, tryOutResults } = read.tables;
  const { id, slug, title, circle } = lessons;
  const { result, difference, answeredAt } = tryOutResults;
  const rows = await read
    .select({
      lesson: { id, slug, title, circle },
      id: tryOuts.id,
      byId: tryOuts.personId,
      result,
      difference,
      answeredAt,
    })
    .from(tryOutResults)
    .innerJoin(tryOuts, eq(tryOuts.id, tryOutResults.tryOutId))
    .innerJoin(lessons, eq(lessons.id, tryOuts.lessonId))
    .innerJoin(lessonPublications, eq(lessonPublications.lessonId, lessons.id))
    .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, lessons.id))
    .where(and(isOpen(read), gt(answeredAt, since)))
    .orderBy(desc(answeredAt))
    .limit(MOST);
  const around = await listAboutLessons(
    read,
    rows.map(({ lesson }) => lesson.id),
  );
  return rows.map(({ lesson, id, byId, result, difference, answeredAt }) => ({
    ...{ kind: 'result', subjectId: id, at: answeredAt, seenBy: circlesThatSee(lesson.circle) },
    ...{ about: around(lesson.id).about, byIds: [byId, ...around(lesson.id).byIds], detail: difference },
    ...{
      words: `Somebody tried “${lesson.title}”: ${RESULT_WORDS[result].toLowerCase()}`,
      path: `/lessons/${lesson.slug}#tried`,
    },
  }));
}

/** Open to the innermost circle: each follower's own is asked for when they are told. */
const isOpen = (read: Reader): SQL | undefined => isOpenTo(read, viewerIn('staff'));
