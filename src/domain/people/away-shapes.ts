/** What queries give and components show. */
export type { Absence } from './absence-queries.ts';
export type { MyCover } from './cover-queries.ts';
export type { StandIn } from './stand-in-queries.ts';
