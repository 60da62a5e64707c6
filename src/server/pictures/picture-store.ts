import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newId } from '../chance.ts';

/** Where the files of pictures lie: a folder here, something that speaks S3 one day. */
export interface PictureStore {
  /** Keeps a file; one of that name is the same file. */
  put(name: string, bytes: Uint8Array): Promise<void>;
  /** A file, or undefined when there is none. */
  read(name: string): Promise<Buffer | undefined>;
  /** Throws away the files from before a moment whose names begin with none of the hashes that `listKept` gives back. */
  sweep(before: Date, listKept: (hashes: string[]) => Promise<string[]>): Promise<void>;
}

/** Files in a folder, which is made when the first one comes. */
export function openFolder(folder: string): PictureStore {
  const shelfOf = (name: string) => join(folder, name.slice(0, 2));
  return {
    async put(name, bytes) {
      const shelf = shelfOf(name);
      await mkdir(shelf, { recursive: true });
      const coming = join(shelf, `.${newId()}`);
      await writeFile(coming, bytes);
      await rename(coming, join(shelf, name)); // whole or not at all
    },
    read: (name) => readFile(join(shelfOf(name), name)).catch(() => undefined),
    async sweep(before, listKept) {
      for (const shelf of await readdir(folder).catch(() => [])) {
        const names = await readdir(join(folder, shelf));
        const kept = await listKept([...new Set(names.map(hashIn))]);
        for (const name of names.filter((one) => !kept.includes(hashIn(one)))) {
          const file = join(folder, shelf, name);
          if ((await stat(file)).mtime < before) await rm(file);
        }
      }
    },
  };
}

const hashIn = (name: string) => name.slice(0, 64);

/** Beside the database's file, under its name: `data/teacake-pictures` for `data/teacake.db`. A server's lie in `data/`. */
export const pictureFolderOf = (databaseUrl: string): string => folderBeside(databaseUrl, 'pictures');

/** Pictures for link previews, which are drawn again when they are lost. */
export const shareFolderOf = (databaseUrl: string): string => folderBeside(databaseUrl, 'share');

function folderBeside(databaseUrl: string, what: string): string {
  const file = databaseUrl.startsWith('file:') ? databaseUrl.slice('file:'.length) : 'data/teacake';
  return `${file.replace(/\.\w+$/, '')}-${what}`;
}
