import { createTransport } from 'nodemailer';
import type { Database } from '#db/database.ts';
import { claimLetters, markFailed, markSent } from '#domain/mail/outbox-commands.ts';
import { listDue } from '#domain/mail/outbox-queries.ts';
import { errorFacts, log } from './log.ts';
import type { Settings } from './settings.ts';

export interface MailWorker {
  /** Something may be due: look soon. */
  wake(): void;
  /** Finishes the letter in hand, then stops. */
  close(): Promise<void>;
}

interface Parts {
  database: Database;
  settings: Settings;
  clock: () => Date;
}
type DueLetter = Awaited<ReturnType<typeof listDue>>[number];

/** How long writes may go on before their letters are looked for, in milliseconds. */
const WAKE_PAUSE = 20;
const LOOK_EVERY = 30_000;
const BATCH = 20;
/** More than most mail servers take; when hundreds press at once, their answers come first and the letters follow. */
const MOST_A_SECOND = 20;
/** How long letters that are claimed may be set off, in milliseconds: well before anybody else may claim them. */
const SET_OFF_WITHIN_MS = 30_000;
/** How long a letter that went may wait to be noted, in milliseconds: a crash in between sends it again. */
const NOTE_AFTER_MS = 200;

/**
 * Sends what is in the outbox. Letters are claimed (their next try put off), some at a time, before they go, so a crash in
 * between sends them later, a few perhaps again under the same Message-ID, rather than losing any.
 */
export function openMail({ database, settings, clock }: Parts): MailWorker {
  const transport = createTransport(
    {
      url: settings.smtpUrl,
      pool: true,
      maxConnections: 2,
      rateLimit: MOST_A_SECOND,
      connectionTimeout: 10_000,
      socketTimeout: 30_000,
    } as object,
    { from: settings.mailFrom },
  );
  let working: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let wokenMeanwhile = false;
  let closed = false;

  /** One after another, noting together what went: each note is a commit that people's own writes would wait for. */
  async function sendAll(letters: DueLetter[]) {
    let gone: string[] = [];
    let notedAt = performance.now();
    const until = clock().getTime() + SET_OFF_WITHIN_MS;
    const note = async () => {
      const ids = gone;
      gone = [];
      notedAt = performance.now();
      if (ids.length > 0) await database.write((tx) => markSent(tx, ids, clock()));
    };
    for (const letter of letters) {
      if (closed || clock().getTime() > until) break; // the rest are due again when their pause is over
      if (await send(letter)) gone.push(letter.id);
      if (performance.now() - notedAt > NOTE_AFTER_MS) await note();
    }
    await note();
  }

  async function send(letter: DueLetter): Promise<boolean> {
    try {
      await transport.sendMail(envelope(letter, settings));
      return true;
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      log({ event: 'mail-failed', letter: letter.id, attempt: letter.attempts + 1 });
      await database.write((tx) => markFailed(tx, letter, problem, clock()));
      return false;
    }
  }

  /** In the order they were due: a second letter to somebody must not overtake the first. */
  async function claim(due: DueLetter[]): Promise<DueLetter[]> {
    const alike = Map.groupBy(due, ({ attempts }) => attempts);
    const claimed = await database.write((tx) =>
      Promise.all(
        [...alike].map(([attempts, letters]) =>
          claimLetters(
            tx,
            letters.map(({ id }) => id),
            attempts,
            clock(),
          ),
        ),
      ),
    );
    const ids = new Set(claimed.flat());
    return due.filter(({ id }) => ids.has(id));
  }

  async function sendDue() {
    let due: DueLetter[];
    do {
      due = await listDue(database.read, clock(), BATCH);
      await sendAll(await claim(due));
    } while (due.length === BATCH && !closed);
  }

  function work() {
    timer = undefined;
    if (working) {
      wokenMeanwhile = true; // what came after the list was read is not on it
      return;
    }
    wokenMeanwhile = false;
    working = sendDue()
      .catch((error: unknown) => log({ event: 'mail-worker-failed', ...errorFacts(error) }))
      .finally(() => {
        working = undefined;
        if (wokenMeanwhile && !closed) work();
      });
  }

  const regularly = setInterval(work, LOOK_EVERY).unref();
  return {
    wake() {
      if (!closed) timer ??= setTimeout(work, WAKE_PAUSE);
    },
    async close() {
      closed = true;
      clearInterval(regularly);
      clearTimeout(timer);
      await working;
      transport.close();
    },
  };
}

const envelope = (letter: DueLetter, settings: Settings) => ({
  messageId: `<${letter.id}@${settings.siteUrl?.hostname ?? 'teacake.invalid'}>`,
  to: letter.recipient,
  ...(letter.replyTo && { replyTo: letter.replyTo }),
  subject: letter.subject,
  text: letter.plainText,
  html: letter.html,
  attachments: letter.attachments,
  headers: { 'Auto-Submitted': 'auto-generated', ...(letter.unsubscribeUrl && oneClick(letter.unsubscribeUrl)) },
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** RFC 8058: a mail program stops letters of this kind with one press. Prepared, so that the address is never folded. */
const oneClick = (url: string) => ({
  'List-Unsubscribe': { prepared: true, value: `<${url}>` },
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});
