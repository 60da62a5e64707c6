import type { Watch } from '../database.ts';

/** Every transaction that writes takes a number, and the snapshot names the numbers taken and still open. */
export const MARK = 'select pg_current_snapshot()::text as mark';

/**
 * Whatever was written, everything read before may differ: PostgreSQL does not tell which tables others wrote.
 *
 * @param currentMark moves whenever anything was written.
 */
export function openWatch(currentMark: () => Promise<string>): Watch {
  const mark = currentMark();
  return {
    async run(work) {
      await mark;
      return work();
    },
    isCurrent: async () => (await mark) === (await currentMark()),
  };
}
