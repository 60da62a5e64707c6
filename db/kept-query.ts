import { type Column, getTableColumns, type SQL, sql, type Table } from 'drizzle-orm';
import type { Reader, Writer } from './database.ts';
import type { Tables } from './tables.ts';

export interface Buildable<Result> {
  prepare(): { execute(values: Record<string, unknown>): Promise<Result> };
}

/**
 * A query that is built once for a connection instead of on every call, for where many calls come at once: building a
 * query costs more than running it. What changes from call to call stands in it as a `blank`, or as a list in `isAmong`.
 */
export function keepQuery<Connection extends Reader | Writer, Result>(
  build: (connection: Connection) => Buildable<Result>,
): (connection: Connection, values: Record<string, unknown>) => Promise<Result> {
  const kept = new WeakMap<Connection, ReturnType<Buildable<Result>['prepare']>>();
  return async (connection, values) => {
    const query = kept.get(connection) ?? build(connection).prepare();
    kept.set(connection, query);
    return query.execute(values);
  };
}

/** A kept insert of one whole row: every column has its value, none is left to the table's defaults. */
export function keepInsert<Name extends keyof Tables>(
  name: Name,
): (tx: Writer, row: Tables[Name]['$inferSelect']) => Promise<unknown> {
  return keepQuery((tx: Writer) => {
    const table = tx.tables[name] as Table;
    const blanks = Object.entries(getTableColumns(table)).map(([name, column]) => [name, blank(name, column)]);
    return tx.insert(table as Tables['rsvps']).values(Object.fromEntries(blanks));
  });
}

/** Where a value for this column goes in a kept query. Drizzle's own placeholder skips the column's way to write it. */
export function blank(name: string, column: Column): SQL {
  const mapToDriverValue = (value: unknown) => (value === null ? null : column.mapToDriverValue(value));
  return sql`${sql.param(sql.placeholder(name), { mapToDriverValue })}`;
}
