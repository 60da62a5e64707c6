import type { findHealth } from './health-queries.ts';

/** What components show of it. */
export type Health = Awaited<ReturnType<typeof findHealth>>;
