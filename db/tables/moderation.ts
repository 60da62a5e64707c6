import type { ColumnKit } from '../columns.ts';
import type { defineLessons } from './lessons.ts';
import type { definePeople } from './people.ts';

type Neighbours = ReturnType<typeof definePeople> & ReturnType<typeof defineLessons>;

/** When words from outside the staff wait before an election, and the lessons that do. */
export function defineModeration({ table, id, text, day, moment, index }: ColumnKit, { people, lessons }: Neighbours) {
  const electionPeriods = table(
    'election_periods',
    {
      id: id().primaryKey(),
      /** The first and the last day, by the clock on the wall in `zone`. */
      startsOn: day().notNull(),
      endsOn: day().notNull(),
      zone: text().notNull(),
      startsAt: moment().notNull(),
      /** The first moment after it, or when somebody ended it early. */
      endsAt: moment().notNull(),
      /** What is elected, inside a sentence: "the council election on 6 May". */
      reason: text().notNull(),
      setById: id().references(() => people.id),
      setAt: moment().notNull(),
      endedById: id().references(() => people.id),
      endedAt: moment(),
      /** When the staff were told what it means for them. */
      toldAt: moment(),
    },
    (t) => [index('election_periods_by_end').on(t.endsAt)],
  );

  /** A lesson that waits for the end of such a period; once it is published its row is history. */
  const lessonHolds = table(
    'lesson_holds',
    {
      lessonId: id()
        .primaryKey()
        .references(() => lessons.id),
      heldAt: moment().notNull(),
      heldById: id()
        .notNull()
        .references(() => people.id),
    },
    (t) => [index('lesson_holds_by_time').on(t.heldAt, t.lessonId)],
  );

  return { electionPeriods, lessonHolds };
}
