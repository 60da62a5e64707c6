import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface Mailbox {
  url: string;
  letters: Email[];
  /** Answers this to the next deliveries instead of taking them; undefined takes letters again. */
  refuseWith(error: Error | undefined): void;
  /** Waits for the newest letter to an address; each letter is handed out once. */
  next(to: string): Promise<Email>;
  close(): Promise<void>;
}

const PATIENCE_MS = 8000;

/** A real SMTP server that keeps what it is sent. */
export async function openMailbox(): Promise<Mailbox> {
  const letters: Email[] = [];
  const handedOut = new Set<Email>();
  let refusing: Error | undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      buffer(stream)
        .then((bytes) => PostalMime.parse(bytes))
        .then((letter) => {
          if (!refusing) letters.push(letter);
          done(refusing);
        }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  const find = (to: string) =>
    letters.findLast((letter) => !handedOut.has(letter) && letter.to?.some((address) => address.address === to));
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    refuseWith: (error) => {
      refusing = error;
    },
    async next(to) {
      for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await pause()) {
        const letter = find(to);
        if (letter) return handedOut.add(letter) && letter;
      }
      throw new Error(`no letter to ${to} came`);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const pause = () => new Promise((resume) => setTimeout(resume, 10));
