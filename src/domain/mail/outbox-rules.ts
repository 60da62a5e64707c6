const MINUTE = 60_000;
const LONGEST_PAUSE = 4 * 60 * MINUTE;
const GIVE_UP_AFTER = 24 * 60 * MINUTE;

/** When to try again after the given number of attempts: 1, 2, 4, 8 … minutes later, at most four hours. */
export const pauseAfter = (attempts: number, now: Date): Date =>
  new Date(now.getTime() + Math.min(MINUTE * 2 ** (attempts - 1), LONGEST_PAUSE));

/** A moment that no pause reaches: a letter due after it was put off by a clock that has been put back since. */
export const beyondAnyPause = (now: Date): Date => new Date(now.getTime() + LONGEST_PAUSE + MINUTE);

/** Letters that went before the one moment, and that were given up before the other, are kept no longer. */
export const keptSince = (now: Date) => ({
  sent: new Date(now.getTime() - 24 * 60 * MINUTE),
  givenUp: new Date(now.getTime() - 14 * 24 * 60 * MINUTE),
});

/** Whether a letter has been tried for a whole day. */
export const hasGivenUp = (queuedAt: Date, now: Date): boolean => now.getTime() - queuedAt.getTime() >= GIVE_UP_AFTER;
