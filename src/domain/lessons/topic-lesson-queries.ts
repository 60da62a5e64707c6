import { and, eq, inArray } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Viewer } from '../people/viewer.ts';
import { isOpenTo, newestFirst, selectPublished } from './open-lesson-queries.ts';

/** The published lessons that began with the notes of a meetup's topics, as far as this viewer may read them. */
export function listTopicLessons(read: Reader, viewer: Viewer, meetupId: string) {
  const { lessons, topics } = read.tables;
  const own = read.select({ id: topics.id }).from(topics).where(eq(topics.meetupId, meetupId));
  return selectPublished(read)
    .where(and(isOpenTo(read, viewer), inArray(lessons.topicId, own)))
    .orderBy(...newestFirst(read));
}
