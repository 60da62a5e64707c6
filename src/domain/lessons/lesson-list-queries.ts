import { and, count, desc, eq, inArray, isNull, or, type SQLWrapper, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { blank, keepQuery } from '#db/kept-query.ts';
import type { Viewer } from '../people/viewer.ts';
import { narrowing } from './lesson-filter-queries.ts';
import type { LessonFilter } from './lesson-filter-rules.ts';
import { listAuthors, listTags, listUnitsOf } from './lesson-part-queries.ts';
import {
  hasIn,
  highestFirst,
  isOpenTo,
  isOpenToCircles,
  newestFirst,
  selectByStanding,
  selectPublished,
} from './open-lesson-queries.ts';

export const LESSONS_PER_PAGE = 20;

/** Published lessons this viewer may see in the filter's order, twenty to a page counted from 1. */
export async function listLessons(read: Reader, viewer: Viewer, filter: LessonFilter, page: number) {
  const isNewest = filter.order === 'newest';
  const rows = await (isNewest ? selectPublished(read) : selectByStanding(read))
    .where(and(isOpenTo(read, viewer), ...narrowing(read, filter)))
    .orderBy(...(isNewest ? newestFirst(read) : highestFirst(read)))
    .limit(LESSONS_PER_PAGE)
    .offset((page - 1) * LESSONS_PER_PAGE);
  return withParts(read, viewer, rows);
}

export type LessonCard = Awaited<ReturnType<typeof listLessons>>[number];

/** How many lessons the filter leaves. */
export async function countLessons(read: Reader, viewer: Viewer, filter: LessonFilter): Promise<number> {
  const { lessons, lessonPublications, lessonWithdrawals } = read.tables;
  const [counted] = await read
    .select({ total: count() })
    .from(lessonPublications)
    .innerJoin(lessons, eq(lessons.id, lessonPublications.lessonId))
    .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, lessons.id))
    .where(and(isOpenTo(read, viewer), ...narrowing(read, filter)));
  return counted?.total ?? 0;
}

/**
 * The newest lessons that came from a meetup, are about a channel or belong to a unit: give one of the ids, or none. With
 * the path of its page, the lessons that link to it are among them.
 */
export async function listLessonsAbout(
  read: Reader,
  viewer: Viewer,
  about: { meetupId?: string; channelId?: string; unitId?: string; path?: string },
  most: number,
): Promise<LessonCard[]> {
  const { meetupId, channelId, unitId } = about;
  const newest = meetupId ? newestFromMeetup : channelId ? newestAboutChannel : unitId ? newestOfUnit : newestOfAll;
  return withParts(read, viewer, await newest(read, { path: '', ...about, circles: viewer.circles, most }));
}

/** The drafts somebody entered or is an author of, the last changed first. */
export function listDrafts(read: Reader | Writer, personId: string) {
  const { lessons, lessonPublications, lessonAuthors, lessonSchedules } = read.tables;
  const { id, slug, title, updatedAt } = lessons;
  return read
    .select({ id, slug, title, updatedAt, publishLocal: lessonSchedules.publishLocal })
    .from(lessons)
    .leftJoin(lessonSchedules, eq(lessonSchedules.lessonId, lessons.id))
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

/** The ids of the lessons that a list of the newest is about; none for all of them. */
const keepNewest = (about?: (read: Reader) => SQLWrapper) =>
  keepQuery((read: Reader) =>
    selectPublished(read)
      .where(and(isOpenToCircles(read), about && inArray(read.tables.lessonPublications.lessonId, about(read))))
      .orderBy(...newestFirst(read))
      .limit(sql.placeholder('most')),
  );

const newestOfAll = keepNewest();

const newestFromMeetup = keepNewest((read) => {
  const { id, meetupId } = read.tables.lessons;
  return read
    .select({ id })
    .from(read.tables.lessons)
    .where(eq(meetupId, blank('meetupId', meetupId)))
    .union(thoseThatMention(read));
});

const newestAboutChannel = keepNewest((read) => {
  const { lessonId, channelId } = read.tables.lessonChannels;
  return read
    .select({ id: lessonId })
    .from(read.tables.lessonChannels)
    .where(eq(channelId, blank('channelId', channelId)))
    .union(thoseThatMention(read));
});

const newestOfUnit = keepNewest((read) => {
  const { lessonId, unitId } = read.tables.lessonUnits;
  return read
    .select({ id: lessonId })
    .from(read.tables.lessonUnits)
    .where(eq(unitId, blank('unitId', unitId)));
});

/** The ids of the lessons that link to the page at a path. */
function thoseThatMention(read: Reader) {
  const { lessonId, path } = read.tables.lessonMentions;
  return read
    .select({ id: lessonId })
    .from(read.tables.lessonMentions)
    .where(eq(path, blank('path', path)));
}
