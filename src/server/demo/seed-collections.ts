import { eq } from 'drizzle-orm';
import { type Pen, startCollection } from '#domain/collections/collection-commands.ts';
import { addKeeper } from '#domain/collections/collection-keeper-commands.ts';
import { addLesson } from '#domain/collections/collection-lesson-commands.ts';
import { daysBefore } from './demo-calendar.ts';
import { type DemoCollection, demoCollections } from './demo-collections.ts';
import { type DemoRoom, editorOf, expectKind, named } from './demo-room.ts';

/** What members have put together. */
export async function seedCollections(room: DemoRoom) {
  for (const collection of demoCollections) await seedCollection(room, collection);
}

async function seedCollection(room: DemoRoom, { title, introduction, circle, ...collection }: DemoCollection) {
  const { tx, now, chance, people } = room;
  const [keeper, ...others] = collection.keepers.map((key) => named(people, key));
  const penOn = (days: number): Pen => ({ keeper: editorOf(keeper!), newId: chance.newId, now: daysBefore(now, days) });
  const collectionId = chance.newId();
  const words = { title, introduction, circle };
  expectKind('saved', await startCollection(tx, penOn(collection.daysAgo), collectionId, words));
  for (const { email } of others)
    expectKind('saved', await addKeeper(tx, penOn(collection.daysAgo - 1), { collectionId, email }));
  for (const [at, lesson] of collection.lessons.entries()) {
    const wish = { collectionId, lessonId: await findLessonId(room, lesson.title), line: lesson.line };
    expectKind('saved', await addLesson(tx, penOn(collection.daysAgo - 2 - at), wish));
  }
}

async function findLessonId({ tx }: DemoRoom, title: string): Promise<string> {
  const { lessons } = tx.tables;
  const [lesson] = await tx.select({ id: lessons.id }).from(lessons).where(eq(lessons.title, title));
  if (!lesson) throw new Error(`The demo has no lesson “${title}”.`);
  return lesson.id;
}
