import type { Writer } from '#db/database.ts';
import { platformList } from './platform-list.ts';

/** Adds the platforms that are missing. Rows that are there stay as they are, since an administrator may have changed them. */
export async function installPlatforms(tx: Writer): Promise<void> {
  await tx
    .insert(tx.tables.platforms)
    .values([...platformList])
    .onConflictDoNothing();
}
