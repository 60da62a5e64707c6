import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import Client from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { drizzle as drizzlePglite } from 'drizzle-orm/pglite';
import { migrate as migratePglite } from 'drizzle-orm/pglite/migrator';
import { afterAll, expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import { migrationsOf } from '#db/migrations.ts';
import { openSqlite } from '#db/sqlite/open.ts';
import { openPglite } from '#tests/support/pglite.ts';

const folder = mkdtempSync(join(tmpdir(), 'teacake-upgrade-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The migrations of an engine up to the one before series were records. */
function firstMigrations(engine: 'sqlite' | 'postgres', count = 6): string {
  const copy = join(folder, engine);
  cpSync(migrationsOf(engine), copy, { recursive: true });
  const journal = JSON.parse(readFileSync(join(copy, 'meta/_journal.json'), 'utf8'));
  writeFileSync(
    join(copy, 'meta/_journal.json'),
    JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }),
  );
  return copy;
}

/** Two cafés of one name and one meetup of none, two lessons that are published and one that is not, as an earlier version wrote them; `at` writes an instant. */
const EARLIER = (at: (iso: string) => string, no: string) => `
insert into people (id, name, circle, ask_me_about, job_title, shows_name, created_at) values
  ('ann', 'Ann', 'staff', '', '', ${no}, ${at('2026-01-01')}), ('bo', 'Bo', 'staff', '', '', ${no}, ${at('2026-01-01')});
insert into venues (id, name, address, step_free, toilet, hearing_loop, parking) values ('v', 'The Kettle', '1 Mill Lane', 'yes', 'yes', 'no', 'no');
${[
  ['m1', 'spring-cafe', 'Café meetup', '2026-03-18', 'null'],
  ['m2', 'summer-cafe', 'Café meetup', '2026-07-15', "'bo'"],
  ['m3', 'press-day', '', '2026-09-01', 'null'],
]
  .map(
    ([id, slug, series, day, second]) =>
      `insert into meetups (id, slug, title, series_name, starts_local, ends_local, zone, starts_at, ends_at, venue_id, cost, circle, host_id, second_host_id, description, description_html, renderer_version, sequence, created_at, updated_at)
       values ('${id}', '${slug}', '${slug}', '${series}', '${day}T10:00', '${day}T11:30', 'Europe/London', ${at(`${day}T09:00:00Z`)}, ${at(`${day}T10:30:00Z`)}, 'v', 'Free', 'public', 'ann', ${second}, '', '', 1, 0, ${at('2026-01-01')}, ${at('2026-01-01')});`,
  )
  .join('\n')}
insert into lessons (id, slug, title, happened, happened_html, next_time, next_time_html, renderer_version, worked, circle, created_by_id, created_at, updated_at)
  values ${['l1', 'l2', 'l3'].map((id) => `('${id}', '${id}', 'Lesson', 'h', 'h', 'n', 'n', 1, 'yes', 'public', 'ann', ${at('2026-01-01')}, ${at('2026-01-01')})`).join(', ')};
insert into lesson_publications (lesson_id, published_at) values ('l1', ${at('2026-03-01')}), ('l2', ${at('2026-02-01')});
insert into topics (id, meetup_id, position, title, question, lead_id, lead_name) values ('t', 'm1', 1, 'Bins', 'Why on Tuesdays?', 'ann', '');
`;

async function openOldSqlite(): Promise<Database> {
  const file = join(folder, 'old.db');
  const client = new Client(file);
  client.pragma('foreign_keys = ON');
  migrate(drizzle(client), { migrationsFolder: firstMigrations('sqlite') });
  client.exec(EARLIER((iso) => String(new Date(iso).getTime()), '0'));
  client.close();
  return openSqlite(file);
}

async function openOldPostgres(): Promise<Database> {
  const client = new PGlite();
  await migratePglite(drizzlePglite(client), { migrationsFolder: firstMigrations('postgres') });
  await client.exec(EARLIER((iso) => `'${iso}'`, 'false'));
  return openPglite(client);
}

test.each([
  ['SQLite', openOldSqlite],
  ['PostgreSQL', openOldPostgres],
])(
  'a database from before series were records opens on %s: a shared name is one series, nothing is lost',
  async (_, open) => {
    const { read, close } = await open();
    const { series, seriesHosts, seriesVenues, meetups, topics } = read.tables;
    const [cafe, ...others] = await read.select().from(series);
    expect(others).toEqual([]);
    expect(cafe).toMatchObject({
      name: 'Café meetup',
      slug: 'summer-cafe',
      startTime: '10:00',
      endTime: '11:30',
      rules: [],
    });
    const belongs = await read
      .select({ slug: meetups.slug, number: meetups.number, seriesId: meetups.seriesId })
      .from(meetups)
      .orderBy(meetups.id);
    expect(belongs).toEqual([
      { slug: 'spring-cafe', number: 1, seriesId: cafe?.id },
      { slug: 'summer-cafe', number: 2, seriesId: cafe?.id },
      { slug: 'press-day', number: 3, seriesId: null },
    ]);
    expect((await read.select().from(seriesHosts)).map(({ personId }) => personId).sort()).toEqual(['ann', 'bo']);
    expect(await read.select().from(seriesVenues)).toMatchObject([{ venueId: 'v', position: 1 }]);
    expect(await read.select().from(topics)).toMatchObject([
      { title: 'Bins', leadId: 'ann', minutes: 30, position: 1, seriesId: null },
    ]);
    const { lessonNumbers } = read.tables;
    expect(await read.select().from(lessonNumbers).orderBy(lessonNumbers.number)).toEqual([
      { lessonId: 'l2', number: 1 },
      { lessonId: 'l1', number: 2 },
    ]);
    await close();
  },
);
