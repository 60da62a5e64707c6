import { and, count, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { isNamedTo } from '../people/people-rules.ts';
import type { Viewer } from '../people/viewer.ts';
import type { Schedule } from './schedule-rules.ts';

/** When a draft is to be published and who said so; undefined when nobody did. For whoever may edit it. */
export async function findSchedule(read: Reader, viewer: Viewer, lessonId: string): Promise<Schedule | undefined> {
  const { lessonSchedules, people } = read.tables;
  const [found] = await read
    .select({
      publishLocal: lessonSchedules.publishLocal,
      zone: lessonSchedules.zone,
      by: { id: people.id, name: people.name, circle: people.circle, showsName: people.showsName },
    })
    .from(lessonSchedules)
    .innerJoin(people, eq(people.id, lessonSchedules.plannedById))
    .where(eq(lessonSchedules.lessonId, lessonId));
  return found && { ...found, by: isNamedTo(viewer, found.by) ? found.by.name : null };
}

/** The plan of a draft with what publishing it needs to know. */
export async function findPlanned(tx: Writer, lessonId: string) {
  const { lessonSchedules, lessonPublications, lessons, people } = tx.tables;
  const [found] = await tx
    .select({
      publishAt: lessonSchedules.publishAt,
      publishedAt: lessonPublications.publishedAt,
      title: lessons.title,
      slug: lessons.slug,
      personId: people.id,
      circle: people.circle,
    })
    .from(lessonSchedules)
    .innerJoin(lessons, eq(lessons.id, lessonSchedules.lessonId))
    .innerJoin(people, eq(people.id, lessonSchedules.plannedById))
    .leftJoin(lessonPublications, eq(lessonPublications.lessonId, lessonSchedules.lessonId))
    .where(eq(lessonSchedules.lessonId, lessonId));
  if (!found) return undefined;
  const { personId, circle, ...planned } = found;
  return { ...planned, by: { circle, person: { id: personId } } };
}

/** Whether a draft has everything that a published lesson needs. */
export async function isFinished(read: Reader | Writer, lessonId: string): Promise<boolean> {
  const { lessons, lessonAuthors } = read.tables;
  const [found] = await read
    .select({ happened: lessons.happened, nextTime: lessons.nextTime, authors: count(lessonAuthors.position) })
    .from(lessons)
    .leftJoin(lessonAuthors, eq(lessonAuthors.lessonId, lessons.id))
    .where(eq(lessons.id, lessonId))
    .groupBy(lessons.id);
  return found !== undefined && found.happened !== '' && found.nextTime !== '' && found.authors > 0;
}

/** The authors who read mail here. */
export async function listAuthorsToTell(read: Reader | Writer, lessonId: string) {
  const { lessonAuthors, people } = read.tables;
  const rows = await read
    .select({ id: people.id, name: people.name, email: people.email })
    .from(lessonAuthors)
    .innerJoin(people, eq(people.id, lessonAuthors.personId))
    .where(and(eq(lessonAuthors.lessonId, lessonId), isNotNull(people.email), isNull(people.leftAt)));
  return rows.flatMap(({ email, ...person }) => (email === null ? [] : [{ ...person, email }]));
}
