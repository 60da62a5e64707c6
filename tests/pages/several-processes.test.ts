import { asc, eq } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { afterFile } from '#tests/support/after-file.ts';
import { addMeetup } from '#tests/support/meetups.ts';
import { openPostgresServer } from '#tests/support/postgres-server.ts';
import { realSettings, serve } from '#tests/support/process.ts';
import { openTestSite } from '#tests/support/site.ts';
import { Visitor } from '#tests/support/visit.ts';

const RUNNERS = 120;
const PLACES = 20;

let server: Awaited<ReturnType<typeof openPostgresServer>>;
beforeAll(async () => {
  server = await openPostgresServer();
  afterFile(server.close);
});

/** A process of its own on the database that all share. */
async function serveToo(shared: Record<string, string> = {}) {
  const settings = { ...(await realSettings()), DATABASE_URL: server.url, ...shared };
  return { url: settings.SITE_URL, ...serve(settings) };
}

test('processes that start together on an empty database all open', async () => {
  const all = await Promise.all([serveToo(), serveToo(), serveToo()]);
  await Promise.all(all.map(({ ready }) => ready));
  for (const { child, ended } of all) {
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  }
});

test('while PostgreSQL is away a process says so, and goes on by itself when it is back', async () => {
  const { url, ready } = await serveToo();
  await ready;
  const ask = () => fetch(`${url}/meetups`);
  const send = () =>
    fetch(`${url}/sign-in?_action=signIn.request`, {
      method: 'POST',
      headers: { origin: url },
      body: new URLSearchParams({ email: 'sam@council.example', next: '/' }),
      redirect: 'manual',
    });
  expect((await ask()).status).toBe(200);
  await server.stop();
  const [page, form] = [await ask(), await send()];
  expect([page.status, form.status]).toEqual([503, 503]);
  expect(await page.text()).toContain('Please try again in a minute.');
  expect(await form.text()).toContain('its database does not answer or has no room.');
  await server.start();
  expect((await ask()).status).toBe(200);
  expect((await send()).status).toBe(303);
});

test('people race for the last places through two processes: one line, no place twice, everybody told once, and both show it at once', async () => {
  const one = await openTestSite({ DATABASE_URL: server.url });
  const { mailbox, signedIn } = one;
  const { read, write } = one.site;
  const other = await serveToo({ SMTP_URL: mailbox.url });
  await other.ready;
  const { meetup } = await write((tx) => addMeetup(tx, { places: PLACES, startsLocal: inAWeek() }));
  const path = `/meetups/${meetup.slug}`;
  const people = await Promise.all(Array.from({ length: RUNNERS }, (_, at) => signedIn(`p${at}@council.example`)));
  const doors = people.map((person, at) => (at % 2 ? new Visitor(other.url, person.cookie) : person));
  const fields = { meetupId: meetup.id, partySize: '1', accessNeeds: '', dietaryNeeds: '' };
  const answers = await Promise.all(doors.map((door) => door.send(path, 'rsvps.save', fields)));

  expect(answers.map(({ status }) => status)).toEqual(Array(RUNNERS).fill(303));
  for (const url of [one.url, other.url])
    expect((await new Visitor(url).get(path)).text).toContain(`${PLACES} of ${PLACES} places taken`);
  const { rsvps } = read.tables;
  const line = await read.select().from(rsvps).where(eq(rsvps.meetupId, meetup.id)).orderBy(asc(rsvps.turn));
  expect(line.map(({ turn }) => turn)).toEqual(Array.from({ length: RUNNERS }, (_, at) => at + 1));
  expect(line.map(({ status }) => status)).toEqual([
    ...Array(PLACES).fill('going'),
    ...Array(RUNNERS - PLACES).fill('waiting'),
  ]);
  const told = () => mailbox.letters.filter(({ subject }) => /^You (have|are number)/.test(subject ?? ''));
  await expect.poll(() => told().length).toBe(RUNNERS);
  expect(new Set(told().map(({ to }) => to?.[0]?.address)).size).toBe(RUNNERS);
});

const inAWeek = () => new Date(Date.now() + 7 * 24 * 3_600_000).toISOString().slice(0, 16);
