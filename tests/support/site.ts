import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensurePerson, grantRole, saveProfile } from '#domain/people/people-commands.ts';
import type { Role } from '#domain/people/people-rules.ts';
import { newId } from '#server/chance.ts';
import { startSession } from '#server/sign-in.ts';
import { startSite } from '#server/start.ts';
import { afterFile } from './after-file.ts';
import { copyBase } from './engines.ts';
import { openMailbox } from './mailbox.ts';
import { freePort } from './process.ts';
import { Visitor } from './visit.ts';

export const STAFF_DOMAIN = 'council.example';
export const PARTNER_DOMAIN = 'trust.example';

/**
 * The built site on a real server with a real database and a real mail server, in this process. One a test file; it
 * closes itself. `clock.forward` moves the site's own time; with a `DATABASE_URL` of its own there is nothing at `file`.
 */
export async function openTestSite(settings: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'teacake-site-'));
  const file = join(folder, 'teacake.db');
  copyBase(file);
  const log: Record<string, unknown>[] = [];
  const mailbox = await openMailbox();
  const port = await freePort();
  const clock = {
    ahead: 0,
    now: () => new Date(Date.now() + clock.ahead),
    forward: (minutes: number) => (clock.ahead += minutes * 60_000),
  };
  const environment = {
    SITE_URL: `http://127.0.0.1:${port}`,
    PORT: String(port),
    DATABASE_URL: `file:${file}`,
    SMTP_URL: mailbox.url,
    ORGANISATION_NAME: 'Sandford Council',
    STAFF_DOMAINS: STAFF_DOMAIN,
    PARTNER_DOMAINS: PARTNER_DOMAIN,
    ...settings,
  };
  const running = await startSite(environment, join(process.cwd(), 'dist'), {
    clock: clock.now,
    log: (line) => log.push(line),
  });
  afterFile(async () => {
    await running.close();
    await mailbox.close();
    rmSync(folder, { recursive: true });
  });
  const { site, url } = running;

  /** Somebody known to the site, signed in. */
  async function signedIn(
    email: string,
    facts: Partial<{
      name: string;
      roles: Role[];
      askMeAbout: string;
      showsName: boolean;
      unitId: string;
    }> = {},
  ) {
    const person = await site.write(async (tx) => {
      const made = await ensurePerson(tx, { id: newId(), email, domains: site.settings, now: clock.now() });
      const { name = nameFrom(email), askMeAbout = '', showsName = false, unitId = null } = facts;
      await saveProfile(tx, made.id, { name, jobTitle: '', unitId, askMeAbout, showsName });
      for (const role of facts.roles ?? [])
        await grantRole(tx, { personId: made.id, role, grantedById: null, now: clock.now() });
      return { ...made, name };
    });
    const cookie = await startSession(site, person.id);
    return Object.assign(new Visitor(url, `${cookie.name}=${cookie.value}`), { person });
  }

  return { ...running, file, folder, mailbox, clock, log, stranger: () => new Visitor(url), signedIn };
}

/** "sam.green@council.example" → "Sam Green" */
const nameFrom = (email: string) =>
  email
    .slice(0, email.indexOf('@'))
    .split('.')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
