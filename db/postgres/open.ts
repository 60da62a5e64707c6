import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { type Database, DatabaseProblem, type Reader, type Writer } from '../database.ts';
import { migrationsOf, refuseNewer } from '../migrations.ts';
import { oncePerTurn } from '../once-per-turn.ts';
import { common, retryConflicts } from './prepare.ts';
import { MARK, openWatch } from './watch.ts';

const casing = 'snake_case';

/** Connects to PostgreSQL and brings the database up to date. */
export async function openPostgres(url: string): Promise<Database> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  const database = drizzle(pool, { casing });
  try {
    const migrationsFolder = migrationsOf('postgres');
    refuseNewer(await newestMigration(pool), migrationsFolder);
    await migrate(database, { migrationsFolder });
  } catch (error) {
    await pool.end();
    if (error instanceof DatabaseProblem) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseProblem(
      `The PostgreSQL database cannot be opened (${reason}). Check DATABASE_URL and that the server is running.`,
    );
  }
  const currentMark = oncePerTurn(async () => (await pool.query(MARK)).rows[0].mark as string);
  return {
    read: Object.assign(database, common) as unknown as Reader,
    write: (work) =>
      retryConflicts(() =>
        database.transaction((tx) => work(Object.assign(tx, common) as unknown as Writer), {
          isolationLevel: 'serializable',
        }),
      ),
    watch: () => openWatch(currentMark),
    close: () => pool.end(),
  };
}

async function newestMigration(pool: pg.Pool): Promise<number | undefined> {
  const known = await pool.query("select to_regclass('drizzle.__drizzle_migrations') as name");
  if (!known.rows[0].name) return undefined;
  const { rows } = await pool.query('select max(created_at) as newest from drizzle.__drizzle_migrations');
  return rows[0].newest === null ? undefined : Number(rows[0].newest);
}
