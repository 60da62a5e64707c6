import type { ColumnKit } from '../columns.ts';
import { defineTables } from '../tables.ts';
import * as kit from './columns.ts';

export const tables = defineTables(kit as unknown as ColumnKit);
