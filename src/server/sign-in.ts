import { and, eq, isNull, lt } from 'drizzle-orm';
import { type Adapter, Lucia, TimeSpan } from 'lucia';
import type { Database, Writer } from '#db/database.ts';
import { blank, keepQuery } from '#db/kept-query.ts';
import { circlesSeenBy, STRANGER, type Viewer } from '#domain/people/viewer.ts';
import { hashToken, newToken } from './chance.ts';
import type { Site } from './site.ts';

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof openLucia>;
    DatabaseUserAttributes: Omit<Viewer, 'circles'>;
  }
}

/** A cookie to set: `Astro.cookies.set(name, value, attributes)`. */
type SessionCookie = ReturnType<Lucia['createSessionCookie']>;

/** Who holds this cookie. A session used in the second half of its 30 days is renewed, and the cookie with it. */
export async function findViewer(site: Site, token: string): Promise<{ viewer: Viewer; renewed?: SessionCookie }> {
  const lucia = openLucia(site);
  const { session, user } = await lucia.validateSession(hashToken(token));
  if (!session) return { viewer: STRANGER };
  const { circle, person, isKeeper, isModerator, isAdmin } = user;
  const viewer: Viewer = { circle, circles: circlesSeenBy(circle), person, isKeeper, isModerator, isAdmin };
  return session.fresh ? { viewer, renewed: lucia.createSessionCookie(token) } : { viewer };
}

/** Starts a session and returns its cookie; the table keeps only the token's hash. */
export async function startSession(site: Site, personId: string): Promise<SessionCookie> {
  const lucia = openLucia(site);
  const { token, hash } = newToken();
  await lucia.createSession(personId, {}, { sessionId: hash });
  return lucia.createSessionCookie(token);
}

/** Ends the session behind a cookie. */
export async function endSession(site: Site, token: string): Promise<SessionCookie> {
  const lucia = openLucia(site);
  await lucia.invalidateSession(hashToken(token));
  return lucia.createBlankSessionCookie();
}

/** Ends every session of a person. */
export async function endAllSessions(site: Site, personId: string): Promise<SessionCookie> {
  const lucia = openLucia(site);
  await lucia.invalidateUserSessions(personId);
  return lucia.createBlankSessionCookie();
}

/** Forgets the sessions that are over by the machine's clock, which is Lucia's: nobody can present them any more. */
export async function forgetSessions(tx: Writer) {
  const { sessions } = tx.tables;
  await tx.delete(sessions).where(lt(sessions.expiresAt, new Date()));
}

/** The `__Host-` prefix lets no sub-domain set the cookie, and browsers accept it over https only. */
export const sessionCookieName = (site: Site) => (isHttps(site) ? '__Host-session' : 'session');

const isHttps = (site: Site) => site.settings.siteUrl?.protocol === 'https:';

const opened = new WeakMap<Site, Lucia<Record<never, never>, Omit<Viewer, 'circles'>>>();

function openLucia(site: Site) {
  const lucia =
    opened.get(site) ??
    new Lucia(sessionAdapter(site), {
      sessionExpiresIn: new TimeSpan(30, 'd'),
      sessionCookie: {
        name: sessionCookieName(site),
        attributes: { secure: isHttps(site), sameSite: 'lax', path: '/' },
      },
      getUserAttributes: (attributes) => attributes,
    });
  opened.set(site, lucia);
  return lucia;
}

/** The seven things Lucia's core asks of a database. */
function sessionAdapter({ read, write }: Pick<Database, 'read' | 'write'>): Adapter {
  const { sessions } = read.tables;
  const toSession = (row: typeof sessions.$inferSelect) => ({
    id: row.id,
    userId: row.personId,
    expiresAt: row.expiresAt,
    attributes: {},
  });
  return {
    async getSessionAndUser(id) {
      const found = await findSession(read, id);
      return found
        ? [toSession(found.session), { id: found.session.personId, attributes: found.attributes }]
        : [null, null];
    },
    getUserSessions: async (personId) =>
      (await read.select().from(sessions).where(eq(sessions.personId, personId))).map(toSession),
    setSession: (session) =>
      write(async (tx) => {
        await tx.insert(sessions).values({ id: session.id, personId: session.userId, expiresAt: session.expiresAt });
      }),
    updateSessionExpiration: (id, expiresAt) =>
      write(async (tx) => {
        await tx.update(sessions).set({ expiresAt }).where(eq(sessions.id, id));
      }),
    deleteSession: (id) =>
      write(async (tx) => {
        await tx.delete(sessions).where(eq(sessions.id, id));
      }),
    deleteUserSessions: (personId) =>
      write(async (tx) => {
        await tx.delete(sessions).where(eq(sessions.personId, personId));
      }),
    deleteExpiredSessions: () => write(forgetSessions),
  };
}

/** A session with its person and roles: one query, one row a role. */
async function findSession(read: Database['read'], id: string) {
  const rows = await askForSession(read, { id });
  const [first] = rows;
  if (!first) return undefined;
  const { id: personId, name, email, unitId, circle } = first.person;
  const holds = (role: string) => rows.some((row) => row.role === role);
  return {
    session: first.session,
    attributes: {
      circle,
      person: { id: personId, name, email, unitId },
      isKeeper: holds('keeper'),
      isModerator: holds('moderator'),
      isAdmin: holds('admin'),
    },
  };
}

/** Asked on every request of somebody signed in. */
const askForSession = keepQuery((read: Database['read']) => {
  const { sessions, people, roles } = read.tables;
  return read
    .select({ session: sessions, person: people, role: roles.role })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .leftJoin(roles, eq(roles.personId, people.id))
    .where(and(eq(sessions.id, blank('id', sessions.id)), isNull(people.leftAt)));
});
