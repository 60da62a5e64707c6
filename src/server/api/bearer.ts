import { createHash } from 'node:crypto';
import type { APIContext } from 'astro';
import { useLimit } from '#domain/limits/limit-commands.ts';
import { noteUse } from '#domain/programs/token-commands.ts';
import { findTokenHolder } from '#domain/programs/token-queries.ts';
import { TOKEN_PREFIX } from '#domain/programs/token-rules.ts';
import { localDay } from '#domain/time/date-words.ts';
import { hashToken } from '../chance.ts';
import type { Site } from '../site.ts';
import { apiProblem } from './problems.ts';

/** Each write waits for the disk, so requests are counted in the database by fifties. */
const REQUESTS_A_TRY = 50;
const MOST_TRIES = 20;
const WINDOW_MINUTES = 15;

/** How often a token may ask, for those who read about it. */
export const RATE = `${(REQUESTS_A_TRY * MOST_TRIES).toLocaleString('en-GB')} requests in ${WINDOW_MINUTES} minutes`;

/** What of its last try each token has left. What a restart forgets counts as used. */
const opened = new WeakMap<Site, Map<string, number>>();

/** Lets a program act for whoever made its token, and answers it when that token does not work. No cookie is looked at. */
export async function greetProgram({ locals, request }: APIContext, site: Site): Promise<Response | undefined> {
  const said = request.headers.get('authorization');
  if (said === null) return undefined;
  const token = /^Bearer ([\w-]{1,200})$/i.exec(said)?.[1] ?? '';
  const today = localDay(locals.now, site.settings.timeZone);
  const holder = token.startsWith(TOKEN_PREFIX) && (await findTokenHolder(site.read, hashToken(token), today));
  if (!holder) return unknownToken();
  locals.viewer = holder.viewer;
  locals.scopes = holder.scopes;
  return countRequest(site, holder, today, locals.now);
}

const unknownToken = () =>
  apiProblem('unknown-token', 'It may be mistyped, revoked or past its last day. Make a new one on your profile.', {
    headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
  });

async function countRequest(site: Site, holder: { id: string; lastUsedOn: string | null }, today: string, now: Date) {
  const left = opened.get(site) ?? new Map<string, number>();
  opened.set(site, left);
  const rest = left.get(holder.id) ?? 0;
  if (rest > 0 && holder.lastUsedOn === today) {
    left.set(holder.id, rest - 1);
    return undefined;
  }
  const id = createHash('sha256').update(`api-token\n${holder.id}`).digest('hex');
  const used = await site.write(async (tx) => {
    if (holder.lastUsedOn !== today) await noteUse(tx, holder.id, today);
    return useLimit(tx, { id, most: MOST_TRIES, minutes: WINDOW_MINUTES }, now);
  });
  if (used.kind === 'within') {
    left.set(holder.id, REQUESTS_A_TRY - 1);
    return undefined;
  }
  const seconds = Math.max(1, Math.ceil((used.until.getTime() - now.getTime()) / 1000));
  const headers = { 'retry-after': String(seconds) };
  return apiProblem('too-often', `A token may send ${RATE}. Wait ${seconds} seconds.`, { headers });
}
