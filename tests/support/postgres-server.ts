import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort } from './process.ts';

/** Where Debian puts each version's programs. */
const VERSIONS = '/usr/lib/postgresql';

/** PostgreSQL refuses to run as root: then it is nobody. */
const NOBODY = 65_534;
const account = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};

/** Nothing here must outlast the machine's power, and nobody but the tests writes. */
const OPTIONS = ['fsync=off', 'autovacuum=off', 'listen_addresses=127.0.0.1'].flatMap((option) => ['-c', option]);

/** A PostgreSQL server in a folder of its own; `url` names its one database, which is empty. */
export async function openPostgresServer() {
  const folder = mkdtempSync(join(tmpdir(), 'teacake-postgres-'));
  if ('uid' in account) chownSync(folder, NOBODY, NOBODY);
  makeCluster(folder);
  const port = String(await freePort());
  const url = `postgres://teacake@127.0.0.1:${port}/postgres`;
  let server: ChildProcess;

  const start = async () => {
    const args = ['-D', folder, '-p', port, '-k', folder, ...OPTIONS];
    server = spawn(program('postgres'), args, { ...account, stdio: 'ignore' });
    await answering(url);
  };
  /** As an administrator does: connections are ended at once. */
  const stop = async () => {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGINT');
    await ended;
  };
  await start();
  return {
    url,
    start,
    stop,
    async close() {
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Makes an empty database on a server, or one like another of its databases; returns its address. */
export async function makeDatabase(url: string, name: string, like = 'template1'): Promise<string> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`create database ${name} template ${like}`);
  await client.end();
  return Object.assign(new URL(url), { pathname: name }).href;
}

function makeCluster(folder: string) {
  const args = ['-D', folder, '-U', 'teacake', '--auth=trust', '--no-sync', '--encoding=UTF8', '--locale=C'];
  const { status, stderr } = spawnSync(program('initdb'), args, { ...account, encoding: 'utf8' });
  if (status !== 0) throw new Error(`initdb: ${stderr}`);
}

function program(name: string): string {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS) : [];
  const paths = versions.map((version) => join(VERSIONS, version, 'bin', name));
  return paths.findLast((path) => existsSync(path)) ?? name;
}

async function answering(url: string) {
  for (const until = Date.now() + 20_000; ; ) {
    const client = new pg.Client(url);
    try {
      return await client.connect();
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resume) => setTimeout(resume, 20));
    } finally {
      await client.end();
    }
  }
}
