import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

const READY_MS = 60_000;

/** The settings of a real site with everything in a temporary folder; nothing listens at its mail server's port. */
export async function realSettings(): Promise<Record<string, string> & { DATABASE_URL: string; SITE_URL: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'teacake-run-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const port = await freePort();
  return {
    SITE_URL: `http://127.0.0.1:${port}`,
    PORT: String(port),
    DATABASE_URL: `file:${join(folder, 'teacake.db')}`,
    SMTP_URL: 'smtp://127.0.0.1:9',
    STAFF_DOMAINS: 'council.example',
  };
}

export interface Run {
  child: ChildProcess;
  /** All it has said so far. */
  said: () => string;
  /** Once it says that it is open; rejects with what it said when it ends before. */
  ready: Promise<void>;
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals>;
}

/** Runs an entry point of ours in a process of its own, with these settings and no others. */
export function run(args: readonly string[], settings: Record<string, string>): Run {
  const environment = { PATH: process.env['PATH'] ?? '', ...settings };
  const child = spawn(process.execPath, [...args], { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  const ended = new Promise<number | NodeJS.Signals>((resolve) =>
    child.once('exit', (code, signal) => resolve(code ?? signal ?? -1)),
  );
  const ready = new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('Teacake is open at')) resolve();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    ended.then((code) => reject(new Error(`ended with ${code}: ${text}`)));
    setTimeout(() => reject(new Error(`not ready: ${text}`)), READY_MS).unref();
  });
  ready.catch(() => {});
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return { child, said: () => text, ready, ended };
}

const KEEPING_COMPILED = ['--import', './bin/compile-cache.mjs'];

/** What `npm start` runs once everything is set up. */
export const serve = (settings: Record<string, string>) =>
  run([...KEEPING_COMPILED, 'dist/server/serve.mjs'], settings);

/** What `npm run teacake --` runs. */
export const teacake = (args: readonly string[], settings: Record<string, string>) =>
  run([...KEEPING_COMPILED, 'dist/server/teacake.mjs', ...args], settings);

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
