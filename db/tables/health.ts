import type { ColumnKit } from '../columns.ts';
import type { defineChannels } from './channels.ts';

/** How the register is doing: nightly figures, and what became of links that were asked for. */
export function defineHealth(
  { table, id, text, count, moment, day, index, primaryKey }: ColumnKit,
  { channels }: ReturnType<typeof defineChannels>,
) {
  /** One row a night for the whole register (`site`) and one for each unit at the top. */
  const channelFigures = table(
    'channel_figures',
    {
      scopeId: id().notNull(),
      day: day().notNull(),
      running: count().notNull(),
      overdue: count().notNull(),
      withoutOwner: count().notNull(),
      withoutDeputy: count().notNull(),
      /** Only one of owner and deputy is there and still works here. */
      onOnePerson: count().notNull(),
      /** Owner or deputy has left. */
      leftBehind: count().notNull(),
      takenAt: moment().notNull(),
    },
    (t) => [primaryKey({ columns: [t.scopeId, t.day] })],
  );

  const linkChecks = table(
    'link_checks',
    {
      channelId: id()
        .primaryKey()
        .references(() => channels.id),
      /** The address that was asked for. */
      url: text().notNull(),
      askedAt: moment().notNull(),
      /** Null while nothing has come back. */
      outcome: text({ enum: ['there', 'gone', 'elsewhere', 'not-reached', 'cannot-tell'] }),
      /** Why, in words; for `elsewhere` the address it leads to. */
      detail: text().notNull().default(''),
      /** Since when every answer has been this one. */
      since: moment(),
    },
    (t) => [index('link_checks_by_time').on(t.askedAt), index('link_checks_by_outcome').on(t.outcome)],
  );

  return { channelFigures, linkChecks };
}
