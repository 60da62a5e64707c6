import { expect, test } from 'vitest';
import { importsOf, listSources, type Source } from './sources.ts';

interface Room {
  folder: RegExp;
  never: RegExp;
  /** What to do instead. */
  instead: string;
}

const ROOMS: Room[] = [
  {
    folder: /^db\//,
    never: /^(src\/|astro)/,
    instead: 'db/ knows nothing of the site: pass what it needs as an argument',
  },
  {
    folder: /^src\/domain\//,
    never: /^(astro|node:|src\/(server|actions|pages|components|layouts))/,
    instead: 'domain/ is pure: let time, chance and machinery come in as arguments',
  },
  {
    folder: /^src\/domain\//,
    never: /^(better-sqlite3|pg|nodemailer|lucia|marked)$/,
    instead: 'domain/ asks through `read` and `tx`; drivers live in db/ and server/',
  },
  {
    folder: /^src\/domain\/.*-rules\.ts$/,
    never: /^(drizzle-orm|db\/(?!tables))|-(queries|commands)\.ts$/,
    instead: 'rules decide on what they are given: ask in queries, write in commands',
  },
  { folder: /^src\/domain\/.*-queries\.ts$/, never: /-commands\.ts$/, instead: 'queries change nothing' },
  {
    folder: /^src\/server\//,
    never: /^src\/(pages|actions|layouts)|\.astro$/,
    instead: 'server/ is the bench beside the rooms: pages and actions come to it',
  },
  { folder: /^src\/actions\//, never: /^(drizzle-orm|db\/)/, instead: 'actions call one command inside `write`' },
  {
    folder: /^src\/components\//,
    never: /^(src\/(server|actions|pages|layouts)|db\/|drizzle-orm)|-(queries|commands)\.ts$/,
    instead: 'components show what they are given: pages ask the queries',
  },
  {
    folder: /^src\/layouts\//,
    never: /^(src\/(server|pages)|db\/|drizzle-orm)|-(queries|commands)\.ts$/,
    instead: 'layouts show what they are given',
  },
  {
    folder: /^src\/pages\//,
    never: /^(db\/|drizzle-orm)|-commands\.ts$/,
    instead: 'pages ask domain queries and let actions change things',
  },
  { folder: /^(src|db)\//, never: /^tests\//, instead: 'the site does not know its tests' },
];

/** A form's state is read by the bench and shown by a component: its type is the one thing that goes up. */
const ALLOWED = new Set(['src/server/form.ts → src/components/form.ts']);

const offences = (source: Source) =>
  importsOf(source).flatMap((imported) =>
    ROOMS.filter(({ folder, never }) => folder.test(source.path) && never.test(imported))
      .filter(() => !ALLOWED.has(`${source.path} → ${imported}`))
      .map(({ instead }) => `${source.path} imports ${imported}: ${instead}.`),
  );

test('imports run strictly downward through the house', () => {
  expect(listSources().flatMap(offences)).toEqual([]);
});

test('a page that imports drizzle is caught with a sentence that says what to do', () => {
  const page = { path: 'src/pages/x.astro', text: "---\nimport { eq } from 'drizzle-orm';\n---", lines: 3 };
  expect(offences(page)).toEqual([
    'src/pages/x.astro imports drizzle-orm: pages ask domain queries and let actions change things.',
  ]);
});

test('time and chance come into the domain as arguments', () => {
  const taken = listSources()
    .filter(({ path }) => path.startsWith('src/domain/'))
    .filter(({ text }) => /Date\.now\(|new Date\(\)|Math\.random\(|randomUUID|Temporal\.Now/.test(text))
    .map(({ path }) => path);
  expect(taken).toEqual([]);
});
