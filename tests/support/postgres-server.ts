import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterFile } from './after-file.ts';
import { freePort } from './process.ts';

/** Where Debian puts each version's programs. */
const VERSIONS = '/usr/lib/postgresql';

/** PostgreSQL refuses to run as root: then it is nobody. */
const NOBODY = 65_534;
const account = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

/** A PostgreSQL server with an empty database, in a folder of its own. One a test file; it ends with it. */
export async function openPostgresServer() {
  const folder = mkdtempSync(join(tmpdir(), 'teacake-postgres-'));
  if ('uid' in account) chownSync(folder, NOBODY, NOBODY);
  const data = join(folder, 'data');
  const port = await freePort();
  const url = `postgres://teacake@127.0.0.1:${port}/postgres`;
  runProgram('initdb', ['-D', data, '-U', 'teacake', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C']);
  let server: ChildProcess | undefined;

  const start = async () => {
    server = spawn(program('postgres'), ['-D', data, '-p', String(port), '-k', folder], {
      ...account,
      stdio: 'ignore',
    });
    await answering(url);
  };
  /** As an administrator does: connections are ended at once. */
  const stop = async () => {
    const running = server;
    server = undefined;
    if (!running) return;
    const ended = new Promise((resolve) => running.once('exit', resolve));
    running.kill('SIGINT');
    await ended;
  };
  await start();
  afterFile(async () => {
    await stop();
    rmSync(folder, { recursive: true });
  });
  return { url, start, stop };
}

function program(name: string): string {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS) : [];
  const paths = versions.map((version) => join(VERSIONS, version, 'bin', name));
  return paths.findLast((path) => existsSync(path)) ?? name;
}

function runProgram(name: string, args: readonly string[]) {
  const { status, stderr } = spawnSync(program(name), args, { ...account, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name}: ${stderr}`);
}

async function answering(url: string) {
  for (const until = Date.now() + 20_000; ; ) {
    const client = new pg.Client(url);
    try {
      return await client.connect();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resume) => setTimeout(resume, 50));
    } finally {
      await client.end();
    }
  }
}
