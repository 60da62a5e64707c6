import type { ColumnKit } from '../columns.ts';
import type { defineChannels } from './channels.ts';
import type { definePeople } from './people.ts';

type Neighbours = ReturnType<typeof definePeople> & ReturnType<typeof defineChannels>;

/** What people found wrong in the record of a channel, and what was decided about each of it. */
export function defineCorrections(
  { table, id, text, moment, index, primaryKey }: ColumnKit,
  { people, channels }: Neighbours,
) {
  const corrections = table(
    'corrections',
    {
      id: id().primaryKey(),
      channelId: id()
        .notNull()
        .references(() => channels.id),
      sentAt: moment().notNull(),
      /** Null for somebody who is not signed in. */
      sentById: id().references(() => people.id),
      /** Where to tell what came of it; null when they gave no address, and once they were told. */
      answerTo: text(),
      /** When the last of it was decided; null while it is open. */
      closedAt: moment(),
    },
    (t) => [index('corrections_by_channel').on(t.channelId), index('corrections_by_end').on(t.closedAt, t.sentAt)],
  );

  const correctionFields = table(
    'correction_fields',
    {
      correctionId: id()
        .notNull()
        .references(() => corrections.id),
      /** A field of the channel, or `words` for what fits none. */
      field: text().notNull(),
      /** What the register said then, as its history keeps it. */
      was: text().notNull(),
      should: text().notNull(),
      decision: text({ enum: ['accepted', 'refused'] }),
      reason: text().notNull().default(''),
      decidedById: id().references(() => people.id),
      decidedAt: moment(),
    },
    (t) => [primaryKey({ columns: [t.correctionId, t.field] })],
  );

  return { corrections, correctionFields };
}
