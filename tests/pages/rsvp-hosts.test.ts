import { beforeAll, expect, test } from 'vitest';
import { newId } from '#server/chance.ts';
import { addMeetup } from '#tests/support/meetups.ts';
import { openTestSite } from '#tests/support/site.ts';

let site: Awaited<ReturnType<typeof openTestSite>>;
beforeAll(async () => {
  site = await openTestSite();
});

const NEEDS = { accessNeeds: 'Seat beside the heater', dietaryNeeds: 'No walnuts' };

/** A meetup with a host of its own, and Ann, who is coming with two others and needs something. */
async function announce(title: string) {
  const host = await site.signedIn('host@council.example', { name: 'Hetty Host' });
  const startsLocal = new Date(site.clock.now().getTime() + 7 * 86_400_000).toISOString().slice(0, 16);
  const wish = { title, startsLocal, places: 5, hostId: host.person.id };
  const { meetup } = await site.site.write((tx) => addMeetup(tx, wish));
  const path = `/meetups/${meetup.slug}`;
  const ann = await site.signedIn('ann@trust.example');
  const fields = { meetupId: meetup.id, partySize: '3', ...NEEDS };
  await ann.send(path, 'rsvps.save', fields);
  return { host, ann, path, fields, meetup };
}

test('hosts see who is coming in the order of their turns, with needs and totals by circle', async () => {
  const { host, path } = await announce('Host café');
  const page = await host.get(`${path}/rsvps`);
  const cells = page.html.querySelectorAll('tbody tr')[0]?.querySelectorAll('td, th') ?? [];
  expect(cells.map((cell) => cell.textContent.replace(/\s+/g, ' ').trim())).toEqual([
    '1',
    'Ann partner first time',
    '3',
    'Seat beside the heaterNo walnuts',
    'on the web',
  ]);
  expect(page.html.querySelector('.facts')?.textContent.replace(/\s+/g, ' ')).toContain('Partners 3');
  expect((await (await site.signedIn('boss@council.example', { roles: ['admin'] })).get(`${path}/rsvps`)).status).toBe(
    200,
  );
});

test('nobody else sees what people need, on any page', async () => {
  const { path } = await announce('Quiet café');
  const others = [
    site.stranger(),
    await site.signedIn('colleague@council.example'),
    await site.signedIn('bo@trust.example'),
  ];
  const pages = [
    path,
    '/meetups',
    `${path}/rsvps`,
    `${path}/sign-in-sheet`,
    `${path}.ics`,
    '/search?q=waln',
    '/search?q=ann',
  ];
  for (const other of others)
    for (const address of pages) {
      const page = await other.get(address);
      expect(page.body, address).not.toMatch(/heater|walnuts|ann@trust/);
    }
  expect((await others[1]?.get(`${path}/rsvps`))?.status).toBe(403);
  expect((await others[1]?.get(`${path}/sign-in-sheet`))?.status).toBe(403);
  expect((await site.stranger().get(`${path}/rsvps`)).path).toContain('/sign-in?next=');
});

test('the sign-in sheet has names and empty lines, and no addresses or needs', async () => {
  const { host, path } = await announce('Paper café');
  const page = await host.get(`${path}/sign-in-sheet`);
  expect(page.html.querySelectorAll('.sheet tbody tr')).toHaveLength(11);
  expect(page.text).toContain('Ann 3');
  expect(page.body).not.toMatch(/@trust|heater|walnuts/);
});

test('a colleague enters somebody who rang: a name is enough, and how it came is kept', async () => {
  const { host, path, fields } = await announce('Phone café');
  const entered = await host.send(`${path}/rsvps/new`, 'guests.enter', {
    ...{ ...fields, accessNeeds: '', dietaryNeeds: '', partySize: '2' },
    ...{ callerId: newId(), name: 'Mrs Brown', email: '', circle: 'public', route: 'phone' },
  });
  expect(entered.path).toMatch(/^\/phone\/[0-9a-f-]{36}\?notice=rsvp-entered-going$/);
  const again = await host.send(`${path}/rsvps/new`, 'guests.enter', {
    ...{
      ...fields,
      callerId: newId(),
      name: 'Mr White',
      email: 'white@home.example',
      circle: 'public',
      route: 'paper',
      partySize: '1',
    },
  });
  expect(again.path).toContain('rsvp-entered-waiting');
  expect((await host.get(`${path}/rsvps`)).text).toContain('Mrs Brown 2 by phone');
  expect((await site.mailbox.next('white@home.example')).subject).toContain('waiting list');
  const partner = await site.signedIn('pat@trust.example');
  expect((await partner.get(`${path}/rsvps/new`)).status).toBe(403);
  expect(
    (
      await partner.send(path, 'guests.enter', {
        ...fields,
        callerId: newId(),
        name: 'X',
        circle: 'public',
        route: 'phone',
      })
    ).status,
  ).toBe(403);
});

test('a host from a partner enters somebody too, and reads their two words', async () => {
  const pia = await site.signedIn('pia@trust.example');
  const startsLocal = new Date(site.clock.now().getTime() + 7 * 86_400_000).toISOString().slice(0, 16);
  const wish = { title: 'Partner café', startsLocal, places: 5, hostId: pia.person.id };
  const { meetup } = await site.site.write((tx) => addMeetup(tx, wish));
  const path = `/meetups/${meetup.slug}`;
  const form = await pia.get(
    (await pia.get(`${path}/rsvps`)).html.querySelector('a[href$="/rsvps/new"]')?.getAttribute('href') ?? '',
  );
  expect(form.html.querySelector('a[href="/phone"]'), 'the page for the phone is for staff').toBeNull();
  const entered = await pia.send(`${path}/rsvps/new`, 'guests.enter', {
    ...{ meetupId: meetup.id, callerId: newId(), name: 'Mr Grey', email: '', circle: 'public', route: 'counter' },
    ...{ partySize: '1', accessNeeds: '', dietaryNeeds: '' },
  });
  const { spokenCodes } = site.site.read.tables;
  const codes = await site.site.read.select().from(spokenCodes);
  const { text } = await pia.get(entered.path);
  expect(codes.some(({ code }) => text.includes(code.replace('-', ' ')))).toBe(true);
});

test('a host changes an RSVP for somebody and takes it back; others cannot', async () => {
  const { host, ann, path } = await announce('Changed café');
  const row = (await host.get(`${path}/rsvps`)).html.querySelector('tbody th a')?.getAttribute('href') ?? '';
  const rsvpId = row.split('/').pop() ?? '';
  expect((await host.get(row)).text).toContain('ann@trust.example');
  const change = { rsvpId, partySize: '2', accessNeeds: '', dietaryNeeds: '' };
  expect((await ann.send(row, 'guests.change', change)).status).toBe(403);
  expect((await ann.get(row)).status).toBe(403);
  expect((await host.send(row, 'guests.change', change)).path).toBe(`${path}/rsvps?notice=rsvp-changed`);
  expect((await ann.get(path)).text).toContain('You have places for 2');
  expect((await ann.send(path, 'guests.withdraw', { rsvpId })).status).toBe(403);
  await host.send(row, 'guests.withdraw', { rsvpId });
  expect((await ann.get(path)).text).toContain('You told us that you can’t come');
});

test('names are shown to everyone only for those who opted in', async () => {
  const { path, fields } = await announce('Named café');
  const open = await site.signedIn('nadia@council.example', { name: 'Nadia Open', showsName: true });
  const shy = await site.signedIn('sol@council.example', { name: 'Sol Shy' });
  for (const person of [open, shy]) await person.send(path, 'rsvps.save', { ...fields, partySize: '1' });
  const page = await site.stranger().get(path);
  expect(page.text).toContain('Coming: Nadia Open and 4 others');
  expect(page.body).not.toContain('Sol Shy');
});
