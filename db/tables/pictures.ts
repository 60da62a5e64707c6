import type { ColumnKit } from '../columns.ts';
import type { definePeople } from './people.ts';

/** What each picture shows, whose it is and who may see it. The pictures themselves are files: see `server/pictures/`. */
export function definePictures(
  { table, id, text, count, moment, index }: ColumnKit,
  { people }: ReturnType<typeof definePeople>,
) {
  const pictures = table(
    'pictures',
    {
      id: id().primaryKey(),
      /** SHA-256 of the file that was sent, in hex: what its files are called. Two rows may share them. */
      hash: text().notNull(),
      /** Of the widest file, in pixels. */
      width: count().notNull(),
      height: count().notNull(),
      /** What it shows, for those who do not see it. */
      alt: text().notNull(),
      credit: text().notNull().default(''),
      licence: text().notNull().default(''),
      /** Who of those in it agreed, and how. Never shown. */
      consent: text().notNull().default(''),
      /** `readers`: whoever may read the lesson that it belongs to. */
      seenBy: text({ enum: ['public', 'partner', 'staff', 'keepers', 'readers'] }).notNull(),
      /** The kind of record it belongs to, and which. */
      subjectKind: text({ enum: ['lesson', 'look-alike'] }).notNull(),
      subjectId: id().notNull(),
      addedById: id().references(() => people.id),
      addedAt: moment().notNull(),
    },
    (t) => [index('pictures_by_hash').on(t.hash), index('pictures_by_subject').on(t.subjectKind, t.subjectId)],
  );

  return { pictures };
}
