import type { ColumnKit } from '../columns.ts';

/** What serves every noun: mail on its way out, and the words that search looks through. */
export function defineSite({ table, id, serial, text, count, moment, json, index, unique }: ColumnKit) {
  const outbox = table(
    'outbox',
    {
      /** Also the Message-ID, so that a mail sent again after a crash is recognised as the same. */
      id: id().primaryKey(),
      recipient: text().notNull(),
      subject: text().notNull(),
      plainText: text().notNull(),
      html: text().notNull(),
      attachments: json<MailAttachment[]>().notNull(),
      queuedAt: moment().notNull(),
      /** When to try next; null once it is sent or given up. */
      dueAt: moment(),
      attempts: count().notNull(),
      sentAt: moment(),
      gaveUpAt: moment(),
      lastProblem: text().notNull().default(''),
    },
    (t) => [index('outbox_by_due').on(t.dueAt), index('outbox_by_queue').on(t.queuedAt)],
  );

  const searchEntries = table(
    'search_entries',
    {
      /** The full-text index points at this number. */
      number: serial(),
      kind: text({ enum: ['meetup', 'lesson', 'channel', 'person'] }).notNull(),
      subjectId: id().notNull(),
      circle: text({ enum: ['public', 'partner', 'staff'] }).notNull(),
      path: text().notNull(),
      title: text().notNull(),
      body: text().notNull(),
      /** Title and body as `foldWords` leaves them: what is matched. */
      titleWords: text().notNull(),
      bodyWords: text().notNull(),
    },
    (t) => [unique('one_entry_per_subject').on(t.kind, t.subjectId)],
  );

  return { outbox, searchEntries };
}

export interface MailAttachment {
  filename: string;
  contentType: string;
  content: string;
}
