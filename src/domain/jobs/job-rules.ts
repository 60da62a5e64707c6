const MINUTE = 60_000;
const LEASE_MS = 5 * MINUTE;
const LONGEST_PAUSE = 60 * MINUTE;

/** Work that belongs to no record of its own. */
export const WHOLE_SITE = 'site';

/** Until when whoever takes a job now has it for themselves. */
export const leaseFrom = (now: Date): Date => new Date(now.getTime() + LEASE_MS);

/** A moment that no lease reaches: one that ends later was given by a clock that has been put back since. */
export const beyondAnyLease = (now: Date): Date => new Date(now.getTime() + LEASE_MS + MINUTE);

/** When to try again after the given number of failures: 1, 2, 4 … minutes later, at most an hour; for ever, since it is wanted. */
export const retryAt = (attempts: number, now: Date): Date =>
  new Date(now.getTime() + Math.min(MINUTE * 2 ** (attempts - 1), LONGEST_PAUSE));
