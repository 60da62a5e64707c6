import type * as sqlite from './sqlite/columns.ts';

/** The column makers an engine supplies. Typed as SQLite's; PostgreSQL's builders behave alike at run time. */
export type ColumnKit = typeof sqlite;
