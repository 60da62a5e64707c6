import { existsSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { Command } from 'commander';
import { DatabaseProblem } from '#db/database.ts';
import { backUp } from '#db/sqlite/backup.ts';
import { pictureFolderOf } from '#server/pictures/picture-store.ts';
import { readSettings } from '#server/settings.ts';

export const backupCommand = new Command('backup')
  .description(
    'Copy the database to FILE, and the pictures to a folder beside it, while the site goes on running; check the copy.',
  )
  .argument('FILE', 'a file that is not there yet')
  .action(async (file: string) => {
    const { databaseUrl } = readSettings(process.env);
    const pictures = pictureFolderOf(databaseUrl);
    if (!databaseUrl.startsWith('file:'))
      throw new DatabaseProblem(
        `This database is PostgreSQL: back it up with pg_dump, which does the same for it, and then copy the folder ${pictures}.`,
      );
    await backUp(databaseUrl.slice('file:'.length), file);
    // After the database: a picture that it knows of is there already.
    const copied = pictureFolderOf(`file:${file}`);
    if (existsSync(pictures)) await cp(pictures, copied, { recursive: true });
    console.log(
      `Backed up to ${file}. To restore, stop the site, put this file where DATABASE_URL points, and start it.${
        existsSync(pictures) ? ` The pictures are in ${copied}: they go to ${pictures}.` : ''
      }`,
    );
  });
