import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import type { Database, Reader, Writer } from '#db/database.ts';
import { migrationsOf } from '#db/migrations.ts';
import { common } from '#db/postgres/common.ts';
import { sentenced } from '#db/postgres/transactions.ts';
import { MARK, openWatch } from '#db/postgres/watch.ts';

const casing = 'snake_case';

/** PostgreSQL inside the test process: one connection, so it proves semantics, not parallel retries. */
export async function openPglite(client = new PGlite()): Promise<Database> {
  const database = drizzle(client, { casing });
  await migrate(database, { migrationsFolder: migrationsOf('postgres') });
  const currentMark = async () => (await client.query<{ mark: string }>(MARK)).rows[0]?.mark ?? '';
  return {
    read: Object.assign(database, common) as unknown as Reader,
    write: (work) =>
      database
        .transaction((tx) => work(Object.assign(tx, common) as unknown as Writer))
        .catch((error: unknown) => Promise.reject(sentenced(error))),
    watch: () => openWatch(currentMark),
    close: () => client.close(),
  };
}
