import { and, count, desc, eq, inArray, isNull, or, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Viewer } from '../people/viewer.ts';
import { narrowing } from './lesson-filter-queries.ts';
import type { LessonFilter } from './lesson-filter-rules.ts';
import { listAuthors, listTags, listUnitsOf } from './lesson-part-queries.ts';
import { hasIn, isOpenTo, newestFirst, selectPublished } from './open-lesson-queries.ts';

export const LESSONS_PER_PAGE = 20;

/** Published lessons this viewer may see, newest first, twenty to a page counted from 1, and how many there are in all. */
export async function listLessons(read: Reader, viewer: Viewer, filter: LessonFilter, page: number) {
  const wanted = and(isOpenTo(read, viewer), ...narrowing(read, filter));
  const [rows, total] = await Promise.all([
    selectPublished(read)
      .where(wanted)
      .orderBy(...newestFirst(read))
      .limit(LESSONS_PER_PAGE)
      .offset((page - 1) * LESSONS_PER_PAGE),
    countLessons(read, wanted),
  ]);
  return { lessons: await withParts(read, viewer, rows), total };
}

export type LessonCard = Awaited<ReturnType<typeof listLessons>>['lessons'][number];

/** The newest lessons that came from a meetup, are about a channel or belong to a unit: give one of the ids, or none. */
export async function listLessonsAbout(
  read: Reader,
  viewer: Viewer,
  about: { meetupId?: string; channelId?: string; unitId?: string },
  most: number,
): Promise<LessonCard[]> {
  const { lessons, lessonPublications, lessonChannels, lessonUnits } = read.tables;
  const { meetupId, channelId, unitId } = about;
  const from = (ids: SQLWrapper) => inArray(lessonPublications.lessonId, ids);
  const idsIn = (around: typeof lessonChannels | typeof lessonUnits, which: SQL) =>
    read.select({ id: around.lessonId }).from(around).where(which);
  const rows = await selectPublished(read)
    .where(
      and(
        isOpenTo(read, viewer),
        meetupId
          ? from(read.select({ id: lessons.id }).from(lessons).where(eq(lessons.meetupId, meetupId)))
          : undefined,
        channelId ? from(idsIn(lessonChannels, eq(lessonChannels.channelId, channelId))) : undefined,
        unitId ? from(idsIn(lessonUnits, eq(lessonUnits.unitId, unitId))) : undefined,
      ),
    )
    .orderBy(...newestFirst(read))
    .limit(most);
  return withParts(read, viewer, rows);
}

/** The drafts somebody entered or is an author of, the last changed first. */
export function listDrafts(read: Reader, personId: string) {
  const { lessons, lessonPublications, lessonAuthors } = read.tables;
  return read
    .select({ id: lessons.id, slug: lessons.slug, title: lessons.title, updatedAt: lessons.updatedAt })
    .from(lessons)
    .leftJoin(lessonPublications, eq(lessonPublications.lessonId, lessons.id))
    .where(
      and(
        isNull(lessonPublications.lessonId),
        or(eq(lessons.createdById, personId), hasIn(read, lessonAuthors, eq(lessonAuthors.personId, personId))),
      ),
    )
    .orderBy(desc(lessons.updatedAt), desc(lessons.id));
}

/** Adds authors, units and tags: one query each, however many lessons. */
export async function withParts<Row extends { id: string }>(read: Reader, viewer: Viewer, rows: readonly Row[]) {
  const ids = rows.map(({ id }) => id);
  const [authors, units, tags] = await Promise.all([
    listAuthors(read, viewer, ids),
    listUnitsOf(read, ids),
    listTags(read, ids),
  ]);
  return rows.map((row) => ({
    ...row,
    authors: authors.filter(({ lessonId }) => lessonId === row.id),
    units: units.filter(({ lessonId }) => lessonId === row.id),
    tags: tags.filter(({ lessonId }) => lessonId === row.id).map(({ tag }) => tag),
  }));
}

async function countLessons(read: Reader, wanted: SQL | undefined): Promise<number> {
  const { lessons, lessonPublications, lessonWithdrawals } = read.tables;
  const [counted] = await read
    .select({ total: count() })
    .from(lessonPublications)
    .innerJoin(lessons, eq(lessons.id, lessonPublications.lessonId))
    .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, lessons.id))
    .where(wanted);
  return counted?.total ?? 0;
}
