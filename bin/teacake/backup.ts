import { Command } from 'commander';
import { DatabaseProblem } from '#db/database.ts';
import { backUp } from '#db/sqlite/backup.ts';
import { readSettings } from '#server/settings.ts';

export const backupCommand = new Command('backup')
  .description('Copy the database to FILE while the site goes on running, and check the copy.')
  .argument('FILE', 'a file that is not there yet')
  .action(async (file: string) => {
    const { databaseUrl } = readSettings(process.env);
    if (!databaseUrl.startsWith('file:'))
      throw new DatabaseProblem('This database is PostgreSQL: back it up with pg_dump, which does the same for it.');
    await backUp(databaseUrl.slice('file:'.length), file);
    console.log(
      `Backed up to ${file}. To restore, stop the site, put this file where DATABASE_URL points, and start it.`,
    );
  });
