import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** What a process says of itself when asked; see `probe.mjs`. */
interface Reading {
  /** CPU spent since it started, on all its threads. */
  cpuMs: number;
  /** The most memory it held since the last reading, sampled ten times a second. */
  peakMb: number;
  /** The longest time its event loop was held up since the last reading. */
  stallMs: number;
}

/** A server in a process of its own. */
export interface Server {
  url: string;
  /** From the start of the process to its first page, in milliseconds. */
  coldStartMs: number;
  read(): Promise<Reading>;
  stop(): Promise<void>;
}

/** Serves the built site on a database, as `npm start` does. */
export async function startSite(databaseFile: string, smtpUrl: string): Promise<Server> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const { environment, command } = siteCommand();
  return startServer(command, url, {
    ...environment,
    PORT: String(port),
    SITE_URL: url,
    DATABASE_URL: `file:${databaseFile}`,
    SMTP_URL: smtpUrl,
    ORGANISATION_NAME: 'Sandford Council',
    STAFF_DOMAINS: 'council.example',
  });
}

/** Serves the same bytes from `node:http` alone, and saves RSVPs with one insert. */
export async function startBare(folder: string): Promise<Server> {
  const port = await freePort();
  return startServer(['bin/bench/bare-server.ts', String(port), folder], `http://127.0.0.1:${port}`, {});
}

/** What `npm start` runs, in the same environment and with the same flags. */
function siteCommand() {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: { start: string } };
  const words = scripts.start.split(' ');
  const node = words.indexOf('node');
  const assignments = words.slice(0, node).filter((word) => word !== 'exec');
  const environment = Object.fromEntries(assignments.map((word) => word.split('=')));
  return { environment, command: words.slice(node + 1) };
}

async function startServer(command: string[], url: string, environment: object): Promise<Server> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--import', join(import.meta.dirname, 'probe.mjs'), ...command], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', openSync('/dev/null', 'w'), 'inherit', 'ipc'],
  });
  await firstPage(child, url);
  return { url, coldStartMs: performance.now() - started, read: () => read(child), stop: () => stop(child) };
}

async function firstPage(child: ChildProcess, url: string) {
  while (!(await fetch(url).catch(() => undefined))) {
    if (child.exitCode !== null) throw new Error(`${child.spawnargs.join(' ')} stopped before its first page`);
    await new Promise((resume) => setTimeout(resume, 5));
  }
}

async function read(child: ChildProcess): Promise<Reading> {
  const answered = once(child, 'message');
  child.send('reading?');
  return (await answered)[0];
}

async function stop(child: ChildProcess) {
  child.kill('SIGTERM');
  if (child.exitCode === null) await once(child, 'exit');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
