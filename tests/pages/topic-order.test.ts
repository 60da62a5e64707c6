import { expect, test } from 'vitest';
import { announce, meetupFields, SAM, typedIn } from '#tests/support/meetup-form.ts';
import { openTestSite } from '#tests/support/site.ts';
import { addTopicSeries, listedOn } from '#tests/support/topics.ts';
import type { Page } from '#tests/support/visit.ts';

const site = await openTestSite();
const { stranger, signedIn } = site;
const sam = await signedIn(SAM, { showsName: true });

const idAt = ({ html }: Page, number: number) =>
  html.querySelector(`[name="topic${number}Id"]`)?.getAttribute('value') ?? '';

test('a host fills the running order from the list, nothing typed is lost when a topic moves, and the page of the meetup shows it with times', async () => {
  const { id: seriesId, path, fields } = await addTopicSeries(site.site, sam.person.id);
  const lena = await signedIn('lena@council.example', { showsName: true, name: 'Lena Hartwell' });
  await lena.send(path, 'topics.offer', fields('Van routes'));
  const empty = { topic1Title: '', topic1Question: '', topic1Lead: '' };
  const meetup = await announce(sam, { ...empty, seriesId, title: `Café of ${path}` });
  const order = `${meetup}/topics`;
  const page = await sam.get(order);
  const topicId = page.html.querySelector('.topic-on-list [name="topicId"]')?.getAttribute('value') ?? '';
  const meetupId = page.html.querySelector('[name="meetupId"]')?.getAttribute('value') ?? '';
  for (const other of [lena, stranger()]) {
    expect([401, 403, 303]).toContain((await other.get(order)).status);
    expect([401, 403]).toContain((await other.send(order, 'runningOrder.choose', { meetupId, topicId })).status);
  }
  const chosen = await sam.send(order, 'runningOrder.choose', { meetupId, topicId });
  expect([chosen.status, chosen.text]).toEqual([303, '']);
  await sam.send(order, 'runningOrder.typeIn', { meetupId, title: 'Typed in', question: '', lead: 'Grace' });
  const roles = {
    topic1Id: topicId,
    topic1Lead: 'lena@council.example',
    topic1NoteTaker: 'Grace',
    topic1Minutes: '20',
  };
  const wrong = await sam.send(order, 'runningOrder.saveRoles', { meetupId, ...roles, topic1Lead: 'nobody@x.example' });
  expect([wrong.status, wrong.text.includes('Nobody has signed in as nobody@x.example yet')]).toEqual([400, true]);
  expect((await sam.send(order, 'runningOrder.saveRoles', { meetupId, ...roles })).status).toBe(303);
  const shown = await stranger().get(meetup);
  expect(shown.text).toMatch(
    /Van routes What about Van routes\? 10 am to 10.20 am Starts it: Lena Hartwell Takes notes: Grace/,
  );
  expect(shown.text).toMatch(/Typed in 10.20 am to 10.50 am/);
  expect(shown.text).toContain('There is nowhere here to upload slides');
  expect((await site.mailbox.next('lena@council.example')).subject).toBe('Your topic is chosen: Van routes');
  expect((await stranger().get(path)).html.querySelector('aside')?.textContent).toContain('Van routes');
  const typed = { ...roles, topic1NoteTaker: 'Ada', topic2Id: idAt(await sam.get(order), 2), topic2Lead: 'Mo' };
  await sam.send(order, 'runningOrder.moveUp', { meetupId, topicId: typed.topic2Id, ...typed });
  expect((await stranger().get(meetup)).text).toMatch(/Typed in .*Starts it: Mo .*Van routes .*Takes notes: Ada/);
  const named = { topic1Id: typed.topic2Id, topic1Lead: 'Flo' };
  await sam.send(order, 'runningOrder.takeOff', { meetupId, topicId, ...named });
  expect(listedOn(await stranger().get(path))).toEqual(['Van routes']);
  expect((await stranger().get(meetup)).text).toContain('Starts it: Flo');
});

test('the form of a meetup changes its topics in place', async () => {
  const path = await announce(sam, { title: 'Kept in place' });
  const { meetupId, seenAt } = typedIn(await sam.get(`${path}/edit`));
  const { topics } = site.site.read.tables;
  const before = await site.site.read.select().from(topics);
  const own = before.find((topic) => topic.meetupId === meetupId);
  const change = { ...meetupFields(SAM), meetupId, seenAt, topic1Id: own?.id ?? '', topic1Title: 'Subtitles, again' };
  expect((await sam.send(`${path}/edit`, 'meetups.edit', change)).status).toBe(303);
  const after = await site.site.read.select().from(topics);
  expect(after.filter((topic) => topic.meetupId === meetupId)).toEqual([{ ...own, title: 'Subtitles, again' }]);
});
