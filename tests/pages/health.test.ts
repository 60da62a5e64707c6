import { expect, test } from 'vitest';
import { saveUnit } from '#domain/units/unit-commands.ts';
import { openChannelSite } from '#tests/support/channel-site.ts';

const { site, stranger, keeper, staff, partner, owner } = await openChannelSite();
const parks = { name: 'Parks', parentId: null, mailbox: null, phone: null, description: '', aliases: [] };

test('a keeper finds what is wrong by numbers, then by channel, each with the page that mends it', async () => {
  const page = await keeper.get('/channels');
  expect(page.html.querySelector('a[href="/channels/health"]')?.text.trim()).toBe('Health');
  const health = await keeper.get('/channels/health');
  expect(health.text).toMatch(/No owner Nobody answers for it, [^.]*\. 2/);
  const list = await keeper.get('/channels/health?finding=no-owner');
  expect(list.text).toContain('No owner: 2');
  expect(list.html.querySelector('a[href="/channels/park-gate-board/edit"]')?.text).toContain('Change it');
  for (const link of list.html.querySelectorAll('main .rows a'))
    expect((await keeper.get(link.getAttribute('href') ?? '')).status).toBe(200);
  expect((await keeper.get('/channels/health?finding=no-owner&page=9')).text).toContain('Nothing on this page');
  expect((await keeper.get('/channels/health?finding=nonsense')).status).toBe(200);
});

test('the health of the register is for keepers', async () => {
  expect((await stranger().get('/channels/health')).path).toContain('/sign-in');
  for (const visitor of [staff, partner, owner]) expect((await visitor.get('/channels/health')).status).toBe(403);
});

test('whoever leads a unit finds its health on its page, and what to tell the keepers; others find nothing', async () => {
  await site.write((tx) => saveUnit(tx, 'parks', { ...parks, leadId: staff.person.id }));
  const unit = await staff.get('/units/parks');
  expect(unit.html.querySelector('a[href="/units/parks/health"]')).not.toBeNull();
  const health = await staff.get('/units/parks/health?finding=no-owner');
  expect(health.text).toContain('Depot board');
  expect(health.text).not.toContain('Sandford reads');
  expect(health.html.querySelector('a[href="/channels/depot-board/report"]')?.text).toContain('Tell the keepers');
  expect((await staff.get('/units/libraries/health')).status).toBe(404);
  for (const visitor of [partner, owner]) expect((await visitor.get('/units/parks/health')).status).toBe(404);
  expect((await stranger().get('/units/parks/health')).path).toContain('/sign-in');
  expect((await owner.get('/units/parks')).html.querySelector('a[href$="/health"]')).toBeNull();
});
