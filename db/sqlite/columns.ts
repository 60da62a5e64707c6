import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text as sqliteText,
  unique,
} from 'drizzle-orm/sqlite-core';

export const table = sqliteTable;
/** A key made by us: UUIDv7 text. */
export const id = () => sqliteText();
/** A key the engine counts up: only for rows that a full-text index points at. */
export const serial = () => integer().primaryKey({ autoIncrement: true });
export const text = sqliteText;
export const count = () => integer();
export const flag = () => integer({ mode: 'boolean' });
/** An instant, kept to the millisecond. */
export const moment = () => integer({ mode: 'timestamp_ms' });
/** A calendar day as `YYYY-MM-DD`. */
export const day = () => sqliteText();
/** A short list of words, kept as JSON. */
export const list = () => sqliteText({ mode: 'json' }).$type<string[]>();
/** Any value kept as JSON. */
export const json = <T>() => sqliteText({ mode: 'json' }).$type<T>();
export type AnyColumn = AnySQLiteColumn;
export { index, primaryKey, unique };
