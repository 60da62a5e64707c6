import { expect, test } from 'vitest';
import { openChannelSite } from '#tests/support/channel-site.ts';
import { channelFields } from '#tests/support/channels.ts';

const { stranger, room, keeper, staff, partner, owner } = await openChannelSite();
for (let number = 1; number <= 130; number++)
  await room.save(`n${number}`, channelFields('parks', { name: `Sign ${number}`, objective: 'Lead the way' }));

const field = (page: Awaited<ReturnType<typeof keeper.get>>, name: string) =>
  page.html.querySelector(`form[method=post] [name=${name}]`)?.getAttribute('value') ?? '';

test('a keeper ticks channels in the list, sees what would change, and changes just that', async () => {
  expect((await keeper.get('/channels')).html.querySelector('[name=channel]')).toBeNull();
  const list = await keeper.get('/channels?unit=parks&select=true');
  expect(list.html.querySelectorAll('[name=channel]')).toHaveLength(50);
  expect(list.html.querySelector('form[action="/channels/bulk"] [name=unit]')?.getAttribute('value')).toBe('parks');
  const chosen = '/channels/bulk?unit=parks&channel=sign-1&channel=sign-2&channel=nothing';
  expect((await keeper.get(chosen)).text).toContain('Change 2 channels at once');
  const shown = await keeper.get(`${chosen}&ownerId=sam&unitId=libraries`);
  expect(shown.text).toMatch(/Sign 1 Owner: Sam; Unit: Libraries \(before: Parks\)/);
  expect(shown.text).toContain('1 of those you chose is not there any more');
  const fields = { address: field(shown, 'address'), mark: field(shown, 'mark') };
  const done = await keeper.send('/channels/bulk', 'bulkChannels.apply', fields);
  expect(done.path).toBe('/channels?select=true&notice=channels-changed');
  expect((await staff.get('/channels/sign-2')).text).toContain('Libraries');
  const again = await keeper.send('/channels/bulk', 'bulkChannels.apply', fields);
  expect([again.status, again.text]).toEqual([409, expect.stringContaining('Something has changed meanwhile')]);
  expect(again.text).toContain('2 are like that already');
});

test('all that match are changed at once, however many pages they fill', async () => {
  const all = '/channels/bulk?all=true&q=sign&unit=parks';
  const shown = await keeper.get(`${all}&reviewDueOn=2027-03-01`);
  expect(shown.text).toContain('128 channels change');
  expect(shown.html.querySelectorAll('tbody tr')).toHaveLength(100);
  const next = shown.html.querySelector('.pager a')?.getAttribute('href') ?? '';
  expect((await keeper.get(next)).html.querySelectorAll('tbody tr')).toHaveLength(28);
  const fields = { address: field(shown, 'address'), mark: field(shown, 'mark') };
  expect((await keeper.send('/channels/bulk', 'bulkChannels.apply', fields)).status).toBe(303);
  expect((await keeper.get('/channels/sign-130')).text).toContain('Next check by: 1 March 2027');
});

test('what is typed wrong is said beside its field, and nothing is shown or done', async () => {
  const page = await keeper.get('/channels/bulk?channel=sign-3&ownerId=Nobody&reviewDueOn=soon&unitId=x');
  for (const sentence of ['Nobody here is called “Nobody”', 'Enter a day', 'Choose a unit from the list'])
    expect(page.text).toContain(sentence);
  expect(page.html.querySelector('form[method=post] [name=mark]')).toBeNull();
  expect((await keeper.get('/channels/bulk')).text).toContain('No channel is chosen');
});

test('nobody but keepers ticks, opens or sends', async () => {
  for (const visitor of [staff, partner, owner]) {
    expect((await visitor.get('/channels?select=true')).html.querySelector('[name=channel]')).toBeNull();
    expect((await visitor.get('/channels/bulk?all=true')).status).toBe(403);
    const sent = await visitor.send('/channels', 'bulkChannels.apply', { address: 'all=true&unitId=parks', mark: 'x' });
    expect(sent.status).toBe(403);
  }
  expect((await stranger().get('/channels?select=true')).html.querySelector('[name=channel]')).toBeNull();
});
