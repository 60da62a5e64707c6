const MINUTE_MS = 60_000;
const MOST_KEPT = 5_000;
const asked = new Map<string, number[]>();

/**
 * Whether somebody asks for something more than `most` times a minute. Remembered in this process only: a limit that is
 * written would have those who only read wait for the disk.
 */
export function isTooOften(key: string, most: number, now: Date): boolean {
  const since = now.getTime() - MINUTE_MS;
  const times = (asked.get(key) ?? []).filter((time) => time > since);
  if (times.length >= most) return true;
  if (asked.size >= MOST_KEPT) asked.clear();
  asked.set(key, [...times, now.getTime()]);
  return false;
}
