import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pictureFinder } from './picture-finder.ts';
import { type PostContext, type PostRead, readPostFile } from './post-file.ts';

/** Every Markdown file below a folder, in the order of its names. Nothing outside the folder is opened: links are not followed. */
export function readPostFolder(folder: string, facts: PostContext): PostRead[] {
  const context = { ...facts, findPicture: pictureFinder(folder, facts.siteUrl) };
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => readPostFile(path.slice(folder.length).replace(/^\/+/, ''), readFileSync(path, 'utf8'), context));
}
