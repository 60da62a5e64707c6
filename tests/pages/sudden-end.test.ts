import Client from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openDatabase } from '#db/open.ts';
import { ensurePerson } from '#domain/people/people-commands.ts';
import { hashToken, newId } from '#server/chance.ts';
import { addMeetup } from '#tests/support/meetups.ts';
import { realSettings, serve } from '#tests/support/process.ts';

const DOMAINS = { staffDomains: ['council.example'], partnerDomains: [] };
const PEOPLE = 150;
const inTenDays = () => new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 16);

/** A meetup and people who are signed in, put into the database before the site opens it. */
async function prepare(databaseUrl: string) {
  const database = await openDatabase(databaseUrl);
  const now = new Date();
  const prepared = await database.write(async (tx) => {
    const { meetup } = await addMeetup(tx, { places: 40, startsLocal: inTenDays() });
    for (let n = 0; n < PEOPLE; n++) {
      const person = await ensurePerson(tx, { id: newId(), email: `p${n}@council.example`, domains: DOMAINS, now });
      const expiresAt = new Date(now.getTime() + 30 * 86_400_000);
      await tx.insert(tx.tables.sessions).values({ id: hashToken(`token-${n}`), personId: person.id, expiresAt });
    }
    return meetup;
  });
  await database.close();
  return prepared;
}

test('killed in the middle of a stream of RSVPs, the site has lost none that it answered', async () => {
  const settings = await realSettings();
  const meetup = await prepare(settings.DATABASE_URL);
  const { ready, child, ended } = serve(settings);
  await ready;
  const answered: number[] = [];
  const come = (n: number) =>
    fetch(`${settings.SITE_URL}/meetups/${meetup.slug}?_action=rsvps.save`, {
      method: 'POST',
      headers: { origin: settings.SITE_URL, cookie: `session=token-${n}` },
      body: new URLSearchParams({ meetupId: meetup.id, partySize: '1' }),
      redirect: 'manual',
    }).then(
      ({ status }) => {
        if (status === 303) answered.push(n);
        if (answered.length === 50) child.kill('SIGKILL');
      },
      () => {},
    );
  await Promise.all(Array.from({ length: PEOPLE }, (_, n) => come(n)));
  expect(await ended).toBe('SIGKILL');
  expect(answered.length).toBeGreaterThanOrEqual(50);
  const client = new Client(settings.DATABASE_URL.slice('file:'.length));
  expect(client.pragma('integrity_check', { simple: true })).toBe('ok');
  const kept = new Set(client.prepare('select email from rsvps').pluck().all());
  expect(answered.filter((n) => !kept.has(`p${n}@council.example`))).toEqual([]);
  expect(client.prepare("select sum(party_size) from rsvps where status = 'going'").pluck().get()).toBeLessThanOrEqual(
    40,
  );
  client.close();
});
