import type { ColumnKit } from '../columns.ts';
import type { defineChannels } from './channels.ts';

/** What lists that others keep have said of our channels. */
export function defineChannelSources(
  { table, id, text, moment, json, index, primaryKey }: ColumnKit,
  { channels }: Pick<ReturnType<typeof defineChannels>, 'channels'>,
) {
  const channelSources = table(
    'channel_sources',
    {
      /** The list, such as `us-digital-registry`. */
      source: text().notNull(),
      /** What finds a line of it again: see `sourceKeyOf`. */
      key: text().notNull(),
      channelId: id()
        .notNull()
        .references(() => channels.id),
      /** What the list said of it last, as the history would say it: whatever differs here was changed by somebody. */
      said: json<Record<string, string>>().notNull(),
      saidAt: moment().notNull(),
    },
    (t) => [primaryKey({ columns: [t.source, t.key] }), index('sources_by_channel').on(t.channelId)],
  );
  return { channelSources };
}
