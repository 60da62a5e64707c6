import type { ColumnKit } from '../columns.ts';
import type { defineChannels } from './channels.ts';
import type { definePeople } from './people.ts';

type Neighbours = ReturnType<typeof definePeople> & ReturnType<typeof defineChannels>;

/** Who was asked whether a channel is still right, and what they answered. */
export function defineReviews(
  { table, id, text, moment, day, index, unique }: ColumnKit,
  { people, channels }: Neighbours,
) {
  const reviewAsks = table(
    'review_asks',
    {
      /** SHA-256 of the token in the letter. */
      id: id().primaryKey(),
      channelId: id()
        .notNull()
        .references(() => channels.id),
      /** How far it has climbed. */
      step: text({ enum: ['owner', 'deputy', 'lead'] }).notNull(),
      /** Who got the letter. */
      personId: id()
        .notNull()
        .references(() => people.id),
      /** Who is away, where they stand in for somebody. */
      forId: id().references(() => people.id),
      askedOn: day().notNull(),
      expiresAt: moment().notNull(),
      answer: text({ enum: ['still-right', 'not-mine'] }),
      answeredAt: moment(),
    },
    (t) => [
      unique('asked_once_a_day').on(t.channelId, t.personId, t.askedOn),
      index('asks_by_person').on(t.personId, t.answeredAt),
      index('asks_by_day').on(t.askedOn),
    ],
  );

  return { reviewAsks };
}
