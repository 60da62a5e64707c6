import type { ColumnKit } from '../columns.ts';
import type { defineChannels } from './channels.ts';
import type { definePeople } from './people.ts';

type Neighbours = ReturnType<typeof definePeople> & ReturnType<typeof defineChannels>;

/** Accounts that pretend to be us, and what was done about each. */
export function defineLookAlikes({ table, id, text, moment, index }: ColumnKit, { people, channels }: Neighbours) {
  const lookAlikes = table(
    'look_alikes',
    {
      id: id().primaryKey(),
      /** As it was pasted: never shown as a link. */
      link: text().notNull(),
      /** The canonical link, where its platform is known: what verify compares. */
      linkKey: text(),
      imitatesId: id().references(() => channels.id),
      /** What it does, in the reporter's words. */
      words: text().notNull(),
      /** Where to write what became of it; null for somebody who left no address. */
      answerTo: text(),
      reportedById: id().references(() => people.id),
      reportedAt: moment().notNull(),
      /** Since when verify warns of it: keepers looked, and it is one. */
      confirmedAt: moment(),
      /** Since when there is nothing left to do. */
      endedAt: moment(),
    },
    (t) => [index('look_alikes_by_link').on(t.linkKey), index('look_alikes_by_end').on(t.endedAt, t.reportedAt)],
  );

  const lookAlikeSteps = table(
    'look_alike_steps',
    {
      id: id().primaryKey(),
      lookAlikeId: id()
        .notNull()
        .references(() => lookAlikes.id),
      kind: text({ enum: ['confirmed', 'reported-there', 'gone', 'ours-after-all', 'none'] }).notNull(),
      words: text().notNull(),
      byId: id().references(() => people.id),
      at: moment().notNull(),
    },
    (t) => [index('look_alike_steps_by_report').on(t.lookAlikeId, t.at)],
  );

  return { lookAlikes, lookAlikeSteps };
}
