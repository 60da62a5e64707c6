import type { ColumnKit } from '../columns.ts';
import type { defineLessons } from './lessons.ts';
import type { definePeople } from './people.ts';

/** What happens around a lesson while it is written, and what its authors say when they change it. */
export function defineDrafts(
  { table, id, text, count, moment, index, unique, primaryKey }: ColumnKit,
  { people, lessons }: ReturnType<typeof definePeople> & ReturnType<typeof defineLessons>,
) {
  const lessonKey = () => id().references(() => lessons.id, { onDelete: 'cascade' });
  const person = () => id().references(() => people.id);

  /** What changed, in a line for those who read the lesson before: one to a text. */
  const lessonUpdates = table(
    'lesson_updates',
    {
      lessonId: lessonKey().notNull(),
      /** The number of the text that it is about. */
      revision: count().notNull(),
      said: text().notNull(),
      saidAt: moment().notNull(),
      saidById: person(),
    },
    (t) => [primaryKey({ columns: [t.lessonId, t.revision] })],
  );

  /** A draft that is published by itself at its time. */
  const lessonSchedules = table('lesson_schedules', {
    lessonId: lessonKey().primaryKey(),
    /** Wall-clock time as 'YYYY-MM-DDTHH:mm', its IANA zone, and the same as an instant. */
    publishLocal: text().notNull(),
    zone: text().notNull(),
    publishAt: moment().notNull(),
    plannedAt: moment().notNull(),
    plannedById: person().notNull(),
  });

  /** Somebody asked to write a lesson together, or to read its draft. Taking it back deletes it. */
  const lessonInvitations = table(
    'lesson_invitations',
    {
      id: id().primaryKey(),
      lessonId: lessonKey().notNull(),
      email: text().notNull(),
      wanted: text({ enum: ['write', 'read'] }).notNull(),
      invitedAt: moment().notNull(),
      invitedById: person().notNull(),
    },
    (t) => [unique('one_invitation').on(t.lessonId, t.email, t.wanted), index('invitations_by_address').on(t.email)],
  );

  const lessonInvitationAnswers = table('lesson_invitation_answers', {
    invitationId: id()
      .primaryKey()
      .references(() => lessonInvitations.id, { onDelete: 'cascade' }),
    answer: text({ enum: ['yes', 'no'] }).notNull(),
    answeredAt: moment().notNull(),
    answeredById: person().notNull(),
  });

  /** A second pair of eyes has read the draft. */
  const lessonReadings = table('lesson_readings', {
    invitationId: id()
      .primaryKey()
      .references(() => lessonInvitations.id, { onDelete: 'cascade' }),
    readAt: moment().notNull(),
  });

  /** A word in the margin of a section of a draft. */
  const marginNotes = table(
    'margin_notes',
    {
      id: id().primaryKey(),
      lessonId: lessonKey().notNull(),
      section: text({ enum: ['title', 'tryThis', 'wanted', 'happened', 'why', 'nextTime'] }).notNull(),
      words: text().notNull(),
      /** The number of the text that was read. */
      revision: count().notNull(),
      saidAt: moment().notNull(),
      saidById: person().notNull(),
    },
    (t) => [index('margin_notes_by_lesson').on(t.lessonId, t.saidAt)],
  );

  const marginNoteSettlements = table('margin_note_settlements', {
    noteId: id()
      .primaryKey()
      .references(() => marginNotes.id, { onDelete: 'cascade' }),
    settledAt: moment().notNull(),
    settledById: person().notNull(),
  });

  return {
    lessonUpdates,
    lessonSchedules,
    lessonInvitations,
    lessonInvitationAnswers,
    lessonReadings,
    marginNotes,
    marginNoteSettlements,
  };
}
