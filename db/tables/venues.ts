import type { ColumnKit } from '../columns.ts';

const YES_NO_UNKNOWN = ['yes', 'no', 'unknown'] as const;

/** Where meetups are. */
export function defineVenues({ table, id, text, unique }: ColumnKit) {
  const venues = table(
    'venues',
    {
      id: id().primaryKey(),
      name: text().notNull(),
      address: text().notNull(),
      phone: text().notNull().default(''),
      findUs: text().notNull().default(''),
      stepFree: text({ enum: YES_NO_UNKNOWN }).notNull(),
      toilet: text({ enum: YES_NO_UNKNOWN }).notNull(),
      hearingLoop: text({ enum: YES_NO_UNKNOWN }).notNull(),
      parking: text({ enum: YES_NO_UNKNOWN }).notNull(),
      accessNotes: text().notNull().default(''),
    },
    (t) => [unique('venue_once').on(t.name, t.address)],
  );

  return { venues };
}
