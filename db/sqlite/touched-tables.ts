import type Client from 'better-sqlite3';

/** Triggers write the full-text index together with what it indexes. */
const WRITTEN_WITH: Record<string, string> = { search_index: 'search_entries' };

export interface TouchedTables {
  /** Each table that a statement names at all. */
  readBy(source: string): string[];
  /** What it changes, together with the rows that end with those it deletes. */
  writtenBy(source: string): string[];
}

/** Which tables a statement reads or writes, told from its text. In doubt it says a table too many. */
export function openTouchedTables(client: Client.Database): TouchedTables {
  const all = client.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
  const names = new Set(all);
  const endingWith = cascades(client);

  return {
    readBy(source) {
      const words = (source.match(/\w+/g) ?? []).map((word) => WRITTEN_WITH[word] ?? word);
      return [...new Set(words)].filter((word) => names.has(word));
    },
    writtenBy(source) {
      if (/^select /i.test(source)) return [];
      const [, verb, table] = /^(insert into|update|delete from) "(\w+)"/.exec(source) ?? [];
      if (!verb || !table) return all;
      return verb === 'delete from' ? [...endingWith(table)] : [table];
    },
  };
}

/** What a table's rows take with them when they are deleted: rows of which tables, the first one included. */
function cascades(client: Client.Database) {
  const links = client
    .prepare(
      `select child.name as child, link."table" as parent from sqlite_master as child, pragma_foreign_key_list(child.name) as link
       where child.type = 'table' and link.on_delete not in ('NO ACTION', 'RESTRICT')`,
    )
    .all() as { child: string; parent: string }[];

  return function endingWith(table: string): Set<string> {
    const ending = new Set([table]);
    for (const gone of ending) for (const { child, parent } of links) if (parent === gone) ending.add(child);
    return ending;
  };
}
