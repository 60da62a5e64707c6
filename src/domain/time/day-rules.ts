const DAY_MS = 86_400_000;

/** How many days lie between two days (`YYYY-MM-DD`); less than 0 when `to` comes first. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;
