import { expect, test } from 'vitest';
import { SAM } from '#tests/support/meetup-form.ts';
import { openTestSite } from '#tests/support/site.ts';
import { addTopicSeries, listedOn } from '#tests/support/topics.ts';
import type { Page, Visitor } from '#tests/support/visit.ts';

const site = await openTestSite();
const { stranger, signedIn } = site;
const sam = await signedIn(SAM, { showsName: true });
const addSeries = (circle?: 'partner' | 'staff') => addTopicSeries(site.site, sam.person.id, circle);

const idOf = (page: Page, title: string) =>
  page.html
    .querySelectorAll('.topic-on-list')
    .find((item) => item.querySelector('h3')?.textContent === title)
    ?.id.replace('topic-', '') ?? 'not on the page';
const vote = async (who: Visitor, path: string, title: string) =>
  who.send(path, 'topics.vote', { topicId: idOf(await who.get(path), title) });

test('one press offers a topic, and anybody can read it and see how strong the interest is', async () => {
  const { path, fields } = await addSeries();
  const rosa = await signedIn('rosa.one@home.example');
  expect((await rosa.get(path)).text).toContain('Everyone can see this');
  const done = await rosa.send(path, 'topics.offer', fields('More benches'));
  expect([done.status, done.path]).toEqual([303, `${path}?notice=topic-offered`]);
  const page = await stranger().get(path);
  expect(page.text).toMatch(
    /Help me with this From a newcomer More benches What about More benches\? Offered by a resident/,
  );
  expect(page.text).toContain('No votes yet');
  expect(page.text).not.toContain('Rosa');
});

test('a wrong offer comes back with what was typed and a sentence for each field', async () => {
  const { path, fields } = await addSeries();
  const page = await stranger().send(path, 'topics.ask', {
    ...fields('Benches'),
    question: '',
    kind: 'loud',
    name: 'R',
    email: 'r',
  });
  expect(page.status).toBe(400);
  expect(page.text).toContain('Say what you wonder, or what the problem is');
  expect(page.text).toContain('Choose what kind of topic it is');
  expect(page.html.querySelector('[name="title"]')?.getAttribute('value')).toBe('Benches');
});

test('not signed in, a topic is shown once the button behind the mail’s link is pressed, and can be withdrawn there', async () => {
  const { path, fields } = await addSeries();
  const asked = await stranger().send(path, 'topics.ask', {
    ...fields('By mail'),
    name: 'Ed',
    email: 'ed@home.example',
  });
  expect(asked.path).toBe(`${path}?notice=topic-asked`);
  const letter = await site.mailbox.next('ed@home.example');
  const link = new URL(letter.text?.match(/http\S+\/topics\/\S+/)?.[0] ?? 'http://no.link').pathname;
  const token = link.split('/').pop() ?? '';
  for (const method of ['GET', 'HEAD']) await fetch(site.url + link, { method });
  expect(listedOn(await stranger().get(path))).toEqual([]);
  expect((await stranger().get(link)).text).toContain('One more press');
  await stranger().send(link, 'topics.confirm', { token });
  expect(listedOn(await stranger().get(path))).toEqual(['By mail']);
  expect((await sam.get(path)).text).toContain('Ed');
  expect((await stranger().get(path)).text).not.toMatch(/\bEd\b/);
  await stranger().send(link, 'topics.decline', { token });
  expect(listedOn(await stranger().get(path))).toEqual([]);
  expect((await stranger().get(link)).text).toContain('Your topic is withdrawn');
});

test('a forgotten offer is gone after two days, and so is its link', async () => {
  const { path, fields } = await addSeries();
  await stranger().send(path, 'topics.ask', { ...fields('Forgotten'), name: 'Flo', email: 'flo@home.example' });
  const link = new URL((await site.mailbox.next('flo@home.example')).text?.match(/http\S+\/topics\/\S+/)?.[0] ?? '')
    .pathname;
  expect((await stranger().get(link)).status).toBe(200);
  site.clock.forward(48 * 60 + 1);
  await site.runDueJobs();
  expect((await stranger().get(link)).status).toBe(404);
});

test('three votes each: ten presses at once give three, nobody sees whose, and each can be taken back', async () => {
  const { path, fields } = await addSeries();
  const titles = Array.from({ length: 5 }, (_, at) => `Topic ${at}`);
  for (const title of titles) await sam.send(path, 'topics.offer', fields(title));
  const rosa = await signedIn('rosa.votes@home.example', { showsName: true });
  const page = await rosa.get(path);
  expect(page.text).toContain('You have 3 votes.');
  const ids = titles.map((title) => idOf(page, title));
  const answers = await Promise.all([...ids, ...ids].map((topicId) => rosa.send(path, 'topics.vote', { topicId })));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303, 409]));
  expect(await site.site.read.$count(site.site.read.tables.topicVotes)).toBe(3);
  const after = await rosa.get(path);
  expect(after.text).toContain('All 3 of your votes are given');
  const buttons = after.html
    .querySelectorAll('button')
    .filter(({ textContent }) => textContent.includes('Take my vote back'));
  expect(buttons).toHaveLength(3);
  for (const other of [sam, stranger()]) {
    const { body } = await other.get(path);
    expect(body).not.toContain('Rosa');
    expect(body).not.toContain(rosa.person.id);
    expect(body).toContain('Some interest');
  }
  const given = ids.find((id) => buttons.some((button) => button.closest('li')?.id === `topic-${id}`)) ?? '';
  await rosa.send(path, 'topics.takeVoteBack', { topicId: given });
  expect((await rosa.get(path)).text).toContain('You have 1 of your 3 votes left.');
  expect((await vote(stranger(), path, 'Topic 0')).status).toBe(401);
});

test.each(['partner', 'staff'] as const)(
  'a list for %s takes nothing from outside and shows nothing there',
  async (circle) => {
    const { path, fields } = await addSeries(circle);
    await sam.send(path, 'topics.offer', fields(`Secret of ${circle}`));
    const topicId = idOf(await sam.get(path), `Secret of ${circle}`);
    const pat = await signedIn('pat@trust.example');
    const rita = await signedIn('rita@home.example');
    const outside = circle === 'staff' ? [rita, pat] : [rita];
    for (const visitor of [...outside, stranger()]) {
      expect((await visitor.get(path)).status).toBe(404);
      expect((await visitor.open(`${path}/${topicId}/withdrawal`)).text).not.toContain('Secret of');
      expect((await visitor.get(`/search?q=secret`)).text).not.toContain('Secret of');
      const ask = { ...fields('Mine'), name: 'X', email: 'x@home.example' };
      expect((await visitor.send(path, 'topics.ask', ask)).status).toBe(404);
    }
    for (const visitor of outside) {
      expect((await visitor.send(path, 'topics.offer', fields('Mine'))).status).toBe(404);
      expect((await visitor.send(path, 'topics.vote', { topicId })).status).toBe(404);
      expect((await visitor.send(path, 'topics.remove', { topicId, reason: 'No' })).status).toBe(404);
    }
    if (circle === 'partner') expect((await vote(pat, path, 'Secret of partner')).status).toBe(303);
  },
);

test('a colleague enters a topic for somebody on the phone, and a host who removes one leaves the reason', async () => {
  const { path, fields } = await addSeries();
  const entered = { ...fields('About the town hall'), name: 'Mr Holt', email: '', route: 'phone', isNew: 'true' };
  expect((await stranger().send(path, 'topics.enter', entered)).status).toBe(401);
  expect((await sam.send(`${path}/new`, 'topics.enter', entered)).status).toBe(303);
  const { topics } = site.site.read.tables;
  const rows = await site.site.read.select().from(topics);
  expect(rows.find(({ title }) => title === 'About the town hall')).toMatchObject({
    route: 'phone',
    enteredById: sam.person.id,
    offeredByName: 'Mr Holt',
  });
  const rosa = await signedIn('rosa.rude@home.example');
  await rosa.send(path, 'topics.offer', fields('About my neighbour'));
  const topicId = idOf(await sam.get(path), 'About my neighbour');
  const way = `${path}/${topicId}/withdrawal`;
  expect((await sam.get(way)).text).toContain('Take this topic off the list?');
  expect((await sam.send(way, 'topics.remove', { topicId, reason: 'It names somebody who is not here.' })).status).toBe(
    303,
  );
  const page = await stranger().get(path);
  expect(page.text).toContain('It names somebody who is not here.');
  expect(page.text).not.toContain('About my neighbour');
});

test('hostile words in an offer are only words', async () => {
  const { path, fields } = await addSeries();
  const words = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';
  await sam.send(path, 'topics.offer', { ...fields('x'), title: words, question: words });
  const { html } = await stranger().get(path);
  expect(html.querySelectorAll('main script, main img')).toEqual([]);
  expect(listedOn(await stranger().get(path))).toHaveLength(1);
});
