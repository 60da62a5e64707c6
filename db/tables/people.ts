import type { ColumnKit } from '../columns.ts';

/** People, what they belong to, what they may do and how they sign in. */
export function definePeople({ table, id, text, count, flag, moment, day, list, primaryKey, index }: ColumnKit) {
  const units = table(
    'units',
    {
      id: id().primaryKey(),
      slug: text().notNull().unique(),
      name: text().notNull(),
      parentId: id(),
      /** The member of staff who answers for it; people point at units already, so this is no foreign key. */
      leadId: id(),
      mailbox: text(),
      phone: text(),
      description: text().notNull().default(''),
      /** Older and other names, so that imports find the unit. */
      aliases: list().notNull(),
    },
    (t) => [index('units_by_parent').on(t.parentId), index('units_by_lead').on(t.leadId)],
  );

  const organisations = table('organisations', {
    id: id().primaryKey(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    description: text().notNull().default(''),
    /** Mail domains whose addresses belong to this partner. */
    domains: list().notNull(),
  });

  const people = table(
    'people',
    {
      id: id().primaryKey(),
      /** Lower case; null for somebody who only comes by phone. */
      email: text().unique(),
      name: text().notNull().default(''),
      jobTitle: text().notNull().default(''),
      circle: text({ enum: ['public', 'partner', 'staff'] }).notNull(),
      unitId: id().references(() => units.id),
      organisationId: id().references(() => organisations.id),
      askMeAbout: text().notNull().default(''),
      /** Whether the name may be shown to everyone. */
      showsName: flag().notNull(),
      createdAt: moment().notNull(),
      lastSeenAt: moment(),
      /** The last day here, when it is known. */
      leavingOn: day(),
      /** Null while they are here. */
      leftAt: moment(),
      leftNotedById: id(),
    },
    (t) => [index('people_by_unit').on(t.unitId), index('people_by_organisation').on(t.organisationId)],
  );

  const roles = table(
    'roles',
    {
      personId: id()
        .notNull()
        .references(() => people.id),
      role: text({ enum: ['keeper', 'moderator', 'admin'] }).notNull(),
      grantedAt: moment().notNull(),
      grantedById: id().references(() => people.id),
    },
    (t) => [primaryKey({ columns: [t.personId, t.role] })],
  );

  const invitations = table('invitations', {
    email: text().primaryKey(),
    organisationId: id()
      .notNull()
      .references(() => organisations.id),
    invitedById: id().references(() => people.id),
    invitedAt: moment().notNull(),
  });

  /** Two words that somebody who came by phone says to change what they asked for. */
  const spokenCodes = table('spoken_codes', {
    /** Lower case, with a hyphen: `amber-kettle`. */
    code: text().primaryKey(),
    personId: id()
      .notNull()
      .unique()
      .references(() => people.id, { onDelete: 'cascade' }),
    madeById: id().references(() => people.id),
    madeAt: moment().notNull(),
  });

  const signInTokens = table('sign_in_tokens', {
    /** SHA-256 of the token in the mail; the token itself is never kept. */
    id: id().primaryKey(),
    email: text().notNull(),
    grants: text({ enum: ['sign-in', 'first-admin'] }).notNull(),
    /** The local path the person wanted to reach. */
    next: text().notNull(),
    expiresAt: moment().notNull(),
    spentAt: moment(),
  });

  const sessions = table(
    'sessions',
    {
      /** SHA-256 of the token in the cookie. */
      id: id().primaryKey(),
      personId: id()
        .notNull()
        .references(() => people.id, { onDelete: 'cascade' }),
      expiresAt: moment().notNull(),
    },
    (t) => [index('sessions_by_person').on(t.personId)],
  );

  const limits = table(
    'limits',
    {
      /** What is limited and for whom, hashed. */
      id: id().primaryKey(),
      used: count().notNull(),
      endsAt: moment().notNull(),
    },
    (t) => [index('limits_by_end').on(t.endsAt)],
  );

  return { units, organisations, people, roles, invitations, spokenCodes, signInTokens, sessions, limits };
}
