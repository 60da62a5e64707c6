import { AsyncLocalStorage } from 'node:async_hooks';
import type { Watch } from '../database.ts';
import type { TouchedTables } from './touched-tables.ts';

/**
 * Knows what was read under which watch, and which tables this process wrote since. Time is counted in commits; a
 * reading is noted with the last commit before it.
 *
 * @param othersMark moves when another process writes, to whatever table: then nothing is current any more.
 */
export function openWatches({ readBy, writtenBy }: TouchedTables, othersMark: () => number) {
  const running = new AsyncLocalStorage<(table: string, at: number) => void>();
  const writtenAt = new Map<string, number>();
  const beingWritten = new Set<string>();
  let commits = 0;

  function watch(): Watch {
    const readAt = new Map<string, number>();
    const others = othersMark();
    let soundAt = commits;

    function note(table: string, at: number) {
      if ((readAt.get(table) ?? Number.POSITIVE_INFINITY) <= at) return;
      readAt.set(table, at);
      soundAt = Math.min(soundAt, at);
    }

    return {
      async run(work) {
        const outer = running.getStore();
        try {
          return await running.run(note, work);
        } finally {
          if (outer) for (const [table, at] of readAt) outer(table, at);
        }
      },
      isCurrent() {
        if (others !== othersMark()) return false;
        if (soundAt === commits) return true;
        for (const [table, at] of readAt) if ((writtenAt.get(table) ?? 0) > at) return false;
        soundAt = commits;
        return true;
      },
    };
  }

  return {
    watch,
    /** To be called whenever a statement with this text reads. */
    reads(source: string): () => void {
      const tables = readBy(source);
      return () => {
        const note = running.getStore();
        if (note) for (const table of tables) note(table, commits);
      };
    },
    /** To be called whenever a statement with this text runs on the connection that writes. */
    writes(source: string): () => void {
      const tables = writtenBy(source);
      return () => {
        for (const table of tables) beingWritten.add(table);
      };
    },
    /** What was being written is there for everybody now. */
    committed() {
      commits += 1;
      for (const table of beingWritten) writtenAt.set(table, commits);
      beingWritten.clear();
    },
  };
}
