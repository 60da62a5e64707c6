import type { ColumnKit } from '../columns.ts';
import type { defineChannels } from './channels.ts';
import type { definePeople } from './people.ts';
import type { defineSeries } from './series.ts';

type Neighbours = ReturnType<typeof definePeople> & ReturnType<typeof defineSeries> & ReturnType<typeof defineChannels>;

/** Channels that pass from one person to another, and who stands in for somebody who is away. */
export function defineHandOvers(
  { table, id, text, moment, index, primaryKey }: ColumnKit,
  { people, absences, channels }: Neighbours,
) {
  const handOvers = table(
    'hand_overs',
    {
      id: id().primaryKey(),
      channelId: id()
        .notNull()
        .references(() => channels.id),
      role: text({ enum: ['owner', 'deputy'] }).notNull(),
      /** Who has the role now; null when nobody does. */
      fromId: id().references(() => people.id),
      toId: id()
        .notNull()
        .references(() => people.id),
      startedById: id().references(() => people.id),
      startedAt: moment().notNull(),
      acceptedAt: moment(),
      end: text({ enum: ['done', 'declined', 'called-off'] }),
      endedById: id().references(() => people.id),
      endedAt: moment(),
      /** Why it was declined or called off. */
      endWords: text().notNull().default(''),
      /** Channel and role while it is open, else null: the unique key that keeps one hand-over at a time. */
      openKey: text().unique(),
    },
    (t) => [
      index('hand_overs_by_channel').on(t.channelId),
      index('hand_overs_to').on(t.toId, t.endedAt),
      index('hand_overs_from').on(t.fromId, t.endedAt),
    ],
  );

  /** What has to be done on the platform: one row once somebody did it, or said why it does not apply. */
  const handOverSteps = table(
    'hand_over_steps',
    {
      handOverId: id()
        .notNull()
        .references(() => handOvers.id, { onDelete: 'cascade' }),
      step: text({
        enum: [
          'access-added',
          'access-removed',
          'recovery-mailbox',
          'two-step-device',
          'password-changed',
          'profile-text',
        ],
      }).notNull(),
      /** Why there is nothing to do; empty when it was done. */
      notNeeded: text().notNull(),
      tickedById: id()
        .notNull()
        .references(() => people.id),
      tickedAt: moment().notNull(),
    },
    (t) => [primaryKey({ columns: [t.handOverId, t.step] })],
  );

  const handOverSignatures = table(
    'hand_over_signatures',
    {
      handOverId: id()
        .notNull()
        .references(() => handOvers.id, { onDelete: 'cascade' }),
      side: text({ enum: ['from', 'to'] }).notNull(),
      signedById: id()
        .notNull()
        .references(() => people.id),
      signedAt: moment().notNull(),
      /** What a keeper says who signs for somebody who has gone. */
      forAnother: text().notNull(),
    },
    (t) => [primaryKey({ columns: [t.handOverId, t.side] })],
  );

  /** The links in letters that ask somebody to take channels over. */
  const handOverLinks = table('hand_over_links', {
    /** SHA-256 of the token in the letter. */
    id: id().primaryKey(),
    personId: id()
      .notNull()
      .references(() => people.id),
    /** It answers what was asked up to this moment. */
    madeAt: moment().notNull(),
  });

  /** Who is asked to stand in while somebody is away. */
  const covers = table(
    'covers',
    {
      absenceId: id()
        .primaryKey()
        .references(() => absences.id, { onDelete: 'cascade' }),
      personId: id()
        .notNull()
        .references(() => people.id),
      /** SHA-256 of the token in the letter that asks. */
      linkId: id().notNull().unique(),
      askedAt: moment().notNull(),
      answer: text({ enum: ['accepted', 'declined'] }),
      answeredAt: moment(),
    },
    (t) => [index('covers_by_person').on(t.personId)],
  );

  return { handOvers, handOverSteps, handOverSignatures, handOverLinks, covers };
}
