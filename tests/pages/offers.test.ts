import { beforeAll, expect, test } from 'vitest';
import { announce, meetupFields, SAM, typedIn } from '#tests/support/meetup-form.ts';
import { addMeetup, type WishedMeetup } from '#tests/support/meetups.ts';
import { openTestSite } from '#tests/support/site.ts';

let site: Awaited<ReturnType<typeof openTestSite>>;
beforeAll(async () => {
  site = await openTestSite();
});

const linkIn = (text = '') => new URL(text.match(/https?:\S+\/rsvps\/\S+/)?.[0] ?? 'http://no.link').pathname;

/** A meetup that starts in thirty hours, with one place. Ann has it, Bo and Cy wait, and Ann can't come. */
async function freeAPlace(title: string, wish: WishedMeetup = {}) {
  const host = await site.signedIn('host@council.example', { name: 'Hetty Host' });
  const startsLocal = new Date(site.clock.now().getTime() + 30 * 3_600_000).toISOString().slice(0, 16);
  const made = { title, startsLocal, places: 1, hostId: host.person.id, ...wish };
  const { meetup } = await site.site.write((tx) => addMeetup(tx, made, site.clock.now()));
  const path = `/meetups/${meetup.slug}`;
  const fields = { meetupId: meetup.id, partySize: '1' };
  const [ann, bo, cy] = await Promise.all(
    ['ann', 'bo', 'cy'].map((name) => site.signedIn(`${name}.${meetup.slug}@council.example`)),
  );
  for (const person of [ann!, bo!, cy!]) await person.send(path, 'rsvps.save', fields);
  await ann!.send(path, 'rsvps.withdraw', { meetupId: meetup.id });
  const offerTo = async (email: string) => {
    for (;;) {
      const { subject, text } = await site.mailbox.next(email);
      if (subject?.startsWith('A place is kept for you, yes or no')) return linkIn(text);
    }
  };
  return {
    meetup,
    path,
    fields,
    host,
    bo: bo!,
    cy: cy!,
    linkOf: (who: typeof ann) => offerTo(who!.person.email ?? ''),
  };
}

test('the link of the letter opens a page with yes and no; opening it changes nothing, yes makes the place theirs', async () => {
  const { path, bo, linkOf } = await freeAPlace('Yes café');
  const link = await linkOf(bo);
  for (let times = 0; times < 2; times++) {
    const page = await site.stranger().get(link);
    expect(page.text).toContain('A place is kept for you');
    expect(page.text).toContain('if we hear nothing, the next in line is asked');
    expect(page.html.querySelectorAll('main form').map((form) => form.querySelector('button')?.textContent)).toEqual([
      'Yes, I am coming',
      'No, thank you',
    ]);
  }
  expect(await (await fetch(`${site.url}${link}.ics`)).text()).toContain('STATUS:TENTATIVE');
  expect((await site.stranger().get(path)).text).toContain('1 of 1 places taken');
  const yes = await site.stranger().send(link, 'rsvps.confirm', { token: link.split('/').pop() ?? '', partySize: '1' });
  expect(yes.path).toBe(`${link}?notice=rsvp-going`);
  expect((await bo.get(path)).text).toContain('You have a place');
});

test('signed in, no passes it on at once, and the page says what happened to whoever did not answer', async () => {
  const { path, meetup, bo, cy, linkOf } = await freeAPlace('No café');
  expect((await bo.get(path)).html.querySelector('.rsvp')?.textContent).toContain('A place is kept for you');
  await bo.send(path, 'rsvps.withdraw', { meetupId: meetup.id });
  const link = await linkOf(cy);
  site.clock.forward(29 * 60);
  await site.runDueJobs();
  const late = await site.stranger().get(link);
  expect(late.text).toContain('Your place was passed on');
  expect(late.text).toContain('and heard nothing');
  expect(late.text).toContain('I can come after all');
  site.clock.ahead = 0;
});

test('the host sees who was asked, whom to ring, and answers for them', async () => {
  const { path, fields, host, bo, cy, meetup } = await freeAPlace('Ring café');
  const rung = { name: 'Mrs Gaunt', email: '', circle: 'public', route: 'phone', callerId: crypto.randomUUID() };
  await host.send(`${path}/rsvps/new`, 'guests.enter', { ...fields, ...rung });
  expect((await host.get(`${path}/rsvps`)).text).toContain('asked, until');
  for (const person of [bo, cy]) await person.send(path, 'rsvps.withdraw', { meetupId: meetup.id });
  const list = await host.get(`${path}/rsvps`);
  expect(list.text).toContain('ring them, until');
  expect((await site.mailbox.next('host@council.example')).subject).toContain('Please ring Mrs Gaunt');
  const guest =
    list.html
      .querySelectorAll('tbody a')
      .find((link) => link.textContent === 'Mrs Gaunt')
      ?.getAttribute('href') ?? '';
  const page = await host.get(guest);
  expect(page.text).toContain('Ring them: a place is kept until');
  expect(page.html.querySelectorAll('main button').map((button) => button.textContent)).toContain('They are coming');
  await host.send(guest, 'guests.change', { rsvpId: guest.split('/').pop() ?? '', partySize: '1' });
  expect((await host.get(guest)).text).toContain('Going.');
});

test('the form keeps places and promises more of them, and the page says the rule in words', async () => {
  const sam = await site.signedIn(SAM);
  const wished = { overbookPercent: '10', keptFirstTimer: '4', keptPartner: '1', keptUntil: '2031-12-01T17:00' };
  const path = await announce(sam, { title: 'Wide café', ...wished });
  const page = await site.stranger().get(path);
  expect(page.text).toContain(
    '4 of 20 places are kept for people who come for the first time and 1 for partners until Monday 1 December 2031, 5 pm.',
  );
  expect(page.text).toContain('There is room for 20. We promise 22 places');
  expect(page.text).toContain('0 of 22 places taken');
  const form = await sam.get(`${path}/edit`);
  const value = (name: string) => form.html.querySelector(`[name=${name}]`)?.getAttribute('value');
  expect(['overbookPercent', 'keptFirstTimer', 'keptPublic', 'keptUntil'].map(value)).toEqual([
    '10',
    '4',
    '0',
    '2031-12-01T17:00',
  ]);
  expect(form.text).toContain('not known yet');
  const fields = { ...meetupFields(SAM), ...typedIn(form), ...wished, title: 'Wide café' };
  const wrong = await sam.send(`${path}/edit`, 'meetups.edit', {
    ...fields,
    keptFirstTimer: '30',
    keptUntil: '2031-12-09T10:00',
    overbookPercent: '80',
  });
  expect(wrong.status).toBe(400);
  expect(wrong.text).toContain('Enter a whole number from 0 to 50');
  const late = await sam.send(`${path}/edit`, 'meetups.edit', {
    ...fields,
    keptFirstTimer: '30',
    keptUntil: '2031-12-09T10:00',
  });
  expect(late.text).toContain('Keep no more seats than the 20 there are');
  expect(late.text).toContain('Enter a time before the meetup starts');
});

test('when only kept places are left, whoever they are not for goes in line, and whoever they are for has one', async () => {
  const sam = await site.signedIn(SAM);
  const path = await announce(sam, {
    title: 'Kept café',
    places: '1',
    keptPartner: '1',
    keptUntil: '2031-12-01T17:00',
  });
  const meetupId = (await sam.get(path)).html.querySelector('[name=meetupId]')?.getAttribute('value') ?? '';
  expect((await sam.get(path)).text).toContain('One place is free, and it is kept.');
  await sam.send(path, 'rsvps.save', { meetupId, partySize: '1' });
  expect((await sam.get(path)).text).toContain('You are number 1 on the waiting list');
  const pat = await site.signedIn('pat@trust.example');
  await pat.send(path, 'rsvps.save', { meetupId, partySize: '1' });
  expect((await pat.get(path)).text).toContain('You have a place');
});

test('a party says who comes and what its children need; the hosts read it, and nobody else', async () => {
  const sam = await site.signedIn(SAM);
  const path = await announce(sam, { title: 'Family café' });
  const rosa = await site.signedIn('rosa@trust.example');
  const meetupId = (await rosa.get(path)).html.querySelector('[name=meetupId]')?.getAttribute('value') ?? '';
  expect((await rosa.get(path)).text).toContain('deleted when you withdraw, and 7 days after the meetup');
  const told = { partyNames: 'Tom and Mia Redwood', childNeeds: 'A high chair for Mia' };
  await rosa.send(path, 'rsvps.save', { meetupId, partySize: '3', ...told });
  const list = await sam.get(`${path}/rsvps`);
  expect(list.text).toContain('With Tom and Mia Redwood');
  expect(list.text).toContain('Children: A high chair for Mia');
  expect((await rosa.get(path)).html.querySelector('[name=partyNames]')?.getAttribute('value')).toBe(told.partyNames);
  for (const other of [site.stranger(), await site.signedIn('colleague@council.example')])
    for (const page of [path, '/meetups', '/search?q=Redwood'])
      expect((await other.get(page)).body, page).not.toMatch(/Tom and Mia|chair for Mia/);
});
