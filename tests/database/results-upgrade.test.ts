import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import Client from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { afterAll, expect, test } from 'vitest';
import { migrationsOf } from '#db/migrations.ts';
import { openSqlite } from '#db/sqlite/open.ts';
import { openPglite } from '#tests/support/pglite.ts';

const folder = mkdtempSync(join(tmpdir(), 'teacake-results-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The migrations of an engine up to the one that made results a series. */
function migrationsBefore(engine: 'sqlite' | 'postgres'): string {
  const copy = join(folder, engine);
  cpSync(migrationsOf(engine), copy, { recursive: true });
  const journal = JSON.parse(readFileSync(join(copy, 'meta/_journal.json'), 'utf8'));
  const at = journal.entries.findIndex(({ tag }: { tag: string }) => tag.endsWith('_results'));
  writeFileSync(
    join(copy, 'meta/_journal.json'),
    JSON.stringify({ ...journal, entries: journal.entries.slice(0, at) }),
  );
  return copy;
}

const EARLIER = (at: string, no: string) => `
insert into units (id, slug, name, aliases) values ('u', 'u', 'Unit', '[]');
insert into platforms (key, label, kind, hosts, patterns, stop_words, needs_url, example) values ('p', 'P', 'place', '[]', '[]', '[]', ${no}, '');
insert into channels (id, slug, name, platform_key, languages, account_kind, mode, who_posts, unit_id, sign_in_kept_in, two_step_sign_in, emergency_use, status, circle, tags, created_at, updated_at, latest_result, latest_result_on) values
${[
  ['a', "'Fewer calls'", "'2026-03-01'"],
  ['b', "'Undated'", 'null'],
  ['c', "''", 'null'],
]
  .map(
    ([id, words, day]) =>
      `('${id}', '${id}', 'Channel', 'p', '[]', 'corporate', 'broadcast', '[]', 'u', 'unknown', 'unknown', ${no}, 'open', 'public', '[]', ${at}, ${at}, ${words}, ${day})`,
  )
  .join(',\n')};`;

async function openOldSqlite() {
  const file = join(folder, 'old.db');
  const client = new Client(file);
  migrate(drizzle(client), { migrationsFolder: migrationsBefore('sqlite') });
  client.exec(EARLIER(String(Date.parse('2026-02-03T12:00:00Z')), '0'));
  client.close();
  return openSqlite(file);
}

async function openOldPostgres() {
  const client = new PGlite();
  await migratePglite(drizzlePglite(client), { migrationsFolder: migrationsBefore('postgres') });
  await client.exec(EARLIER("'2026-02-03T12:00:00Z'", 'false'));
  return openPglite(client);
}

test.each([
  ['SQLite', openOldSqlite],
  ['PostgreSQL', openOldPostgres],
])('on %s the latest result of each channel becomes the first of its results, among staff', async (_, open) => {
  const { read, close } = await open();
  const { channelResults } = read.tables;
  expect(await read.select().from(channelResults).orderBy(channelResults.channelId)).toMatchObject([
    { channelId: 'a', words: 'Fewer calls', resultOn: '2026-03-01', circle: 'staff' },
    { channelId: 'b', words: 'Undated', resultOn: '2026-02-03', circle: 'staff' },
  ]);
  await close();
});
