/** What queries give and components show. */
export type { HistoryEntry } from './channel-history-queries.ts';
export type { ListedChannel } from './channel-list-queries.ts';
export type { SeenChannel } from './channel-queries.ts';
