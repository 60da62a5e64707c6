import type { Database } from '#db/database.ts';

/** Watches every table there is: whether nothing at all was written since. */
export async function watchEverything({ read, watch }: Pick<Database, 'read' | 'watch'>) {
  const everything = watch();
  await everything.run(async () => {
    for (const table of Object.values(read.tables)) await read.$count(table);
  });
  return everything;
}
