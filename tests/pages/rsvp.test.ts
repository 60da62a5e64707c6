import { beforeAll, expect, test } from 'vitest';
import { addMeetup, type WishedMeetup } from '#tests/support/meetups.ts';
import { openTestSite } from '#tests/support/site.ts';
import type { Page } from '#tests/support/visit.ts';

let site: Awaited<ReturnType<typeof openTestSite>>;
beforeAll(async () => {
  site = await openTestSite();
});

let meetups = 0;

/** A meetup in a week, hosted by Hetty, with short ways to use its page. */
async function announce(wish: WishedMeetup = {}) {
  const title = `Café ${++meetups}`;
  const startsLocal = new Date(site.clock.now().getTime() + 7 * 86_400_000).toISOString().slice(0, 16);
  const { meetup } = await site.site.write((tx) => addMeetup(tx, { title, startsLocal, ...wish }, site.clock.now()));
  const path = `/meetups/${meetup.slug}`;
  const fields = { meetupId: meetup.id, partySize: '1', accessNeeds: '', dietaryNeeds: '' };
  return { meetup, path, fields };
}

const panelOf = (page: Page) => page.html.querySelector('.rsvp')?.textContent.replace(/\s+/g, ' ').trim() ?? 'no panel';
const linkIn = (text = '') => new URL(text.match(/https?:\S+\/rsvps\/\S+/)?.[0] ?? 'http://no.link').pathname;

test('signed in, one press saves a place and the mail brings the calendar file', async () => {
  const { path, fields } = await announce({ places: 20 });
  const sam = await site.signedIn('sam.green@council.example');
  expect(panelOf(await sam.get(path))).toContain('20 places are free');
  const done = await sam.send(path, 'rsvps.save', fields);
  expect([done.status, done.path]).toEqual([303, `${path}?notice=rsvp-going`]);
  const page = await sam.open(done.path);
  expect(page.text).toContain('You have a place. The details are in your mail.');
  expect(panelOf(page)).toContain('You have a place');
  expect(panelOf(page)).toContain('1 of 20 places taken');
  const letter = await site.mailbox.next('sam.green@council.example');
  expect(letter.subject).toContain('You have a place');
  expect(letter.attachments[0]?.mimeType).toBe('text/calendar');
});

test('not signed in, the place is held until the button behind the mail’s link is pressed', async () => {
  const { path, fields } = await announce({ places: 20 });
  const rosa = site.stranger();
  const asked = await rosa.send(path, 'rsvps.ask', {
    ...fields,
    name: 'Rosa',
    email: 'rosa@home.example',
    partySize: '2',
  });
  expect(asked.path).toBe(`${path}?notice=rsvp-asked`);
  expect(panelOf(await rosa.open(asked.path))).toContain('Look in your mailbox');
  const link = linkIn((await site.mailbox.next('rosa@home.example')).text);
  const page = await site.stranger().open(link);
  expect(page.text).toContain('We hold places for 2 for you');
  expect(page.headers.get('cache-control')).toContain('no-store');
  const confirmed = await site
    .stranger()
    .send(link, 'rsvps.confirm', { token: link.split('/').pop() ?? '', ...fields, partySize: '3' });
  expect(confirmed.path).toBe(`${link}?notice=rsvp-going`);
  expect((await site.stranger().open(confirmed.path)).text).toContain('You have places for 3');
  const letter = await site.mailbox.next('rosa@home.example');
  expect(letter.subject).toContain('You have places for 3');
  expect(await (await fetch(`${site.url}${link}.ics`)).text()).toContain('STATUS:CONFIRMED');
});

test('opening the links of every letter changes nothing, however often', async () => {
  const { path, fields, meetup } = await announce({ places: 1 });
  const { read } = site.site;
  const ann = await site.signedIn('ann@council.example');
  await ann.send(path, 'rsvps.save', fields);
  await site.stranger().send(path, 'rsvps.ask', { ...fields, name: 'Bo', email: 'bo@home.example' });
  await ann.send(path, 'rsvps.withdraw', { meetupId: meetup.id });
  const letters = await read.select().from(read.tables.outbox);
  const links = letters.map(({ plainText }) => linkIn(plainText)).filter((link) => link.startsWith('/rsvps/'));
  const everything = async () =>
    JSON.stringify(
      await Promise.all([read.tables.rsvps, read.tables.rsvpLinks].map((table) => read.select().from(table))),
    );
  const before = await everything();
  for (const link of links)
    for (const address of [link, `${link}.ics`, `${link}?confirm=1&_action=rsvps.confirm`])
      for (const method of ['GET', 'HEAD'])
        expect((await fetch(site.url + address, { method })).status).toBeLessThan(500);
  expect(await everything()).toBe(before);
  expect(links.length).toBeGreaterThan(3);
});

test('the answer is the same whether or not the address is known', async () => {
  const { path, fields } = await announce();
  const known = await site.signedIn('known@council.example');
  await known.send(path, 'rsvps.save', fields);
  const ask = async (email: string) => {
    const page = await site.stranger().send(path, 'rsvps.ask', { ...fields, name: 'X', email });
    return [page.status, page.path, page.body];
  };
  expect(await ask('known@council.example')).toEqual(await ask('unknown@council.example'));
  await site.mailbox.next('known@council.example');
});

test('when it is full people wait in line, and a freed place is theirs with a mail', async () => {
  const { path, fields, meetup } = await announce({ places: 1 });
  const ann = await site.signedIn('ann.first@council.example');
  const bo = await site.signedIn('bo.second@trust.example');
  await ann.send(path, 'rsvps.save', fields);
  expect(panelOf(await bo.get(path))).toContain('The only place is taken');
  await bo.send(path, 'rsvps.save', fields);
  expect(panelOf(await bo.get(path))).toContain('You are number 1 on the waiting list');
  expect(await (await fetch(`${site.url}${path}`)).text()).toContain('1 waiting');
  await ann.send(path, 'rsvps.withdraw', { meetupId: meetup.id });
  expect(panelOf(await bo.get(path))).toContain('You have a place');
  expect(panelOf(await ann.get(path))).toContain('You told us that you can’t come');
  const subjects = [
    await site.mailbox.next('bo.second@trust.example'),
    await site.mailbox.next('bo.second@trust.example'),
  ];
  expect(subjects.map(({ subject }) => subject?.split(': ')[0])).toContain('A place is yours');
});

test('a party that cannot grow is told so and keeps its place', async () => {
  const { path, fields } = await announce({ places: 4 });
  const ann = await site.signedIn('ann.grows@council.example');
  await ann.send(path, 'rsvps.save', { ...fields, partySize: '3' });
  await (await site.signedIn('bo.alone@council.example')).send(path, 'rsvps.save', fields);
  const refused = await ann.send(path, 'rsvps.save', { ...fields, partySize: '4' });
  expect(refused.status).toBe(409);
  expect(refused.text).toContain('There is no room for more people. Your place for 3 is kept.');
  expect(panelOf(refused)).toContain('You have places for 3');
  expect((await ann.send(path, 'rsvps.save', { ...fields, partySize: '5' })).text).toContain('only 4 places in all');
});

test('wrong fields come back with what was typed', async () => {
  const { path, fields } = await announce();
  const wrong = await site
    .stranger()
    .send(path, 'rsvps.ask', { ...fields, name: '', email: 'not an address', partySize: '9' });
  expect(wrong.status).toBe(400);
  expect(wrong.text).toContain('Enter your name');
  expect(wrong.text).toContain('Enter a mail address in the right form');
  expect(wrong.text).toContain('Choose how many you are, from 1 to 6');
  expect(wrong.html.querySelector('[name=email]')?.getAttribute('value')).toBe('not an address');
});

test('the form that mails a typed address has a limit, with a time', async () => {
  const { path, fields } = await announce();
  const ask = () => site.stranger().send(path, 'rsvps.ask', { ...fields, name: 'X', email: 'often@home.example' });
  const statuses = [];
  for (let time = 0; time < 6; time++) statuses.push((await ask()).status);
  expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
});

test('a meetup of a smaller circle is not there for others, by page or by form', async () => {
  const { path, fields } = await announce({ circle: 'staff' });
  const partner = await site.signedIn('pat@trust.example');
  expect((await partner.get(path)).status).toBe(404);
  const sent = await partner.send('/meetups', 'rsvps.save', fields);
  expect(sent.status).toBe(404);
  const asked = await site.stranger().send('/meetups', 'rsvps.ask', { ...fields, name: 'X', email: 'x@home.example' });
  expect(asked.status).toBe(404);
});

test('once it has started nobody can save a place; once it is over the link says so', async () => {
  const { path, fields } = await announce();
  const ann = await site.signedIn('ann.early@council.example');
  await ann.send(path, 'rsvps.save', fields);
  const link = linkIn((await site.mailbox.next('ann.early@council.example')).text);
  site.clock.forward(7 * 24 * 60 + 60);
  try {
    const late = await (await site.signedIn('late@council.example')).send(path, 'rsvps.save', fields);
    expect(late.status).toBe(409);
    expect(late.text).toContain('This meetup has started');
    site.clock.forward(120);
    const over = await site.stranger().get(link);
    expect(over.text).toContain('This meetup is over');
    expect(over.html.querySelectorAll('main form')).toHaveLength(0);
  } finally {
    site.clock.ahead = 0;
  }
});

test('a link that is not one is not found', async () => {
  expect((await site.stranger().get('/rsvps/nonsense')).status).toBe(404);
  const sent = await site.stranger().send('/rsvps/nonsense', 'rsvps.confirm', { token: 'nonsense', partySize: '1' });
  expect(sent.status).toBe(404);
  expect((await fetch(`${site.url}/rsvps/nonsense.ics`)).status).toBe(404);
});
