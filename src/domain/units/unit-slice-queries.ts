import { asc, eq, gt, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Reader } from '#db/database.ts';

/** Some units in the order in which they were added, from the one after the id `after`, each with the one above it. */
export async function sliceUnits(read: Reader, after: string, most: number) {
  const found = await list(read, gt(read.tables.units.id, after), most + 1);
  const shown = found.slice(0, most);
  const last = found.length > most ? shown.at(-1)?.id : undefined;
  return { rows: shown.map(({ id, ...row }) => row), last };
}

/** The same of one unit. */
export async function findInUnits(read: Reader, slug: string) {
  const [found] = await list(read, eq(read.tables.units.slug, slug), 1);
  if (!found) return undefined;
  const { id, ...row } = found;
  return row;
}

function list(read: Reader, only: SQL, most: number) {
  const { units } = read.tables;
  const above = alias(units, 'above');
  const { id, slug, name, description, mailbox, phone } = units;
  return read
    .select({ id, slug, name, parent: above.slug, description, mailbox, phone })
    .from(units)
    .leftJoin(above, eq(above.id, units.parentId))
    .where(only)
    .orderBy(asc(id))
    .limit(most);
}
