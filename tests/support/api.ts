import { makeToken } from '#domain/programs/token-commands.ts';
import type { Scope } from '#domain/programs/token-rules.ts';
import { hashToken, newId, newToken } from '#server/chance.ts';
import type { openTestSite } from './site.ts';

/** Makes a token for somebody as the form does, and asks the interface with it. */
export function openPrograms({
  site,
  url,
  clock,
}: Pick<Awaited<ReturnType<typeof openTestSite>>, 'site' | 'url' | 'clock'>) {
  async function tokenOf(personId: string, ...scopes: Scope[]) {
    const token = `teacake_${newToken().token}`;
    const now = clock.now();
    const made = { id: newId(), hash: hashToken(token), personId, name: 'The intranet', scopes, now };
    await site.write((tx) => makeToken(tx, { ...made, today: now.toISOString().slice(0, 10), lasting: '30' }));
    return token;
  }

  /** @param path on our site, or a whole address. */
  async function ask(path: string, token?: string, init: { method?: string; body?: string; headers?: object } = {}) {
    const headers = { ...(token && { authorization: `Bearer ${token}` }), ...init.headers };
    const response = await fetch(new URL(path, url), { ...init, headers });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: text ? JSON.parse(text) : undefined };
  }

  return { tokenOf, ask };
}
