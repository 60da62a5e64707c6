import { expect, test } from 'vitest';
import { newId } from '#server/chance.ts';
import { addMeetup } from '#tests/support/meetups.ts';
import { openTestSite } from '#tests/support/site.ts';
import type { Page } from '#tests/support/visit.ts';

const site = await openTestSite();
const hetty = await site.signedIn('hetty@council.example', { name: 'Hetty Host' });
const colleague = await site.signedIn('sam.green@council.example');

/** A meetup to which guests come, each alone; the first one has access needs. */
async function meetupWith(guests: number) {
  const now = site.clock.now();
  const ids = Array.from({ length: guests }, () => newId());
  const { meetup } = await site.site.write(async (tx) => {
    const facts = await addMeetup(tx, { title: `Café for ${guests}`, startsLocal: '2031-12-03T10:00' }, now);
    const row = { meetupId: facts.meetup.id, circle: 'public', status: 'going', partySize: 1, route: 'web' } as const;
    for (const [at, id] of ids.entries()) {
      const guest = { ...row, id, name: `Guest ${at}`, email: `${id}@home.example`, turn: at + 1, savedAt: now };
      await tx.insert(tx.tables.rsvps).values({ ...guest, accessNeeds: at === 0 ? 'A wheelchair' : '' });
    }
    return facts;
  });
  return { path: `/meetups/${meetup.slug}/tables`, meetupId: meetup.id, ids };
}

/** The names at each table, in the order of their numbers. */
const tablesOf = ({ html }: Page) =>
  html.querySelectorAll('.tables > li').map((table) => table.querySelectorAll('li').map((name) => name.text.trim()));

test('a host proposes tables, and mixes again; looking changes nothing', async () => {
  const { path, meetupId } = await meetupWith(12);
  expect(tablesOf(await hetty.get(path))).toEqual([]);
  const sent = await hetty.send(path, 'tables.mix', { meetupId, easyTables: '1' });
  expect([sent.status, sent.path]).toEqual([303, `${path}?notice=tables-mixed`]);
  const first = tablesOf(await hetty.get(path));
  expect(first.flat()).toHaveLength(12);
  expect(first.map((names) => names.length).sort()).toEqual([6, 6]);
  expect(first[0]).toContain('Guest 0');
  expect(tablesOf(await hetty.get(path))).toEqual(first);
  await hetty.send(path, 'tables.mix', { meetupId, easyTables: '1' });
  const again = tablesOf(await hetty.get(path));
  expect(again).not.toEqual(first);
  expect(again[0]).toContain('Guest 0');
});

test('those who asked sit together, until they need not', async () => {
  const { path, meetupId, ids } = await meetupWith(13);
  const [one = '', other = ''] = ids.slice(1);
  await hetty.send(path, 'tables.join', { meetupId, one, other });
  for (let times = 0; times < 3; times++) {
    await hetty.send(path, 'tables.mix', { meetupId, easyTables: '1' });
    const table = tablesOf(await hetty.get(path)).find((names) => names.includes('Guest 1'));
    expect(table).toContain('Guest 2');
  }
  expect((await hetty.get(path)).text).toContain('Guest 1 and Guest 2');
  await hetty.send(path, 'tables.part', { meetupId, one: other, other: one });
  expect((await hetty.get(path)).text).not.toContain('Guest 1 and Guest 2');
});

test('whoever says so later is shown as not seated, and has a table after mixing again', async () => {
  const { path, meetupId, ids } = await meetupWith(8);
  await hetty.send(path, 'tables.mix', { meetupId, easyTables: '2' });
  const row = { id: newId(), meetupId, name: 'Late Larry', email: null, circle: 'public', status: 'going' } as const;
  await site.site.write((tx) =>
    tx.insert(tx.tables.rsvps).values({ ...row, partySize: 1, turn: 99, route: 'phone', savedAt: site.clock.now() }),
  );
  expect((await hetty.get(path)).text).toContain('Not seated yet: Late Larry');
  await hetty.send(path, 'tables.mix', { meetupId, easyTables: '2' });
  expect(tablesOf(await hetty.get(path)).flat()).toContain('Late Larry');
  expect(ids).toHaveLength(8);
});

test('what cannot be done is said in one sentence', async () => {
  const empty = await meetupWith(0);
  const nobody = await hetty.send(empty.path, 'tables.mix', { meetupId: empty.meetupId, easyTables: '2' });
  expect([nobody.status, nobody.text.includes('there is nobody to seat')]).toEqual([409, true]);
  const { path, meetupId, ids } = await meetupWith(5);
  const wrong = await hetty.send(path, 'tables.mix', { meetupId, easyTables: 'many' });
  expect([wrong.status, wrong.text.includes('Enter how many tables')]).toEqual([400, true]);
  const alone = await hetty.send(path, 'tables.join', { meetupId, one: ids[0]!, other: ids[0]! });
  expect([alone.status, alone.text.includes('Choose somebody else here')]).toEqual([400, true]);
});

test('only hosts see who sits where, and only they mix', async () => {
  const { path, meetupId } = await meetupWith(6);
  expect((await colleague.get(path)).status).toBe(403);
  expect((await site.stranger().get(path)).text).not.toContain('Guest');
  const sent = await colleague.send(path, 'tables.mix', { meetupId, easyTables: '1' });
  expect(sent.status).toBe(403);
  expect(tablesOf(await hetty.get(path))).toEqual([]);
});
