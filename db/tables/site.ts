import { sql } from 'drizzle-orm';
import type { ColumnKit } from '../columns.ts';

/** The kinds of letters that somebody can stop, each on its own. */
const LETTER_KINDS = [
  'reminders',
  'series',
  'hosts',
  'afterwards',
  'lessons',
  'drafts',
  'hand-overs',
  'register',
  'gate',
  'channels',
  'follows',
  'comments',
  'mentions',
  'digest',
  'moderation',
  'elections',
] as const;

/** What serves every noun: work that waits for its time, mail on its way out, and the words that search looks through. */
export function defineSite({ table, id, serial, text, count, moment, json, index, primaryKey, unique }: ColumnKit) {
  /** What is to be done at a certain time: one row for each kind of work and what it is about. */
  const jobs = table(
    'jobs',
    {
      id: id().primaryKey(),
      kind: text().notNull(),
      subjectId: id().notNull(),
      /** When to do it; null once it is done. */
      dueAt: moment(),
      /** Until then somebody is at it, and nobody else begins. */
      leasedUntil: moment(),
      /** Tries since it last succeeded. */
      attempts: count().notNull(),
      doneAt: moment(),
      lastProblem: text().notNull().default(''),
    },
    (t) => [unique('one_job_per_subject').on(t.kind, t.subjectId), index('jobs_by_due').on(t.dueAt)],
  );

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
      /** Where answers go; null for the sender. */
      replyTo: text(),
      /** Where one press stops letters of this kind (RFC 8058); null for an answer to what somebody did. */
      unsubscribeUrl: text(),
      queuedAt: moment().notNull(),
      /** When to try next; null once it is sent or given up. */
      dueAt: moment(),
      attempts: count().notNull(),
      sentAt: moment(),
      gaveUpAt: moment(),
      lastProblem: text().notNull().default(''),
    },
    (t) => [
      index('outbox_by_due').on(t.dueAt),
      index('answers_by_due').on(t.dueAt).where(sql`unsubscribe_url is null`),
      index('outbox_by_queue').on(t.queuedAt),
    ],
  );

  /** Letters that somebody does not want. */
  const mailRefusals = table(
    'mail_refusals',
    {
      /** Lower case. */
      email: text().notNull(),
      kind: text({ enum: LETTER_KINDS }).notNull(),
      refusedAt: moment().notNull(),
    },
    (t) => [primaryKey({ columns: [t.email, t.kind] })],
  );

  /** The links that stop letters of one kind to one address. */
  const unsubscribeLinks = table('unsubscribe_links', {
    /** SHA-256 of the token in the letter. */
    id: id().primaryKey(),
    email: text().notNull(),
    kind: text({ enum: LETTER_KINDS }).notNull(),
  });

  /** What the site signs with: each key pair by the thumbprint of its public half (RFC 7638). */
  const signingKeys = table('signing_keys', {
    id: id().primaryKey(),
    /** A JSON Web Key with its private half (RFC 8037). */
    jwk: json<Record<string, string>>().notNull(),
    madeAt: moment().notNull(),
  });

  const searchEntries = table(
    'search_entries',
    {
      /** The full-text index points at this number. */
      number: serial(),
      kind: text({ enum: ['meetup', 'series', 'lesson', 'channel', 'person', 'notes', 'collection'] }).notNull(),
      subjectId: id().notNull(),
      circle: text({ enum: ['public', 'partner', 'staff'] }).notNull(),
      path: text().notNull(),
      title: text().notNull(),
      body: text().notNull(),
      /** Title and body as `foldWords` leaves them: what is matched. */
      titleWords: text().notNull(),
      bodyWords: text().notNull(),
    },
    (t) => [
      unique('one_entry_per_subject').on(t.kind, t.subjectId),
      // What tells who may find an entry, without the texts beside it: thousands of hits are looked up here.
      index('search_entries_by_number').on(t.number, t.kind, t.circle, t.subjectId),
    ],
  );

  return { jobs, outbox, mailRefusals, unsubscribeLinks, signingKeys, searchEntries };
}

export interface MailAttachment {
  filename: string;
  contentType: string;
  content: string;
}
