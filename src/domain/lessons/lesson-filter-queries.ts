import { and, asc, count, desc, eq, inArray, or, type SQL } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Viewer } from '../people/viewer.ts';
import type { LessonFilter } from './lesson-filter-rules.ts';
import { hasIn, someOpenLessonIn } from './open-lesson-queries.ts';

/** The conditions of a filter, for a query over `selectPublished`. */
export function narrowing(read: Reader, { tag, unit, worked }: LessonFilter): SQL[] {
  const { lessons, lessonTags, lessonUnits } = read.tables;
  return [
    ...(tag ? [hasIn(read, lessonTags, eq(lessonTags.tag, tag))] : []),
    ...(unit ? [hasIn(read, lessonUnits, inArray(lessonUnits.unitId, unitAndItsUnits(read, unit)))] : []),
    ...(worked ? [eq(lessons.worked, worked)] : []),
  ];
}

/** The units that have a lesson this viewer may see, by name. */
export function listUnitsWithLessons(read: Reader, viewer: Viewer) {
  const { units, lessonUnits } = read.tables;
  return read
    .select({ slug: units.slug, name: units.name })
    .from(units)
    .where(someOpenLessonIn(read, viewer, lessonUnits, eq(lessonUnits.unitId, units.id)))
    .orderBy(asc(units.name));
}

/** Whether this viewer may see a lesson with a tag. */
export async function hasOpenLesson(read: Reader, viewer: Viewer, tag: string): Promise<boolean> {
  const { lessonTags } = read.tables;
  const found = await read
    .selectDistinct({ tag: lessonTags.tag })
    .from(lessonTags)
    .where(and(eq(lessonTags.tag, tag), someOpenLessonIn(read, viewer, lessonTags, eq(lessonTags.tag, tag))));
  return found.length > 0;
}

const MOST_TAGS = 60;

/** The tags used most, as far as this viewer may see a lesson that has them, in alphabetical order. */
export async function listTagsInUse(read: Reader, viewer: Viewer): Promise<string[]> {
  const { lessonTags } = read.tables;
  const used = read
    .select({ name: lessonTags.tag })
    .from(lessonTags)
    .groupBy(lessonTags.tag)
    .orderBy(desc(count()), asc(lessonTags.tag))
    .limit(MOST_TAGS)
    .as('used');
  const seen = await read
    .select({ tag: used.name })
    .from(used)
    .where(someOpenLessonIn(read, viewer, lessonTags, eq(lessonTags.tag, used.name)))
    .orderBy(asc(used.name));
  return seen.map(({ tag }) => tag);
}

function unitAndItsUnits(read: Reader, slug: string) {
  const { units } = read.tables;
  const named = read.select({ id: units.id }).from(units).where(eq(units.slug, slug));
  return read
    .select({ id: units.id })
    .from(units)
    .where(or(eq(units.slug, slug), inArray(units.parentId, named)));
}
