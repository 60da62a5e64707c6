import { expect, test } from 'vitest';
import { openSqlite } from '#db/sqlite/open.ts';
import { ensurePerson } from '#domain/people/people-commands.ts';
import { hashToken, newId } from '#server/chance.ts';
import { openAs } from '#tests/support/chromium.ts';
import { addMeetup } from '#tests/support/meetups.ts';
import { realSettings, serve } from '#tests/support/process.ts';

test('a site that is started anew in the middle of the arrivals loses none of them', async () => {
  const settings = await realSettings();
  const now = new Date();
  const database = openSqlite(settings.DATABASE_URL.slice('file:'.length));
  const { slug, meetupId, guests } = await database.write(async (tx) => {
    const domains = { staffDomains: ['council.example'], partnerDomains: [] };
    const { id: hostId } = await ensurePerson(tx, { id: newId(), email: 'hetty@council.example', domains, now });
    const expiresAt = new Date(now.getTime() + 86_400_000);
    await tx.insert(tx.tables.sessions).values({ id: hashToken('cookie'), personId: hostId, expiresAt });
    const startsLocal = new Date(now.getTime() + 3_600_000).toISOString().slice(0, 16);
    const { meetup } = await addMeetup(tx, { hostId, startsLocal }, now);
    const names = ['Ann', 'Bea', 'Cleo'].map((name, at) => ({ id: newId(), name, turn: at + 1 }));
    const facts = { meetupId: meetup.id, circle: 'public' as const, status: 'going' as const, partySize: 1 };
    await tx
      .insert(tx.tables.rsvps)
      .values(names.map((one) => ({ ...one, ...facts, route: 'phone' as const, savedAt: now })));
    return { slug: meetup.slug, meetupId: meetup.id, guests: names };
  });
  const { arrivals } = database.read.tables;
  const first = serve(settings);
  await first.ready;
  try {
    const phone = await openAs({ cookie: 'session=cookie', url: settings.SITE_URL });
    const page = await phone.newPage();
    await page.goto(`${settings.SITE_URL}/meetups/${slug}/door`);
    const count = () => page.locator('.door-count').textContent();
    await page.locator('.party-came', { hasText: 'Ann' }).click();
    await expect.poll(() => database.read.$count(arrivals)).toBe(1);
    first.child.kill('SIGKILL');
    await first.ended;
    for (const { name } of guests.slice(1)) await page.locator('.party-came', { hasText: name }).click();
    // three, when the site was killed after it had saved the first and before it said so
    await expect.poll(() => page.locator('.door-sync').textContent()).toMatch(/^[23] taps wait for the wifi\.$/);
    const second = serve(settings);
    await second.ready;
    await expect.poll(() => page.locator('.door-sync').textContent()).toBe('');
    expect(await count()).toContain('3 people are here');
    const came = await database.read.select().from(arrivals);
    expect(came.map((one) => [one.meetupId, one.name, one.partySize])).toEqual(
      expect.arrayContaining(guests.map(({ name }) => [meetupId, name, 1])),
    );
    expect(came).toHaveLength(3);
  } finally {
    await database.close();
  }
});
