import { readdirSync } from 'node:fs';
import { listSources } from '#tests/house/sources.ts';

/** Every address of the site as a pattern: `/meetups/[slug]`, `/lessons.atom`. */
export function listRoutes(): string[] {
  return readdirSync('src/pages', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(astro|ts)$/.test(path))
    .map(
      (path) =>
        `/${path
          .replaceAll('\\', '/')
          .replace(/\.(astro|ts)$/, '')
          .replace(/(^|\/)index$/, '')}`,
    )
    .map((path) => (path.length > 1 ? path.replace(/\/$/, '') : path))
    .sort();
}

/** Every action by its name: `lessons.publish`. */
export function listActions(): string[] {
  return listSources()
    .filter(({ path }) => path.startsWith('src/actions/'))
    .flatMap(({ text }) => {
      const noun = text.match(/^export const (\w+) = \{$/m)?.[1];
      return noun ? [...text.matchAll(/^ {2}(\w+): guarded\(/gm)].map((match) => `${noun}.${match[1]}`) : [];
    });
}

/** Every name a form field of ours has. */
export function listFieldNames(): string[] {
  const names = listSources()
    .filter(({ path }) => path.endsWith('.astro'))
    .flatMap(({ text }) => [...text.matchAll(/\bname="(\w+)"/g)].map((match) => match[1] ?? ''));
  return [...new Set(names)];
}
