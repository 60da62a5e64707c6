import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { dirname } from 'node:path';
import Client from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openSqlite } from '#db/sqlite/open.ts';
import { newId } from '#server/chance.ts';
import { realSettings, serve, teacake } from '#tests/support/process.ts';

const fileOf = ({ DATABASE_URL }: { DATABASE_URL: string }) => DATABASE_URL.slice('file:'.length);
const pause = () => new Promise((resume) => setTimeout(resume, 300));
const get = (url: string) => fetch(url, { signal: AbortSignal.timeout(5000) });

/** The one sentence with which a start that cannot work ends. */
async function refusal(settings: Record<string, string>) {
  const { ended, said } = serve(settings);
  expect(await ended).toBe(1);
  expect(said().trim().split('\n')).toHaveLength(1);
  return said();
}

const post = (settings: { SITE_URL: string }, path: string, fields: Record<string, string>, cookie = '') =>
  fetch(settings.SITE_URL + path, {
    method: 'POST',
    headers: { origin: settings.SITE_URL, cookie },
    body: new URLSearchParams(fields),
    redirect: 'manual',
  });

const becomeAdmin = (settings: { SITE_URL: string }, link: string) => {
  const token = link.split('/').at(-1) ?? '';
  return post(settings, `/first-admin/${token}?_action=signIn.becomeFirstAdmin`, {
    token,
    email: 'ada@council.example',
  });
};

test('the first start of a real site prints a link that makes the first admin, once', async () => {
  const settings = await realSettings();
  const first = serve(settings);
  await first.ready;
  const link = first.said().match(/http\S+\/first-admin\/\S+/)?.[0] ?? '';
  const send = () => becomeAdmin(settings, link);
  expect((await get(link)).status).toBe(200);
  expect((await send()).headers.get('location')).toBe('/profile?notice=first-admin');
  expect((await send()).status).toBe(410);
  first.child.kill('SIGTERM');
  await first.ended;
  const second = serve(settings);
  await second.ready;
  expect(second.said()).not.toContain('first-admin');
});

test('the built site lays out what somebody wrote, in a thread of its own', async () => {
  const settings = await realSettings();
  const { ready, said } = serve(settings);
  await ready;
  const admin = await becomeAdmin(settings, said().match(/http\S+\/first-admin\/\S+/)?.[0] ?? '');
  const cookie = admin.headers.get('set-cookie')?.split(';')[0];
  const lesson = { lessonId: newId(), title: 'Bread', happened: 'We baked *one* loaf', nextTime: 'Two loaves' };
  const preview = await post(settings, '/lessons/new?_action=lessons.preview', lesson, cookie);
  expect(await preview.text()).toContain('<em>one</em>');
});

test('a wrong setting, a port in use, and a host that others can reach end in one sentence', async () => {
  const settings = await realSettings();
  expect(await refusal({ ...settings, TEACAKE_PORT: '1' })).toContain('Did you mean PORT?');
  expect(await refusal({ HOST: '0.0.0.0', PORT: '0' })).toContain('set SITE_URL to the address people will use');
  const taken = createServer().listen(Number(settings['PORT']), '127.0.0.1');
  expect(await refusal(settings)).toContain('That port is in use');
  taken.close();
});

test('a database that cannot be opened is said in one sentence and left as it is', async () => {
  const settings = await realSettings();
  writeFileSync(fileOf(settings), 'this is a shopping list');
  expect(await refusal(settings)).toMatch(/The database .* cannot be opened/);
  const blocked = { ...settings, DATABASE_URL: `file:${fileOf(settings)}/inside/teacake.db` };
  expect(await refusal(blocked)).toMatch(/The database .* cannot be opened/);
});

test('a database that is newer than the code is refused and not touched', async () => {
  const settings = await realSettings();
  await openSqlite(fileOf(settings)).close();
  const client = new Client(fileOf(settings));
  client.exec("insert into __drizzle_migrations (hash, created_at) values ('from the future', 99999999999999)");
  client.close();
  expect(await refusal(settings)).toContain('newer Teacake');
});

test('SIGTERM lets a request in hand finish, takes no new one, and closes the database cleanly', async () => {
  const settings = await realSettings();
  const { ready, child, ended } = serve(settings);
  await ready;
  const form = 'email=sam%40council.example';
  const headers = {
    origin: settings.SITE_URL,
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': form.length,
  };
  const inHand = request(`${settings.SITE_URL}/sign-in?_action=signIn.request`, { method: 'POST', headers });
  const answered = new Promise((resolve, reject) => inHand.once('response', resolve).once('error', reject));
  inHand.write(form.slice(0, 9));
  await pause();
  child.kill('SIGTERM');
  await pause();
  child.kill('SIGTERM'); // as npm passes on what systemd has sent to all of its group
  await expect(get(settings.SITE_URL)).rejects.toThrow();
  inHand.end(form.slice(9));
  expect(await answered).toMatchObject({ statusCode: 303 });
  expect(await ended).toBe(0);
  expect(existsSync(`${fileOf(settings)}-wal`)).toBe(false);
});

test('a back-up made while people write can be restored and started', async () => {
  const settings = await realSettings();
  const { ready, child, ended } = serve(settings);
  await ready;
  const ask = (n: number) => post(settings, '/sign-in?_action=signIn.request', { email: `p${n}@council.example` });
  const writing = Promise.all(Array.from({ length: 25 }, (_, n) => ask(n)));
  const copy = `${dirname(fileOf(settings))}/backups/teacake.db`;
  mkdirSync(dirname(copy));
  const backup = teacake(['backup', copy], settings);
  expect(await backup.ended).toBe(0);
  await writing;
  const again = teacake(['backup', copy], settings);
  expect(await again.ended).toBe(1);
  expect(again.said()).toContain('is there already');
  child.kill('SIGTERM');
  await ended;
  const restored = serve({ ...settings, DATABASE_URL: `file:${copy}` });
  await restored.ready;
  expect((await get(`${settings.SITE_URL}/health`)).status).toBe(200);
});
