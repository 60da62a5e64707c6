import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { type Database, DatabaseProblem, type Reader } from '../database.ts';
import { reasonOf } from '../driver-errors.ts';
import { migrationsOf, refuseNewer } from '../migrations.ts';
import { oncePerTurn } from '../once-per-turn.ts';
import { openWriteQueue } from '../write-queue.ts';
import { common } from './common.ts';
import { sentenced, transactions } from './transactions.ts';
import { MARK, openWatch } from './watch.ts';

const casing = 'snake_case';

/** Readers share all but one of them: a process writes on one at a time. */
const CONNECTIONS = 10;

/** How long to wait for a connection, and for another process that is writing, in milliseconds. */
const PATIENCE_MS = 15_000;

/** After so long a transaction whose process or machine has gone silent ends, and with it its turn to write. */
const SILENCE_MS = 60_000;

/** Connects to PostgreSQL and brings the database up to date. */
export async function openPostgres(url: string): Promise<Database> {
  await bringUpToDate(url);
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: PATIENCE_MS,
    lock_timeout: PATIENCE_MS,
    idle_in_transaction_session_timeout: SILENCE_MS,
    keepAlive: true,
    pipeline: true, // what a write asks together goes together
  });
  pool.on('error', leaveToTheNextQuery);
  pool.on('connect', (client) => client.on('error', leaveToTheNextQuery));
  const database = drizzle(pool, { casing });
  const currentMark = oncePerTurn(async () => (await pool.query(MARK)).rows[0].mark as string);
  const queue = openWriteQueue(transactions(database), sentenced);
  return {
    read: Object.assign(database, common) as unknown as Reader,
    write: queue.write,
    watch: () => openWatch(currentMark),
    async close() {
      await queue.idle();
      await pool.end();
    },
  };
}

/** A connection that breaks while nobody uses it: without a listener it would end the process. The next query opens another. */
const leaveToTheNextQuery = () => {};

/** Processes that start at the same time migrate one after another. */
async function bringUpToDate(url: string) {
  const client = new pg.Client(url);
  client.on('error', leaveToTheNextQuery);
  try {
    await client.connect();
    await client.query("select pg_advisory_lock(hashtext('teacake migrations'))");
    const migrationsFolder = migrationsOf('postgres');
    refuseNewer(await newestMigration(client), migrationsFolder);
    await migrate(drizzle(client, { casing }), { migrationsFolder });
  } catch (error) {
    if (error instanceof DatabaseProblem) throw error;
    throw new DatabaseProblem(
      `The PostgreSQL database cannot be opened (${reasonOf(error)}). Check DATABASE_URL and that the server is running.`,
    );
  } finally {
    await client.end();
  }
}

async function newestMigration(client: pg.Client): Promise<number | undefined> {
  const known = await client.query("select to_regclass('drizzle.__drizzle_migrations') as name");
  if (!known.rows[0].name) return undefined;
  const { rows } = await client.query('select max(created_at) as newest from drizzle.__drizzle_migrations');
  return rows[0].newest === null ? undefined : Number(rows[0].newest);
}
