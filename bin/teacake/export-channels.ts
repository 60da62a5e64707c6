import { open, rename, rm } from 'node:fs/promises';
import { Command, Option } from 'commander';
import type { Database } from '#db/database.ts';
import { CIRCLES, type Circle, circlesSeenBy, STRANGER, type Viewer } from '#domain/people/viewer.ts';
import { registerCsv } from '#server/register-csv.ts';
import { stop } from './files.ts';
import { withDatabase } from './settings.ts';

export const exportCommand = new Command('export')
  .description('Write the whole register to a CSV file that a spreadsheet opens and that can be imported again.')
  .argument('FILE', 'where to write it; a file that is there is replaced once the new one is whole')
  .addOption(
    new Option('--circle <circle>', 'only what this circle may see; without it, all that keepers see').choices(CIRCLES),
  )
  .action((file: string, { circle }: { circle?: Circle }) =>
    withDatabase((database) => exportRegister(database, file, circle ? viewerOf(circle) : KEEPER)),
  );

const viewerOf = (circle: Circle): Viewer => ({ ...STRANGER, circle, circles: circlesSeenBy(circle) });
const KEEPER: Viewer = { ...viewerOf('staff'), isKeeper: true };

async function exportRegister({ read }: Database, path: string, viewer: Viewer) {
  const part = `${path}.part`;
  try {
    const file = await open(part, 'w', 0o600);
    try {
      for await (const lines of registerCsv(read, viewer)) await file.write(lines);
    } finally {
      await file.close();
    }
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    return stop(`${path} cannot be written (${error instanceof Error ? error.message : error}).`);
  }
  console.log(`The register is in ${path}.`);
}
