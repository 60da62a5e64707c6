import type { ColumnKit } from '../columns.ts';
import type { defineChannels } from './channels.ts';
import type { definePeople } from './people.ts';

type Neighbours = ReturnType<typeof definePeople> & ReturnType<typeof defineChannels>;

/** What somebody wants a new channel to be, as its form holds it. */
export interface OpeningWish {
  /** "so that … can …": who, and what they can do because of it. */
  who: string;
  canDo: string;
  audience: string;
  unitId: string;
  name: string;
  link: string;
  platformKey: string;
  deputyId: string | null;
  whyNew: string;
  whoPosts: string;
  eveningsAndWeekends: string;
  examples: string;
  risks: string;
  managerName: string;
  managerAgreedOn: string | null;
}

/** Requests about channels, and everything that happened to each. */
export function defineRequests({ table, id, text, moment, json, index }: ColumnKit, { people, channels }: Neighbours) {
  const channelRequests = table(
    'channel_requests',
    {
      id: id().primaryKey(),
      kind: text({ enum: ['open', 'take-over', 'claim', 'pause', 'resume', 'close'] }).notNull(),
      /** The channel it is about; for a new one, the channel that was made when keepers agreed. */
      channelId: id().references(() => channels.id),
      askedById: id()
        .notNull()
        .references(() => people.id),
      /** Only for a new channel. */
      opening: json<OpeningWish>(),
      /** Why, in the asker's words. */
      reason: text().notNull(),
      begunAt: moment().notNull(),
      /** Null while it is a draft. */
      askedAt: moment(),
      /** When keepers agreed or refused, or its asker took it back: the first of these wins. */
      settledAt: moment(),
    },
    (t) => [
      index('requests_by_asker').on(t.askedById, t.begunAt),
      index('requests_by_channel').on(t.channelId),
      index('requests_waiting').on(t.settledAt, t.askedAt),
    ],
  );

  const channelRequestEvents = table(
    'channel_request_events',
    {
      id: id().primaryKey(),
      requestId: id()
        .notNull()
        .references(() => channelRequests.id, { onDelete: 'cascade' }),
      kind: text({
        enum: [
          ...(['asked', 'asked-back', 'answered', 'agreed', 'refused', 'taken-back', 'opened'] as const),
          ...(['neighbour-asked', 'introduced'] as const),
        ],
      }).notNull(),
      /** What they wrote; for a neighbour its name. */
      words: text().notNull(),
      byId: id().references(() => people.id),
      at: moment().notNull(),
    },
    (t) => [index('request_events_by_request').on(t.requestId, t.at)],
  );

  return { channelRequests, channelRequestEvents };
}
