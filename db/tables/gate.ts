import type { ColumnKit } from '../columns.ts';
import type { defineMeetups } from './meetups.ts';
import type { definePeople } from './people.ts';

type Neighbours = ReturnType<typeof definePeople> & ReturnType<typeof defineMeetups>;

/** The gate before speaking for a channel: which rules and lessons there are, who agreed and who has passed. */
export function defineGate(
  { table, id, text, count, flag, day, list, moment, index, primaryKey, unique }: ColumnKit,
  { people, meetups }: Neighbours,
) {
  /** The version of each policy in `content/policy/` that is in force. */
  const policies = table('policies', {
    /** The name of its file. */
    key: text().primaryKey(),
    title: text().notNull(),
    version: count().notNull(),
    effectiveFrom: day().notNull(),
    /** In plain words: all that somebody has to read again. */
    whatChanged: text().notNull(),
    /** Whether owners and deputies have to agree to it. */
    needsAgreement: flag().notNull(),
  });

  const policyAcknowledgements = table(
    'policy_acknowledgements',
    {
      id: id().primaryKey(),
      personId: id()
        .notNull()
        .references(() => people.id),
      policyKey: text()
        .notNull()
        .references(() => policies.key),
      version: count().notNull(),
      /** The words they agreed to. */
      statement: text().notNull(),
      how: text({ enum: ['web', 'paper'] }).notNull(),
      enteredById: id().references(() => people.id),
      agreedAt: moment().notNull(),
    },
    (t) => [unique('agreed_once').on(t.personId, t.policyKey, t.version)],
  );

  /** The modules in `content/training/`. */
  const trainingModules = table('training_modules', {
    key: text().primaryKey(),
    title: text().notNull(),
    version: count().notNull(),
    validMonths: count().notNull(),
    /** `owner`, `deputy`, `host`. */
    requiredFor: list().notNull(),
    /** Whether owners or deputies need it: kept beside the list, so that queries can ask. */
    isForChannels: flag().notNull(),
  });

  const trainingRecords = table(
    'training_records',
    {
      id: id().primaryKey(),
      personId: id()
        .notNull()
        .references(() => people.id),
      moduleKey: text()
        .notNull()
        .references(() => trainingModules.key),
      version: count().notNull(),
      how: text({ enum: ['on-line', 'in-person', 'meetup'] }).notNull(),
      /** Of a hundred; null where nothing was asked. */
      score: count(),
      passedOn: day().notNull(),
      expiresOn: day().notNull(),
      enteredById: id().references(() => people.id),
      meetupId: id().references(() => meetups.id),
      note: text().notNull().default(''),
      /** When its person was told that it will expire, and that it has. */
      warnedAt: moment(),
      expiryToldAt: moment(),
    },
    (t) => [
      index('training_by_person').on(t.personId, t.moduleKey, t.expiresOn),
      index('training_by_expiry').on(t.expiresOn),
      unique('trained_once_a_meetup').on(t.personId, t.moduleKey, t.meetupId),
    ],
  );

  /** Which module a meetup gives to whoever comes. */
  const meetupModules = table(
    'meetup_modules',
    {
      meetupId: id()
        .notNull()
        .references(() => meetups.id),
      moduleKey: text()
        .notNull()
        .references(() => trainingModules.key),
      givenById: id().references(() => people.id),
    },
    (t) => [primaryKey({ columns: [t.meetupId, t.moduleKey] })],
  );

  return { policies, policyAcknowledgements, trainingModules, trainingRecords, meetupModules };
}
