import { expect, test } from 'vitest';
import { saveChannel } from '#domain/channels/channel-commands.ts';
import { localDay } from '#domain/time/date-words.ts';
import { newId } from '#server/chance.ts';
import { channelFields, channelRoom } from '#tests/support/channels.ts';
import { openTestSite } from '#tests/support/site.ts';

const town = await openTestSite();
const { site, clock, mailbox, stranger } = town;
const ANN = 'ann.lee@council.example';
const BOB = 'bob.best@council.example';
const KIT = 'kit.keep@council.example';
const ann = await town.signedIn(ANN);
const bob = await town.signedIn(BOB);
await town.signedIn(KIT, { roles: ['keeper'] });
await channelRoom(site).addUnit('libraries', 'Libraries');
const DAY = 24 * 60;

/** Adds a channel of Ann and Bob that was checked today. */
const addBoard = (name: string, more: Parameters<typeof channelFields>[1] = {}) =>
  site.write((tx) =>
    saveChannel(tx, {
      ...{ id: newId(), savedById: null, now: clock.now(), newId, checkedOn: localDay(clock.now(), 'Europe/London') },
      fields: channelFields('libraries', { name, ownerId: ann.person.id, deputyId: bob.person.id, ...more }),
    }),
  );

/** Lets days go by, each morning doing what is due. */
async function wait(days: number) {
  clock.forward(days * DAY);
  await town.runDueJobs();
}

const linkIn = (text: string | undefined, answer: string) =>
  new URL(text?.match(new RegExp(`http\\S+/reviews/\\S+/${answer}`))?.[0] ?? 'http://none/').pathname;
const press = (path: string, answer: string) =>
  stranger().send(path, 'reviews.answerByLink', { token: path.split('/')[2] ?? '', answer });

test('a year of a channel: asked after half a year, confirmed from the mail, ignored, climbed, and given up', async () => {
  await addBoard('Library board');
  await wait(185);
  const first = await mailbox.next(ANN);
  expect(first.subject).toBe('Still right? Library board');
  const right = linkIn(first.text, 'still-right');
  for (const answer of ['still-right', 'not-mine', 'change'])
    expect((await stranger().get(linkIn(first.text, answer))).text).toContain('Library board');
  expect(await site.read.select().from(site.read.tables.reviewAsks)).toMatchObject([{ answer: null }]);
  expect((await press(right, 'still-right')).path).toBe(`${right}?notice=reviews-right`);
  expect((await stranger().get(right)).text).toContain('You said that it is still right');
  expect((await press(right, 'not-mine')).status).toBe(410);
  expect((await stranger().get('/channels/library-board')).text).toContain('Checked: last on');

  await wait(185);
  expect((await mailbox.next(ANN)).subject).toBe('Still right? Library board');
  await wait(14);
  expect((await mailbox.next(BOB)).text).toContain('Asked before, without an answer: Ann Lee on');
  await wait(16);
  const climbed = await mailbox.next(KIT);
  expect(climbed.text).toMatch(/Ann Lee on .*, Bob Best on /);
  expect((await (await town.signedIn(ANN)).open('/reviews')).text).toContain('Library board');
  const letters = mailbox.letters.filter(({ subject }) => subject?.startsWith('Still right?'));
  expect(letters).toHaveLength(4);
});

test('on one page somebody confirms many, says that one is not theirs, and the keepers and the channel say so', async () => {
  for (const name of ['Door', 'Hall', 'Yard']) await addBoard(name);
  await wait(185);
  const owner = await town.signedIn(ANN);
  const page = await owner.open('/reviews');
  const listed = page.html.querySelector('[name=listed]')?.getAttribute('value') ?? '';
  expect(listed.split(',')).toHaveLength(4);
  const none = await owner.send('/reviews', 'reviews.answer', { answer: 'still-right', channelIds: [], listed });
  expect(none.status).toBe(400);
  expect(none.text).toContain('Tick the channels that you mean');
  const yard = page.html.querySelectorAll('.review-rows li').find((row) => row.textContent.includes('Yard'));
  const channelIds = yard?.querySelector('input')?.getAttribute('value') ?? '';
  await owner.send('/reviews', 'reviews.answer', { answer: 'not-mine', channelIds });
  expect((await mailbox.next(KIT)).subject).toBe('Not theirs: Yard');
  expect((await stranger().get('/channels/yard')).text).toContain('No owner confirmed');
  await owner.send('/reviews', 'reviews.answer', { answer: 'still-right', isAll: 'true', listed });
  expect((await owner.open('/reviews')).text).toContain('Nothing to look at now.');
  expect((await stranger().get('/channels/hall')).text).toContain('Checked: last on');
});

test('others find nothing to answer, and answer for nobody', async () => {
  expect((await stranger().get('/reviews')).path).toContain('/sign-in');
  const other = await town.signedIn('sam@council.example');
  expect((await other.open('/reviews')).text).toContain('You answer for no channel.');
  const [row] = await site.read.select().from(site.read.tables.channels);
  const wish = { answer: 'not-mine', channelIds: row?.id ?? '' };
  expect((await other.send('/reviews', 'reviews.answer', wish)).status).toBe(403);
  expect((await stranger().send('/reviews', 'reviews.answer', wish)).status).toBe(401);
  expect((await stranger().get('/reviews/nothing/still-right')).status).toBe(404);
});

test('who follows a letter to say what is different about a channel for staff is led past signing in', async () => {
  const zoe = await town.signedIn('zoe@council.example');
  await addBoard('Depot board', { ownerId: zoe.person.id, circle: 'staff' });
  await wait(185);
  const change = linkIn((await mailbox.next('zoe@council.example')).text, 'change');
  const way = async (visitor = stranger()) => (await visitor.get(change)).html.querySelector('a.button');
  const report = '/channels/depot-board/report';
  expect((await way())?.getAttribute('href')).toBe(`/sign-in?next=${encodeURIComponent(report)}`);
  expect((await way(await town.signedIn('zoe@council.example')))?.getAttribute('href')).toBe(report);
});
