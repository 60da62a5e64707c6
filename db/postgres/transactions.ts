import { sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { DatabaseProblem, MissingReference, type Writer } from '../database.ts';
import { codeOf, reasonOf } from '../driver-errors.ts';
import { common } from './common.ts';

/** Held by whoever writes, in whatever process on whatever machine, until the transaction ends. First come, first served. */
const TURN_TO_WRITE = sql`select pg_advisory_xact_lock(hashtext('teacake writes'))`;

const FOREIGN_KEY = '23503';

/** Going down, out of room or of connections, read only, or another process does not stop writing. */
const UNUSABLE = /^(08...|57P0.|53...|25006|55P03|25P03)$/;
const UNREACHABLE = /^E(CONN|HOST|NET|NOTFOUND|AI_AGAIN|TIMEDOUT|PIPE)/;
const CUT_OFF = /^(Connection terminated|timeout exceeded when trying to connect|Client (has|was) )/;

/** Each statement sees what was committed before it, and while the turn is held nobody else commits. */
export const transactions = (database: NodePgDatabase) => (work: (tx: Writer) => Promise<void>) =>
  database.transaction(async (tx) => {
    await tx.execute(TURN_TO_WRITE);
    await work(Object.assign(tx, common) as unknown as Writer);
  });

/** What an operator must mend, in a sentence for whoever wanted to save something; the driver's own words are its cause. */
export function sentenced(error: unknown): unknown {
  if (codeOf(error) === FOREIGN_KEY) return new MissingReference('a reference is missing', { cause: error });
  if (!isOutOfOrder(error)) return error;
  return new DatabaseProblem(
    'The site cannot save anything at the moment, because its database does not answer or has no room. Please try again later, and look first whether it was saved.',
    { cause: error },
  );
}

function isOutOfOrder(error: unknown): boolean {
  const code = codeOf(error);
  return code ? UNUSABLE.test(code) || UNREACHABLE.test(code) : CUT_OFF.test(reasonOf(error));
}
