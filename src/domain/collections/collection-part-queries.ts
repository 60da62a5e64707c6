import { and, asc, eq, inArray, isNotNull, or, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { showAuthor } from '../lessons/lesson-author-rules.ts';
import { isOpenTo } from '../lessons/open-lesson-queries.ts';
import type { Viewer } from '../people/viewer.ts';

/** The lessons of a collection in its order, as far as this viewer may see them; of one that was withdrawn the title and why. */
export function listCollectionLessons(read: Reader, viewer: Viewer, collectionId: string) {
  const { lessons, lessonPublications, lessonWithdrawals, lessonStandings, collectionLessons } = read.tables;
  const { slug, title, tryThis, worked, circle, updatedAt } = lessons;
  const { teams, places, worked: workedFor, partly, didNot, triedAt, freshAt } = lessonStandings;
  const isGone = and(isNotNull(lessonWithdrawals.lessonId), inArray(circle, [...viewer.circles]));
  return read
    .select({
      ...{ id: lessons.id, slug, title, tryThis, worked, updatedAt, publishedAt: lessonPublications.publishedAt },
      ...{ line: collectionLessons.line, addedAt: collectionLessons.addedAt },
      tried: { teams, places, worked: workedFor, partly, didNot, triedAt, freshAt },
      withdrawal: { at: lessonWithdrawals.withdrawnAt, reason: lessonWithdrawals.reason },
    })
    .from(collectionLessons)
    .innerJoin(lessons, eq(lessons.id, collectionLessons.lessonId))
    .innerJoin(lessonPublications, eq(lessonPublications.lessonId, lessons.id))
    .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, lessons.id))
    .leftJoin(lessonStandings, eq(lessonStandings.lessonId, lessons.id))
    .where(and(eq(collectionLessons.collectionId, collectionId), or(isOpenTo(read, viewer), isGone)))
    .orderBy(asc(collectionLessons.position), asc(lessons.id));
}

export type CollectionLesson = Awaited<ReturnType<typeof listCollectionLessons>>[number];

/** How many lessons of the collection in the outer query this viewer can read. */
export function countLessonsIn(read: Reader, viewer: Viewer): SQL<number> {
  const { collections, collectionLessons, lessons, lessonPublications, lessonWithdrawals } = read.tables;
  const all = read
    .select({ total: sql`count(*)` })
    .from(collectionLessons)
    .innerJoin(lessons, eq(lessons.id, collectionLessons.lessonId))
    .innerJoin(lessonPublications, eq(lessonPublications.lessonId, lessons.id))
    .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, lessons.id))
    .where(and(eq(collectionLessons.collectionId, collections.id), isOpenTo(read, viewer)));
  return sql<number>`(${all})`.mapWith(Number);
}

/** Who may change a collection, in the order they came; named only to those who may know the name. */
export async function listKeepers(read: Reader, viewer: Viewer, collectionId: string) {
  const { collectionKeepers, people, units, organisations } = read.tables;
  const rows = await read
    .select({ person: personColumns(read), unit: units.name, organisation: organisations.name })
    .from(collectionKeepers)
    .innerJoin(people, eq(people.id, collectionKeepers.personId))
    .leftJoin(units, eq(units.id, people.unitId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(eq(collectionKeepers.collectionId, collectionId))
    .orderBy(asc(collectionKeepers.keepsSince), asc(people.id));
  return rows.map((row) => showAuthor(viewer, { guestName: '', ...row }));
}

/** What deciding whether somebody is named asks of them. */
export function personColumns({ tables: { people } }: Reader) {
  const { id, name, jobTitle, circle, showsName } = people;
  return { id, name, jobTitle, circle, showsName };
}
