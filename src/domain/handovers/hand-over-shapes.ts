/** What queries give and components show. */
export type { ListedHandOver, SeenHandOver } from './hand-over-queries.ts';
