import type Client from 'better-sqlite3';

const MOST_KEPT = 500;
const VERBS = ['run', 'get', 'all', 'iterate'] as const;

/**
 * Drizzle prepares a statement for every query; the same text gets the same statement here, planned once.
 *
 * @param teller is given each text once; what it answers is called whenever a statement with that text runs.
 */
export function keepStatements(client: Client.Database, teller: (source: string) => () => void): Client.Database {
  const kept = new Map<string, Client.Statement>();
  const prepare = client.prepare.bind(client);
  client.prepare = ((source: string) => {
    const statement = kept.get(source) ?? telling(prepare(planOnce(source)), teller(source));
    if (kept.size < MOST_KEPT) kept.set(source, statement);
    return statement;
  }) as typeof client.prepare;
  return client;
}

function telling(statement: Client.Statement, tell: () => void): Client.Statement {
  for (const verb of VERBS) {
    const perform = statement[verb] as (...values: unknown[]) => unknown;
    const told = (...values: unknown[]) => {
      tell();
      return perform.apply(statement, values);
    };
    Object.assign(statement, { [verb]: told });
  }
  return statement;
}

/**
 * SQLite plans a statement anew whenever a value changes that its plan could depend on, which takes ten times as long as
 * most of our statements run. It looks at values that are equalled or limited by, unless they carry a sign.
 */
const planOnce = (source: string) => source.replace(/( = | limit | offset )\?/g, '$1+?');
