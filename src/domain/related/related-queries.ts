import { and, desc, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { blank, keepQuery } from '#db/kept-query.ts';
import { isOpenToCircles, newestFirst } from '../lessons/open-lesson-queries.ts';
import type { Viewer } from '../people/viewer.ts';
import type { Near, Nearness } from './near-rules.ts';

/** Of each kind: more than anybody reads is no help. */
const MOST_RELATED = 4;
const MOST_MENTIONS = 8;
const MOST_COLLECTIONS = 8;

/** What stands near a lesson, as far as this viewer may see it: one query for the page that everybody opens. */
export async function listNear(read: Reader, viewer: Viewer, lesson: { id: string; slug: string }): Promise<Near[]> {
  const { circles } = viewer;
  return nearOf(read, { lessonId: lesson.id, path: `/lessons/${lesson.slug}`, circles });
}

const nearOf = keepQuery((read: Reader) =>
  read
    .select()
    .from(relatedTo(read))
    .unionAll(read.select().from(mentionsOf(read)))
    .unionAll(read.select().from(collectionsWith(read))),
);

function relatedTo(read: Reader) {
  const { relatedLessons, lessons } = read.tables;
  return selectNear(read, 'related')
    .innerJoin(relatedLessons, eq(relatedLessons.otherId, lessons.id))
    .where(and(eq(relatedLessons.lessonId, blank('lessonId', relatedLessons.lessonId)), isOpenToCircles(read)))
    .orderBy(desc(relatedLessons.likeness), desc(relatedLessons.otherId))
    .limit(MOST_RELATED)
    .as('related');
}

function mentionsOf(read: Reader) {
  const { lessonMentions, lessons } = read.tables;
  return selectNear(read, 'mention')
    .innerJoin(lessonMentions, eq(lessonMentions.lessonId, lessons.id))
    .where(
      and(
        eq(lessonMentions.path, blank('path', lessonMentions.path)),
        ne(lessons.id, blank('lessonId', lessons.id)),
        isOpenToCircles(read),
      ),
    )
    .orderBy(...newestFirst(read))
    .limit(MOST_MENTIONS)
    .as('mentions');
}

function selectNear(read: Reader, nearness: Nearness) {
  const { lessons, lessonPublications, lessonWithdrawals } = read.tables;
  return read
    .select({
      nearness: sql<Nearness>`${sql.raw(`'${nearness}'`)}`.as('nearness'),
      slug: lessons.slug,
      title: lessons.title,
      line: lessons.tryThis,
    })
    .from(lessons)
    .innerJoin(lessonPublications, eq(lessonPublications.lessonId, lessons.id))
    .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, lessons.id));
}

function collectionsWith(read: Reader) {
  const { collections, collectionLessons, collectionWithdrawals } = read.tables;
  return read
    .select({
      nearness: sql<Nearness>`'collection'`.as('nearness'),
      slug: collections.slug,
      title: collections.title,
      line: collectionLessons.line,
    })
    .from(collectionLessons)
    .innerJoin(collections, eq(collections.id, collectionLessons.collectionId))
    .leftJoin(collectionWithdrawals, eq(collectionWithdrawals.collectionId, collections.id))
    .where(
      and(
        eq(collectionLessons.lessonId, blank('lessonId', collectionLessons.lessonId)),
        read.isAmong(collections.circle, 'circles'),
        isNull(collectionWithdrawals.collectionId),
      ),
    )
    .orderBy(desc(collections.updatedAt), desc(collections.id))
    .limit(MOST_COLLECTIONS)
    .as('in_collections');
}
