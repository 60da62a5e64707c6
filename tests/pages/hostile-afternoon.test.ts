import { request } from 'node:http';
import { beforeAll, expect, test } from 'vitest';
import { listActions, listFieldNames, listRoutes } from '#tests/support/routes.ts';
import { openTestSite } from '#tests/support/site.ts';
import type { Visitor } from '#tests/support/visit.ts';
import { watchEverything } from '#tests/support/witness.ts';

let town: Awaited<ReturnType<typeof openTestSite>>;
beforeAll(async () => {
  town = await openTestSite();
});

const HOSTILE_PARTS = [
  'x',
  '%00',
  '..%2f..%2fetc%2fpasswd',
  '%e0%a4',
  "'%20or%201=1--",
  '%3Cscript%3E',
  'a'.repeat(3000),
  '%F0%9F%92%A5',
  '__proto__',
];
const HOSTILE_QUERY = `?page=-1&page=1e9&q=%00%22*&notice=%3Cscript%3E&unit[]=x&tag=${'y'.repeat(500)}&link=javascript:alert(1)&next=//evil.example`;

/** One request as it stands, answered or dropped within five seconds. */
function ask(
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body = '',
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(town.url + path, { method, headers, timeout: 5000 }, (response) => {
      let text = '';
      response
        .setEncoding('utf8')
        .on('data', (chunk: string) => (text += chunk))
        .on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    asked.once('error', reject).once('timeout', () => asked.destroy(new Error(`${method} ${path} was held open`)));
    asked.end(body);
  });
}

/** What went wrong, in words; empty when the answer was a plain one below 500 without a stack. */
const fault = (what: string, { status, text }: { status: number; text: string }) =>
  status >= 500 || /\bat \S+ \(|node:internal|SqliteError|ZodError/.test(text) ? [`${what}: ${status}`] : [];

test('no address breaks, whatever stands in it', async () => {
  const faults: string[] = [];
  for (const route of listRoutes())
    for (const part of /\[/.test(route) ? HOSTILE_PARTS : ['']) {
      const path = route.replace(/\[[^\]]+\]/g, part) + HOSTILE_QUERY;
      faults.push(...fault(path.slice(0, 80), await ask('GET', path)));
    }
  expect(faults.filter((one) => !one.startsWith('/500'))).toEqual([]);
});

test('methods we do not serve are refused at every address', async () => {
  const served: string[] = [];
  for (const route of listRoutes())
    for (const method of ['PUT', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS', 'PROPFIND']) {
      const { status } = await ask(method, route.replace(/\[[^\]]+\]/g, 'x'));
      const isPreflight = method === 'OPTIONS' && route.startsWith('/api/');
      if (status !== (isPreflight ? 204 : 405)) served.push(`${method} ${route}: ${status}`);
    }
  expect(served).toEqual([]);
});

test('a form from another site is refused, whatever it says it is', async () => {
  const types = [
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/plain',
    'application/json',
    '',
  ];
  const everything = await watchEverything(town.site);
  for (const name of listActions())
    for (const type of types)
      for (const origin of ['https://evil.example', 'null', town.url.replace('127.0.0.1', 'localhost'), '']) {
        const headers = { ...(type && { 'content-type': type }), ...(origin && { origin }) };
        const { status } = await ask('POST', `/about?_action=${name}`, headers, 'email=a%40b.example');
        expect(status, `${name} as ${type} from ${origin}`).toBeGreaterThanOrEqual(400);
        expect(status).toBeLessThan(500);
      }
  expect(await everything.isCurrent()).toBe(true);
});

const NAMES = listFieldNames();
const VALUES = {
  emptiness: '',
  markup: '<script>alert(1)</script>"\'><img src=x onerror=alert(1)>',
  nonsense: '\u202e\ud83d\udca5%_\\',
  numbers: '-1e309',
};
/** What each field may hold so that a form with all of them, a million bytes at most, is read. */
const SHARE = Math.floor(900_000 / NAMES.length);
/** Each value in every field, one of them repeated; and as much in each as a form may carry as a whole. */
const BODIES: [string, Record<string, string[]>][] = [
  ['nothing', {}],
  ['too much', inEveryField('a'.repeat(SHARE))],
  ['repetition', inEveryField(VALUES.markup, VALUES.markup, VALUES.markup)],
  ...Object.entries(VALUES).map(([kind, value]): [string, Record<string, string[]>] => [kind, inEveryField(value)]),
];

function inEveryField(...values: string[]) {
  return Object.fromEntries(NAMES.map((name) => [name, values]));
}

async function sendEverything(visitor: Visitor, path: string, bodies = BODIES): Promise<string[]> {
  const faults: string[] = [];
  for (const name of listActions())
    for (const [kind, fields] of bodies) {
      const { status, body } = await visitor.send(path, name, fields);
      faults.push(...fault(`${name} with ${kind}`, { status, text: body }));
      if (status === 413) faults.push(`${name} with ${kind} was not even read`);
    }
  return faults;
}

test('no form of a stranger breaks, and none of them gets in', async () => {
  // What stands in the fields is read before who sends it, so that the admin's forms show the rest.
  const few = BODIES.filter(([kind]) => ['nothing', 'markup'].includes(kind));
  expect(await sendEverything(town.stranger(), '/about', few)).toEqual([]);
});

test('no form of an admin breaks, whatever is in its fields', async () => {
  const admin = await town.signedIn('ada@council.example', { roles: ['admin', 'keeper'] });
  const actions = await sendEverything(admin, '/about');
  expect(actions).toEqual([]);
});

test('a broken multipart body, a lie about its length and an unknown encoding are 4xx', async () => {
  const origin = town.url;
  const broken = await ask(
    'POST',
    '/sign-in?_action=signIn.request',
    { origin, 'content-type': 'multipart/form-data; boundary=x' },
    '--x\r\nbroken',
  );
  const encoded = await ask(
    'POST',
    '/sign-in?_action=signIn.request',
    { origin, 'content-type': 'application/x-www-form-urlencoded', 'content-encoding': 'gzip' },
    'email=x',
  );
  const big = await ask(
    'POST',
    '/sign-in?_action=signIn.request',
    { origin, 'content-type': 'application/x-www-form-urlencoded' },
    `email=${'x'.repeat(2_000_000)}`,
  ).catch(() => ({ status: 413 }));
  expect([broken.status, encoded.status, big.status]).toEqual([400, 415, 413]);
});

test('an action that does not exist is a sentence', async () => {
  for (const name of ['nope', 'signIn', 'signIn.', '__proto__.x', 'constructor', '../x', 'signIn.request.x'])
    expect(
      (
        await ask('POST', `/about?_action=${encodeURIComponent(name)}`, {
          origin: town.url,
          'content-type': 'application/x-www-form-urlencoded',
        })
      ).status,
      name,
    ).toBe(404);
});
