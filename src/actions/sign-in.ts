import type { ActionAPIContext } from 'astro:actions';
import { z } from 'astro/zod';
import { localPath } from '#domain/people/people-rules.ts';
import { makeFirstAdmin, requestSignIn, spendSignInToken } from '#domain/people/sign-in-commands.ts';
import { hashToken, newToken } from '#server/chance.ts';
import { refusal, requireMember } from '#server/guards.ts';
import { endAllSessions, endSession, sessionCookieName, startSession } from '#server/sign-in.ts';
import { emailAddress } from './fields.ts';
import { guarded } from './guarded.ts';
import { limitMail } from './limited.ts';

const SPENT = 'This link has been used or is too old. Ask for a new one: it takes a moment.';
const token = z.string({ error: SPENT }).max(100, SPENT);

export const signIn = {
  /** Mails a link. The answer is the same whether or not the address is known. */
  request: guarded({
    input: z.object({ email: emailAddress, next: z.string().max(2000).nullish() }),
    async handler({ email, next }, context, site) {
      await limitMail(context, 'sign-in', email);
      const { token: secret, hash } = newToken();
      const { name, url } = context.locals.site;
      const request = {
        email,
        next: localPath(next ?? '/'),
        token: { hash, link: `${url}/sign-in/${secret}` },
        letterId: site.newId(),
        siteName: name,
      };
      await site.write((tx) => requestSignIn(tx, request, context.locals.now));
      return { to: '/sign-in/sent' };
    },
  }),

  /** Spends the link of a mail. */
  enter: guarded({
    input: z.object({ token }),
    async handler({ token }, context, site) {
      const spend = {
        hash: hashToken(token),
        newPersonId: site.newId(),
        domains: site.settings,
        now: context.locals.now,
      };
      const outcome = await site.write((tx) => spendSignInToken(tx, spend));
      if (outcome.kind === 'spent-or-expired') throw refusal('GONE', SPENT);
      if (outcome.kind === 'has-left')
        throw refusal('FORBIDDEN', 'The register says that you have left. Ask a keeper or an admin to bring you back.');
      setCookie(context, await startSession(site, outcome.personId));
      return outcome.needsName
        ? { to: `/profile?next=${encodeURIComponent(outcome.next)}`, notice: 'welcome' }
        : { to: outcome.next, notice: 'signed-in' };
    },
  }),

  /** Spends the one-time link that the first start prints. */
  becomeFirstAdmin: guarded({
    input: z.object({ token, email: emailAddress }),
    async handler({ token, email }, context, site) {
      const { now } = context.locals;
      const spend = { hash: hashToken(token), newPersonId: site.newId(), email, domains: site.settings, now };
      const outcome = await site.write((tx) => makeFirstAdmin(tx, spend));
      if (outcome.kind === 'spent-or-expired') throw refusal('GONE', `${SPENT} Restart the site for a new one.`);
      setCookie(context, await startSession(site, outcome.personId));
      return { to: '/profile', notice: 'first-admin' };
    },
  }),

  /** Ends this session. */
  leave: guarded({
    input: z.object({}),
    async handler(_, context, site) {
      const held = context.cookies.get(sessionCookieName(site))?.value;
      if (held) setCookie(context, await endSession(site, held));
      return { to: '/', notice: 'signed-out' };
    },
  }),

  /** Ends every session of this person. */
  leaveEverywhere: guarded({
    input: z.object({}),
    async handler(_, context, site) {
      const { person } = requireMember(context);
      setCookie(context, await endAllSessions(site, person.id));
      return { to: '/', notice: 'signed-out-everywhere' };
    },
  }),
};

const setCookie = ({ cookies }: ActionAPIContext, cookie: Awaited<ReturnType<typeof startSession>>) =>
  cookies.set(cookie.name, cookie.value, cookie.attributes);
