/** What queries give and components show. */
export type {
  Holding,
  listHostedMeetups,
  listHostedSeries,
  listOtherAccess,
  listTopicsAhead,
} from './holding-queries.ts';
export type { Leaver } from './leaver-queries.ts';
