import { defineTables } from '../tables.ts';
import * as kit from './columns.ts';

export const tables = defineTables(kit);
