import { inArray } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { type LessonWish, saveDraft } from '../lessons/lesson-commands.ts';
import type { LessonEditor } from '../lessons/lesson-rules.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { draftLetter } from './closure-letters.ts';

/** A lesson that begins with the notes of a topic. */
export type TopicLesson = LessonWish & { topicId: string };

/** Makes a draft of a lesson for each topic that has none yet, and tells its authors. */
export async function draftLessons(
  tx: Writer,
  editor: LessonEditor,
  wishes: readonly TopicLesson[],
  stationery: Stationery,
  now: Date,
) {
  const { lessons } = tx.tables;
  const topicIds = wishes.map(({ topicId }) => topicId);
  const made = await tx.select({ topicId: lessons.topicId }).from(lessons).where(inArray(lessons.topicId, topicIds));
  for (const wish of wishes.filter(({ topicId }) => !made.some((lesson) => lesson.topicId === topicId))) {
    const saved = await saveDraft(tx, editor, wish, now);
    if (saved.kind === 'saved') await tellAuthors(tx, wish, saved.slug, stationery, now);
  }
}

async function tellAuthors(
  tx: Writer,
  { authors, words }: TopicLesson,
  slug: string,
  stationery: Stationery,
  now: Date,
) {
  const { people } = tx.tables;
  const ids = authors.flatMap(({ personId }) => personId ?? []);
  const known = await tx.select({ name: people.name, email: people.email }).from(people).where(inArray(people.id, ids));
  const post = known.flatMap(({ name, email }) =>
    email
      ? [{ id: stationery.newId(), letter: draftLetter({ title: words.title, slug }, { name, email }, stationery) }]
      : [],
  );
  await queueLetters(tx, post, stationery, now);
}
