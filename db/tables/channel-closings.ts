import type { ColumnKit } from '../columns.ts';
import type { defineChannels } from './channels.ts';
import type { definePeople } from './people.ts';

type Neighbours = ReturnType<typeof definePeople> & ReturnType<typeof defineChannels>;

/** How a channel is going to end, and which steps of that are done. */
export function defineChannelClosings(
  { table, id, text, day, moment, primaryKey }: ColumnKit,
  { people, channels }: Neighbours,
) {
  const closingPlans = table('closing_plans', {
    channelId: id()
      .primaryKey()
      .references(() => channels.id),
    closesOn: day().notNull(),
    why: text({
      enum: ['merged', 'no-owner', 'no-audience', 'platform-gone', 'campaign-over', 'lost-access', 'other'],
    }).notNull(),
    goInsteadId: id().references(() => channels.id),
    handleFate: text({ enum: ['kept-parked', 'deleted', 'released', 'unknown'] }).notNull(),
    /** What is posted until then, and what stays pinned at the end. */
    lastPosts: text().notNull(),
    pinnedWords: text().notNull(),
    plannedById: id().references(() => people.id),
    plannedAt: moment().notNull(),
  });

  const closingSteps = table(
    'closing_steps',
    {
      channelId: id()
        .notNull()
        .references(() => closingPlans.channelId, { onDelete: 'cascade' }),
      step: text({ enum: ['last-posts', 'pinned', 'handle', 'access'] }).notNull(),
      doneById: id().references(() => people.id),
      doneAt: moment().notNull(),
    },
    (t) => [primaryKey({ columns: [t.channelId, t.step] })],
  );

  return { closingPlans, closingSteps };
}
