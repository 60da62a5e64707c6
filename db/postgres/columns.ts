import {
  type AnyPgColumn,
  boolean,
  index,
  integer,
  jsonb,
  serial as pgSerial,
  pgTable,
  text as pgText,
  primaryKey,
  timestamp,
  unique,
} from 'drizzle-orm/pg-core';

export const table = pgTable;
export const id = () => pgText();
export const serial = () => pgSerial().primaryKey();
export const text = pgText;
export const count = () => integer();
export const flag = () => boolean();
export const moment = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' });
export const day = () => pgText();
export const list = () => jsonb().$type<string[]>();
export const json = <T>() => jsonb().$type<T>();
export type AnyColumn = AnyPgColumn;
export { index, primaryKey, unique };
