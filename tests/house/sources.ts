import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';

export interface Source {
  /** From the project's root, with forward slashes. */
  path: string;
  text: string;
  lines: number;
}

/** Every file of ours that is code: the rooms and what opens them. */
export function listSources(): Source[] {
  return ['src', 'db', 'bin', 'tests']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((path) => /\.(ts|mjs|astro|css)$/.test(path) && !path.includes('fixtures'))
    .map((path) => {
      const text = readFileSync(path, 'utf8');
      return { path, text, lines: text.trimEnd().split('\n').length };
    });
}

/** What a file imports, as paths from the root (`#db/x.ts` → `db/x.ts`), packages as they are named. Types count too. */
export function importsOf({ path, text }: Source): string[] {
  const specifiers = [...text.matchAll(/(?:^|\n|[;{\s(])(?:import|export)\b[^'";]*?['"]([^'"]+)['"]/g)].map(
    (match) => match[1] ?? '',
  );
  return specifiers.map((specifier) => {
    if (specifier.startsWith('.')) return normalize(join(path, '..', specifier));
    if (specifier.startsWith('#db/') || specifier.startsWith('#tests/')) return specifier.slice(1);
    return specifier.startsWith('#') ? `src/${specifier.slice(1)}` : specifier;
  });
}
