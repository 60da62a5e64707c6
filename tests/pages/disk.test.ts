import { statSync } from 'node:fs';
import Client from 'better-sqlite3';
import { expect, test } from 'vitest';
import { realSettings, run, serve } from '#tests/support/process.ts';

const ask = async (settings: { SITE_URL: string }, n: number) => {
  const response = await fetch(`${settings.SITE_URL}/sign-in?_action=signIn.request`, {
    method: 'POST',
    headers: { origin: settings.SITE_URL, 'x-forwarded-for': `192.0.2.${n}` },
    body: new URLSearchParams({ email: `p${n}@council.example`, next: `/${'x'.repeat(1500)}` }),
    redirect: 'manual',
  });
  return { status: response.status, text: await response.text() };
};

test('when the disk is full the site says so, goes on reading, and has kept all it answered for', async () => {
  const settings = await realSettings();
  const file = settings.DATABASE_URL.slice('file:'.length);
  const roomy = serve(settings);
  await roomy.ready;
  roomy.child.kill('SIGTERM');
  expect(await roomy.ended).toBe(0);
  const cramped = run(['-e', CRAMPED, String(statSync(file).size / 1024 + 100)], settings);
  await cramped.ready;
  const answers: Awaited<ReturnType<typeof ask>>[] = [];
  while (answers.length < 250 && answers.at(-1)?.status !== 503) answers.push(await ask(settings, answers.length));
  const kept = answers.filter(({ status }) => status === 303).length;
  expect(answers.at(-1)?.text).toContain('its disk is full or cannot be written to. Nothing was changed.');
  expect((await fetch(`${settings.SITE_URL}/about`)).status).toBe(200);
  cramped.child.kill('SIGKILL');
  await cramped.ended;
  const client = new Client(file);
  expect(client.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(client.prepare('select count(*) from outbox').pluck().get()).toBe(kept);
  client.close();
});

/** Serves with a limit on how large any file may grow, which is what a full disk looks like from inside. */
const CRAMPED = `
  const { spawn } = require('node:child_process');
  const child = spawn('bash', ['-c', 'ulimit -f "$1"; exec "$0" dist/server/serve.mjs', process.execPath, process.argv[1]], { stdio: 'inherit' });
  for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code) => process.exit(code ?? 1));
`;
