import type { ColumnKit } from '../columns.ts';
import type { defineChannels } from './channels.ts';
import type { definePeople } from './people.ts';

type Neighbours = ReturnType<typeof definePeople> & ReturnType<typeof defineChannels>;

/** What came of a channel, in words: one row for each day that somebody wrote something. */
export function defineResults(
  { table, id, text, day, moment, primaryKey }: ColumnKit,
  { people, channels }: Neighbours,
) {
  const channelResults = table(
    'channel_results',
    {
      channelId: id()
        .notNull()
        .references(() => channels.id),
      resultOn: day().notNull(),
      /** What changed. */
      words: text().notNull(),
      benefits: text().notNull().default(''),
      circle: text({ enum: ['public', 'partner', 'staff'] }).notNull(),
      addedById: id().references(() => people.id),
      addedAt: moment().notNull(),
    },
    (t) => [primaryKey({ columns: [t.channelId, t.resultOn] })],
  );

  return { channelResults };
}
