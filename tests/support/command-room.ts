import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Client from 'better-sqlite3';
import { realSettings, teacake } from './process.ts';

/** Whether somebody else is writing. */
function isLocked(client: Client.Database): boolean {
  try {
    client.exec('begin immediate; rollback');
    return false;
  } catch {
    return true;
  }
}

/** The administrator's tool, with the same first words each time, beside a database of its own. */
export async function openCommandRoom(...words: string[]) {
  const settings = await realSettings();
  const database = settings.DATABASE_URL.slice('file:'.length);
  const begin = (...more: string[]) => teacake([...words, ...more], settings);
  return {
    /** A file in the same folder. */
    file: (name: string) => join(dirname(database), name),
    /** What it said once it had ended. */
    async finish(...more: string[]) {
      const { ended, said } = begin(...more);
      return { code: await ended, said: said() };
    },
    /** Kills it while it adds rows to a table, which takes it several milliseconds each for as long as it is watched. */
    async killWhileItFills(table: string, ...more: string[]) {
      const client = new Client(database, { timeout: 0 });
      client.exec(`create trigger dawdle after insert on ${table} begin
        select count(*) from (with recursive n(i) as (select 1 union all select i + 1 from n where i < 20000) select i from n);
      end`);
      const { child, ended } = begin(...more);
      for (let looks = 0; looks < 10 && child.exitCode === null; looks = isLocked(client) ? looks + 1 : 0)
        await setTimeout(5);
      child.kill('SIGKILL');
      const end = await ended;
      client.exec('drop trigger dawdle');
      client.close();
      return end;
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
