import type { ColumnKit } from '../columns.ts';
import type { definePeople } from './people.ts';

type Neighbours = ReturnType<typeof definePeople>;

/** Words that this site would rather not read. */
export function definePlainWords({ table, id, text, moment }: ColumnKit, { people }: Neighbours) {
  const jargonWords = table('jargon_words', {
    /** Lower case. */
    term: text().primaryKey(),
    /** What to say instead. */
    instead: text().notNull(),
    savedAt: moment().notNull(),
    savedById: id()
      .notNull()
      .references(() => people.id),
  });
  return { jargonWords };
}
