import type { ColumnKit } from '../columns.ts';
import type { definePeople } from './people.ts';

/** What programs show to act for somebody. */
export function definePrograms(
  { table, id, text, list, moment, day, index }: ColumnKit,
  { people }: ReturnType<typeof definePeople>,
) {
  const apiTokens = table(
    'api_tokens',
    {
      id: id().primaryKey(),
      /** SHA-256 of the token; the token itself is shown once and never kept. */
      hash: text().notNull().unique(),
      personId: id()
        .notNull()
        .references(() => people.id, { onDelete: 'cascade' }),
      /** What its holder calls it. */
      name: text().notNull(),
      /** What it may do: see `token-rules.ts`. */
      scopes: list().notNull(),
      madeAt: moment().notNull(),
      /** The last day on which it works. */
      lastDay: day().notNull(),
      lastUsedOn: day(),
      revokedAt: moment(),
    },
    (t) => [index('api_tokens_by_person').on(t.personId)],
  );

  return { apiTokens };
}
