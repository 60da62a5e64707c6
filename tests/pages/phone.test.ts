import { beforeAll, expect, test } from 'vitest';
import { newId } from '#server/chance.ts';
import { addMeetup, type WishedMeetup } from '#tests/support/meetups.ts';
import { openTestSite } from '#tests/support/site.ts';

let town: Awaited<ReturnType<typeof openTestSite>>;
let lena: Awaited<ReturnType<typeof town.signedIn>>;
beforeAll(async () => {
  town = await openTestSite({ PHONE: '01632 960 100' });
  lena = await town.signedIn('lena@council.example');
});

async function announce(title: string, wished: WishedMeetup = {}) {
  const startsLocal = new Date(town.clock.now().getTime() + 7 * 86_400_000).toISOString().slice(0, 16);
  const { meetup } = await town.site.write((tx) => addMeetup(tx, { title, startsLocal, ...wished }));
  return { meetup, path: `/meetups/${meetup.slug}` };
}

const NEEDS = { accessNeeds: '', dietaryNeeds: '' };

/** A colleague enters somebody who rang; gives the page where their two words stand. */
async function enter({ meetup, path }: Awaited<ReturnType<typeof announce>>, name: string, wished: object = {}) {
  const facts = { meetupId: meetup.id, callerId: newId(), name, email: '', circle: 'public', route: 'phone' };
  const sent = await lena.send(`${path}/rsvps/new`, 'guests.enter', { ...facts, partySize: '1', ...NEEDS, ...wished });
  expect(sent.status, sent.text).toBe(303);
  return sent.path.split('?')[0] ?? '';
}

const codeOn = async (path: string) =>
  (await lena.get(path)).html.querySelector('.spoken-words')?.textContent.trim() ?? '';

test('any colleague enters somebody who rang, reads out two words, and finds them by these words again', async () => {
  const café = await announce('Ringing café');
  const page = await enter(café, 'Mrs Brown', { partySize: '2' });
  const code = await codeOn(page);
  expect(code).toMatch(/^[a-z]+ [a-z]+$/);
  expect((await lena.get(page)).text).toContain('They have places for 2');
  const found = await lena.get(`/phone?q=${encodeURIComponent(code.toUpperCase())}`);
  expect(found.html.querySelectorAll('.callers li')).toHaveLength(1);
  expect(found.text).toContain('Mrs Brown');
  expect((await lena.get('/phone?q=brow')).text).toContain('Found by name: ask for their two words');
});

test('a colleague changes and takes back what somebody has, by phone', async () => {
  const café = await announce('Changing café', { places: 4, overbookPercent: 25 });
  const page = await enter(café, 'Mr Change');
  const change = (await lena.get(page)).html.querySelector('a[href^="/phone/rsvps/"]')?.getAttribute('href') ?? '';
  expect((await lena.get(change)).text).toMatch(/How many of Mr Change\?.*4 places are free\./);
  const rsvpId = change.split('/').at(-1) ?? '';
  const sent = await lena.send(change, 'callers.change', { rsvpId, partySize: '3', ...NEEDS });
  expect(sent.path).toBe(`${page}?notice=caller-going`);
  expect((await lena.send(change, 'callers.change', { rsvpId, partySize: '6', ...NEEDS })).status).toBe(409);
  expect((await lena.get(page)).text).toContain('They have places for 3');
  expect((await lena.send(page, 'callers.withdraw', { rsvpId })).path).toBe(`${page}?notice=caller-withdrawn`);
  expect((await lena.get(page)).text).toContain('They can’t come');
});

test('whoever rings again for another meetup is the same person, under the same words', async () => {
  const page = await enter(await announce('First café'), 'Old Hand');
  const second = await announce('Second café');
  const form = await lena.get(`${second.path}/rsvps/new?caller=${page.split('/').at(-1)}`);
  expect(form.text).toContain('Enter an RSVP for Old Hand');
  const typed = Object.fromEntries(
    ['callerId', 'name', 'circle'].map((name) => [
      name,
      form.html.querySelector(`[name=${name}]`)?.getAttribute('value'),
    ]),
  );
  expect(await enter(second, 'ignored', typed)).toBe(page);
  expect((await lena.get(page)).html.querySelectorAll('main .card')).toHaveLength(2);
});

test('the hosts see how it came and who entered it; the colleague does not see their list', async () => {
  const café = await announce('Counter café');
  const page = await enter(café, 'Ms Counter', { route: 'counter' });
  const host = await town.signedIn('hetty@council.example', { name: 'Hetty Host' });
  const list = await host.get(`${café.path}/rsvps`);
  expect(list.text).toContain('Ms Counter 1 at the counter');
  const row = await host.get(list.html.querySelector('tbody th a')?.getAttribute('href') ?? '');
  expect(row.text).toContain('Entered by Lena');
  expect(row.text).toContain(`Their two words ${await codeOn(page)}`);
  expect((await lena.get(`${café.path}/rsvps`)).status).toBe(403);
});

test('nobody but staff opens the phone’s pages or acts for a caller', async () => {
  const page = await enter(await announce('Closed café'), 'Private Person');
  const rsvpId = ((await lena.get(page)).body.match(/\/phone\/rsvps\/([0-9a-f-]+)/) ?? [])[1] ?? '';
  const others = [town.stranger(), await town.signedIn('pat@trust.example'), await town.signedIn('rosa@home.example')];
  for (const other of others) {
    for (const path of ['/phone', '/phone?q=private', page, `/phone/rsvps/${rsvpId}`]) {
      const answer = await other.get(path);
      expect(answer.status, path).toBeOneOf([303, 403]);
      expect(answer.body).not.toContain('Private Person');
    }
    expect((await other.send('/phone', 'callers.withdraw', { rsvpId })).status).toBeOneOf([401, 403]);
    expect((await other.send('/phone', 'callers.change', { rsvpId, partySize: '2', ...NEEDS })).status).toBeOneOf([
      401, 403,
    ]);
    expect((await other.get(`/people/${page.split('/').at(-1)}`)).status).toBe(404);
  }
});

test('an RSVP of somebody who has an address is not the phone’s to change', async () => {
  const { meetup, path } = await announce('Web café');
  const rosa = await town.signedIn('rosa.web@home.example');
  await rosa.send(path, 'rsvps.save', { meetupId: meetup.id, partySize: '1', ...NEEDS });
  const { read } = town.site;
  const [rsvp] = (await read.select().from(read.tables.rsvps)).filter(({ meetupId }) => meetupId === meetup.id);
  expect((await lena.get(`/phone/rsvps/${rsvp?.id}`)).status).toBe(404);
  expect((await lena.send('/phone', 'callers.withdraw', { rsvpId: rsvp?.id ?? '' })).status).toBe(404);
  expect((await lena.get(`/phone/${rosa.person.id}`)).status).toBe(404);
  expect((await lena.get('/phone?q=rosa')).text).toContain('Nobody by those words');
});

test('hostile names and words are shown as they were typed, and opening pages changes nothing', async () => {
  const name = `<b onclick=x>Bobby'); drop table people;--`;
  const page = await enter(await announce('Odd café'), name);
  expect((await lena.get(page)).html.querySelector('h1')?.textContent.trim()).toBe(name);
  for (const typed of ['%', '_', "' or 1=1 --", '<script>alert(1)</script>', '\u202eamber', 'a'.repeat(5000), '💥'])
    expect((await lena.get(`/phone?q=${encodeURIComponent(typed)}`)).status, typed).toBe(
      typed.length > 4000 ? 414 : 200,
    );
  expect((await lena.get('/phone/nobody')).status).toBe(404);
  const count = () => town.site.read.$count(town.site.read.tables.rsvps);
  const before = await count();
  await lena.get(`${page}?_action=callers.withdraw`);
  expect(await count()).toBe(before);
  expect((await lena.get(page)).text).toContain('They have a place');
});

test('the number to ring stands on the page, in the panel and in letters', async () => {
  const { meetup, path } = await announce('Number café');
  const page = await town.stranger().get(path);
  expect(page.html.querySelector('#rsvp a[href="tel:01632960100"]')?.textContent).toBe('01632 960 100');
  const rosa = await town.signedIn('rosa.rings@home.example');
  await rosa.send(path, 'rsvps.save', { meetupId: meetup.id, partySize: '1', ...NEEDS });
  expect((await town.mailbox.next('rosa.rings@home.example')).text).toContain('Rather ring? 01632 960 100');
});

test('a colleague offers a topic and gives votes for somebody who rang, as theirs, and takes them back', async () => {
  const { seriesId } = await openSeries();
  const callerId = newId();
  const added = await lena.send('/phone/new', 'callers.add', { callerId, name: 'Mr Topic', circle: 'public' });
  expect(added.path).toBe(`/phone/${callerId}?notice=caller-added`);
  await lena.send('/phone/new', 'callers.add', { callerId, name: 'Somebody Else', circle: 'staff' });
  expect((await lena.get(`/phone/${callerId}`)).text).toContain('Mr Topic');
  const page = `/phone/${callerId}/topics`;
  const their = { callerId, seriesId };
  for (const n of [1, 2, 3, 4]) {
    const topic = { title: `Topic ${n}`, question: 'Why?', kind: 'help-me', route: 'phone' };
    expect((await lena.send(page, 'callerTopics.offer', { ...their, ...topic })).path).toContain('caller-topic');
  }
  const { read } = town.site;
  const all = await read.select().from(read.tables.topics);
  const topics = all
    .filter((topic) => topic.seriesId === seriesId)
    .sort((one, other) => (one.title < other.title ? -1 : 1));
  expect(topics[0]).toMatchObject({ offeredById: callerId, route: 'phone', enteredById: lena.person.id });
  const votes = topics.map(({ id: topicId }) => ({ ...their, topicId, route: 'phone' }));
  for (const vote of votes.slice(0, 3)) expect((await lena.send(page, 'callerTopics.vote', vote)).status).toBe(303);
  expect((await lena.send(page, 'callerTopics.vote', votes[3]!)).status).toBe(409);
  expect((await lena.get(page)).text).toContain('none left');
  expect((await lena.send(page, 'callerTopics.takeVoteBack', votes[0]!)).path).toContain('caller-vote-back');
  expect((await lena.send(page, 'callerTopics.withdraw', votes[1]!)).path).toContain('caller-topic-back');
  expect((await lena.get(page)).text).not.toContain('Topic 2');
  const given = await read.select().from(read.tables.topicVotes);
  expect(given.map(({ personId, enteredById }) => [personId, enteredById])).toContainEqual([callerId, lena.person.id]);
});

test('nobody offers or votes in the name of somebody who has an account, nor without being staff', async () => {
  const { seriesId } = await openSeries();
  const rosa = await town.signedIn('rosa.votes@home.example');
  const topic = { title: 'Not theirs', question: 'Why?', kind: 'help-me', route: 'phone', seriesId };
  const page = `/phone/${rosa.person.id}/topics`;
  expect((await lena.get(page)).status).toBe(404);
  expect((await lena.send('/phone', 'callerTopics.offer', { ...topic, callerId: rosa.person.id })).status).toBe(404);
  for (const other of [town.stranger(), rosa]) {
    expect((await other.get('/phone/new')).status).toBeOneOf([303, 403]);
    for (const action of ['offer', 'vote', 'takeVoteBack', 'withdraw']) {
      const sent = await other.send('/phone', `callerTopics.${action}`, { ...topic, callerId: 'x', topicId: 'x' });
      expect(sent.status, action).toBeOneOf([401, 403]);
    }
    const facts = { callerId: newId(), name: 'X', circle: 'public' };
    expect((await other.send('/phone', 'callers.add', facts)).status).toBeOneOf([401, 403]);
  }
});

async function openSeries() {
  const seriesId = newId();
  const now = town.clock.now();
  await town.site.write((tx) =>
    tx.insert(tx.tables.series).values({
      ...{ id: seriesId, slug: `café-${seriesId}`, name: 'Listening café', circle: 'public', cost: 'Free' },
      ...{ rules: [], exceptDays: [], extraDays: [], startTime: '10:00', endTime: '11:00', zone: 'Europe/London' },
      ...{ createdAt: now, updatedAt: now },
    }),
  );
  return { seriesId };
}
