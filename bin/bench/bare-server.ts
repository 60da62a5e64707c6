// What everything is measured against: `node:http` and nothing more. Arguments: port, and a folder with the pages to serve.
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import Client from 'better-sqlite3';

/** A page as the site answered it once. */
export interface KeptPage {
  /** Names and values in turns. */
  headers: string[];
  /** Base64. */
  body: string;
}

const [port, folder = '.'] = process.argv.slice(2);
const kept = JSON.parse(readFileSync(join(folder, 'pages.json'), 'utf8')) as Record<string, KeptPage>;
const pages = new Map(
  Object.entries(kept).map(([path, { headers, body }]) => [path, { headers, body: Buffer.from(body, 'base64') }]),
);
const insert = openInsert(join(folder, 'bare.db'));

createServer(async (request, response) => {
  if (request.method === 'POST') {
    const fields = new URLSearchParams(await readBody(request));
    insert.run(fields.get('meetup'), fields.get('person'), Date.now());
    response.writeHead(303, { location: '/', 'content-length': 0 }).end();
    return;
  }
  const page = pages.get(request.url ?? '');
  if (!page) return void response.writeHead(404).end();
  response.writeHead(200, page.headers).end(page.body);
}).listen(Number(port), '127.0.0.1');

process.once('SIGTERM', () => process.exit(0));

function openInsert(file: string) {
  const client = new Client(file);
  client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  client.exec('create table if not exists rsvps (id integer primary key, meetup text, person text, saved_at integer)');
  return client.prepare('insert into rsvps (meetup, person, saved_at) values (?, ?, ?)');
}

async function readBody(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}
