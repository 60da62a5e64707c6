import type { ColumnKit } from '../columns.ts';
import type { defineLessons } from './lessons.ts';
import type { definePeople } from './people.ts';

type Neighbours = ReturnType<typeof definePeople> & ReturnType<typeof defineLessons>;

/** Lessons that members put together, in an order, and who did. */
export function defineCollections(
  { table, id, text, count, moment, index, primaryKey }: ColumnKit,
  { people, lessons }: Neighbours,
) {
  const collections = table(
    'collections',
    {
      id: id().primaryKey(),
      slug: text().notNull().unique(),
      title: text().notNull(),
      introduction: text().notNull(),
      circle: text({ enum: ['public', 'partner', 'staff'] }).notNull(),
      startedById: id()
        .notNull()
        .references(() => people.id),
      startedAt: moment().notNull(),
      /** When anything in it was last changed: lists and feeds go by it. */
      updatedAt: moment().notNull(),
    },
    (t) => [index('collections_by_update').on(t.updatedAt, t.id)],
  );

  const collectionId = () =>
    id()
      .notNull()
      .references(() => collections.id);

  const collectionLessons = table(
    'collection_lessons',
    {
      collectionId: collectionId(),
      lessonId: id()
        .notNull()
        .references(() => lessons.id, { onDelete: 'cascade' }),
      position: count().notNull(),
      /** Why it is here, in one line. */
      line: text().notNull(),
      addedAt: moment().notNull(),
    },
    (t) => [primaryKey({ columns: [t.collectionId, t.lessonId] }), index('collections_by_lesson').on(t.lessonId)],
  );

  /** Who may change it. */
  const collectionKeepers = table(
    'collection_keepers',
    {
      collectionId: collectionId(),
      personId: id()
        .notNull()
        .references(() => people.id),
      keepsSince: moment().notNull(),
    },
    (t) => [primaryKey({ columns: [t.collectionId, t.personId] }), index('collections_by_keeper').on(t.personId)],
  );

  const collectionWithdrawals = table('collection_withdrawals', {
    collectionId: collectionId().primaryKey(),
    reason: text().notNull(),
    withdrawnAt: moment().notNull(),
    withdrawnById: id().references(() => people.id),
  });

  /** What was done to it, by whom. */
  const collectionChanges = table(
    'collection_changes',
    {
      id: id().primaryKey(),
      collectionId: collectionId(),
      change: text({
        enum: [
          'started',
          'words',
          'lesson-added',
          'lesson-removed',
          'order',
          'keeper-added',
          'keeper-left',
          'withdrawn',
        ],
      }).notNull(),
      /** The lesson that was added or removed. */
      lessonId: id().references(() => lessons.id, { onDelete: 'cascade' }),
      /** The keeper who came or left. */
      keeperId: id().references(() => people.id),
      changedAt: moment().notNull(),
      changedById: id().references(() => people.id),
    },
    (t) => [index('changes_by_collection').on(t.collectionId, t.changedAt)],
  );

  return { collections, collectionLessons, collectionKeepers, collectionWithdrawals, collectionChanges };
}
