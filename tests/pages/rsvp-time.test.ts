import { expect, test } from 'vitest';
import { openDatabase } from '#db/open.ts';
import { addMeetup } from '#tests/support/meetups.ts';
import { realSettings, serve } from '#tests/support/process.ts';
import { openTestSite } from '#tests/support/site.ts';

test('a place that nobody confirmed goes to the next in line, who gets a mail', async () => {
  const site = await openTestSite();
  const startsLocal = new Date(site.clock.now().getTime() + 7 * 86_400_000).toISOString().slice(0, 16);
  const { meetup } = await site.site.write((tx) => addMeetup(tx, { places: 1, startsLocal }));
  const path = `/meetups/${meetup.slug}`;
  const fields = { meetupId: meetup.id, partySize: '1', accessNeeds: '', dietaryNeeds: '' };
  await site.stranger().send(path, 'rsvps.ask', { ...fields, name: 'Rosa', email: 'rosa@home.example' });
  const link = new URL((await site.mailbox.next('rosa@home.example')).text?.match(/http\S+\/rsvps\/\S+/)?.[0] ?? '')
    .pathname;
  const bo = await site.signedIn('bo@council.example');
  await bo.send(path, 'rsvps.save', fields);
  await site.mailbox.next('bo@council.example');
  site.clock.forward(121);
  await site.runDueJobs();
  expect((await site.mailbox.next('bo@council.example')).subject).toContain('A place is yours');
  expect((await bo.get(path)).text).toContain('You have a place');
  const late = await site.stranger().get(link);
  expect(late.text).toContain('Nobody confirmed in time');
  const token = link.split('/').pop() ?? '';
  const confirmed = await site.stranger().send(link, 'rsvps.confirm', { token, ...fields });
  expect((await site.stranger().open(confirmed.path)).text).toContain('You are number 1 on the waiting list');
});

test('a restart keeps RSVPs, turns and the links in letters', async () => {
  const settings = await realSettings();
  const prepared = await openDatabase(settings.DATABASE_URL);
  const startsLocal = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 16);
  const { meetup } = await prepared.write((tx) => addMeetup(tx, { places: 1, startsLocal }));
  await prepared.close();
  const first = serve(settings);
  await first.ready;
  const ask = (email: string) =>
    fetch(`${settings.SITE_URL}/meetups/${meetup.slug}?_action=rsvps.ask`, {
      method: 'POST',
      headers: { origin: settings.SITE_URL },
      body: new URLSearchParams({ meetupId: meetup.id, partySize: '1', name: 'X', email }),
      redirect: 'manual',
    });
  for (const email of ['ann@home.example', 'bo@home.example']) expect((await ask(email)).status).toBe(303);
  first.child.kill('SIGTERM');
  expect(await first.ended).toBe(0);
  await serve(settings).ready;
  const database = await openDatabase(settings.DATABASE_URL);
  const letters = await database.read.select().from(database.read.tables.outbox);
  await database.close();
  const links = letters.map(({ plainText }) => plainText.match(/http\S+\/rsvps\/\S+/)?.[0] ?? '');
  const pages = await Promise.all(links.map(async (link) => (await fetch(link)).text()));
  expect(pages[0]).toContain('We hold a place for you');
  expect(pages[1]).toContain('You would be number 1 on the waiting list');
});
