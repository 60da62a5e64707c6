import { and, eq } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { blank, keepQuery } from '#db/kept-query.ts';
import type { Viewer } from '../people/viewer.ts';
import { listAuthors, listChannelsOf, listTags, listUnitsOf } from './lesson-part-queries.ts';
import { mayEdit } from './lesson-rules.ts';

/**
 * A lesson with everything around it, as this viewer may see it: draft, published or withdrawn. Undefined when there is
 * none, when its circle is not the viewer's, or when it is somebody else's draft.
 */
export async function findLesson(read: Reader, viewer: Viewer, slug: string) {
  const lesson = await findRow(read, viewer, slug);
  if (!lesson) return undefined;
  const ids = [lesson.id];
  const [authors, units, tags, channels] = await Promise.all([
    listAuthors(read, viewer, ids),
    listUnitsOf(read, ids),
    listTags(read, ids),
    listChannelsOf(read, viewer, lesson.id),
  ]);
  const authorIds = authors.flatMap(({ personId }) => personId ?? []);
  const isEditable = mayEdit(viewer, { createdById: lesson.createdById, authorIds });
  const isOpen = lesson.publishedAt !== null && viewer.circles.includes(lesson.circle);
  return isOpen || isEditable
    ? { ...lesson, authors, units, tags: tags.map(({ tag }) => tag), channels, isEditable }
    : undefined;
}

async function findRow(read: Reader, viewer: Viewer, slug: string) {
  const [lesson] = await lessonBySlug(read, { slug, circles: viewer.circles });
  return (
    lesson && {
      ...lesson.lesson,
      publishedAt: lesson.publishedAt,
      withdrawal: lesson.withdrawal,
      meetup: lesson.meetup,
      topic: lesson.meetup && lesson.topic,
      origin: lesson.origin,
    }
  );
}

const lessonBySlug = keepQuery((read: Reader) => {
  const { lessons, lessonPublications, lessonWithdrawals, lessonOrigins, meetups, topics } = read.tables;
  return read
    .select({
      lesson: lessons,
      publishedAt: lessonPublications.publishedAt,
      withdrawal: { at: lessonWithdrawals.withdrawnAt, reason: lessonWithdrawals.reason },
      origin: { name: lessonOrigins.name, url: lessonOrigins.url, importedAt: lessonOrigins.importedAt },
      topic: { title: topics.title, position: topics.position },
      meetup: { id: meetups.id, slug: meetups.slug, title: meetups.title, startsLocal: meetups.startsLocal },
    })
    .from(lessons)
    .leftJoin(lessonPublications, eq(lessonPublications.lessonId, lessons.id))
    .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, lessons.id))
    .leftJoin(lessonOrigins, eq(lessonOrigins.lessonId, lessons.id))
    .leftJoin(meetups, and(eq(meetups.id, lessons.meetupId), read.isAmong(meetups.circle, 'circles')))
    .leftJoin(topics, and(eq(topics.id, lessons.topicId), eq(topics.meetupId, meetups.id)))
    .where(eq(lessons.slug, blank('slug', lessons.slug)));
});
