import { dirname, join } from 'node:path';
import Client from 'better-sqlite3';
import { realSettings, teacake } from './process.ts';

/** The administrator's tool, with the same first words each time, beside a database of its own. */
export async function openCommandRoom(...words: string[]) {
  const settings = await realSettings();
  const database = settings.DATABASE_URL.slice('file:'.length);
  const begin = (...more: string[]) => teacake([...words, ...more], settings);
  return {
    database,
    /** A file in the same folder. */
    file: (name: string) => join(dirname(database), name),
    begin,
    /** What it said once it had ended. */
    async finish(...more: string[]) {
      const { ended, said } = begin(...more);
      return { code: await ended, said: said() };
    },
    /** The first value that a query finds. */
    ask<Answer>(sql: string) {
      const client = new Client(database, { readonly: true });
      const answer = client.prepare(sql).pluck().get() as Answer;
      client.close();
      return answer;
    },
  };
}
