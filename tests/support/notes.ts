import { asc, eq } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { TypedNote } from '#domain/notes/note-commands.ts';
import type { Box } from '#domain/notes/note-rules.ts';

/** The topics of a meetup in running order. */
export const topicsOf = (read: Reader, meetupId: string) => {
  const { topics } = read.tables;
  return read.select().from(topics).where(eq(topics.meetupId, meetupId)).orderBy(asc(topics.position));
};

/** A box as somebody leaves who found `before` in it at a version. */
export const typed = (topicId: string, box: Box, words: string, version = 0, before = ''): TypedNote => ({
  key: `${topicId}/${box}`,
  ...{ words, version, before },
});
