import { expect, test } from 'vitest';
import { openChannelSite } from '#tests/support/channel-site.ts';

const { stranger, signedIn, staff, partner, owner } = await openChannelSite();

test('anybody finds channels by words and narrows them down by form', async () => {
  const visitor = stranger();
  const all = await visitor.get('/channels');
  expect(all.text).toContain('All 2 channels');
  expect(all.text).not.toContain('Depot board');
  expect(all.text).toContain('Check overdue 5 January 2026');
  const found = await visitor.get('/channels?q=reads&unit=&platform=&language=');
  expect(found.text).toContain('1 found');
  expect(found.html.querySelector('[name=q]')?.getAttribute('value')).toBe('reads');
  for (const [query, name] of [
    ['unit=parks', 'Park gate board'],
    ['platform=x', 'Sandford reads'],
    ['language=cy', 'Park gate board'],
    ['review=overdue', 'Sandford reads'],
    ['lacks=owner', 'Park gate board'],
  ]) {
    const page = await visitor.get(`/channels?${query}`);
    expect(page.text, query).toContain('1 found');
    expect(page.text, query).toContain(name);
  }
  expect((await visitor.get('/channels?unit=nowhere&status=%27')).text).toContain('No channel fits all of that');
});

test('who runs what is a picture whose patches are links, and the same as a table', async () => {
  const { html } = await stranger().get('/channels');
  const patches = html.querySelectorAll('.treemap-wide a');
  expect(patches.map((patch) => [patch.getAttribute('href'), patch.querySelector('title')?.textContent])).toEqual([
    ['/channels?unit=libraries', 'Libraries: 1 channel, 1 overdue'],
    ['/channels?unit=parks', 'Parks: 1 channel, 1 never checked'],
  ]);
  const rows = html
    .querySelectorAll('.treemap tbody tr')
    .map((row) => row.querySelectorAll('th, td').map((cell) => cell.textContent.trim()));
  expect(rows).toEqual([
    ['Libraries', '1', '0', '0', '1', '0'],
    ['Parks', '1', '0', '0', '0', '1'],
  ]);
});

test('each kind of person reads their part of a channel and no more', async () => {
  const path = '/channels/sandford-reads';
  const forAll = await stranger().get(path);
  expect(forAll.text).toContain('Say what is on this month');
  expect(forAll.body).not.toMatch(/FOR-STAFF|FOR-HOLDERS|Ann Lee|Still right|History/);
  const forPartner = await partner.get(path);
  expect(forPartner.text).toContain('Ann Lee');
  expect(forPartner.body).not.toMatch(/FOR-STAFF|FOR-HOLDERS|Still right/);
  const forStaff = await staff.get(path);
  expect(forStaff.text).toMatch(/NOTE-FOR-STAFF.*Added to the register/);
  expect(forStaff.body).not.toMatch(/FOR-HOLDERS|Still right/);
  expect((await owner.get(path)).text).toMatch(/Still right.*PLACE-FOR-HOLDERS/);
  for (const visitor of [stranger(), partner]) expect((await visitor.get('/channels/depot-board')).status).toBe(404);
  expect((await staff.get('/channels/depot-board')).status).toBe(200);
});

test('a unit shows its channels and whom to ask, each within the circle', async () => {
  await signedIn('una.roe@council.example', { unitId: 'parks', askMeAbout: 'Trees' });
  const page = await stranger().get('/units/parks');
  expect(page.text).toContain('Park gate board');
  expect(page.text).not.toMatch(/Depot board|Trees/);
  expect((await staff.get('/units/parks')).text).toMatch(/Depot board.*Trees: Una Roe/);
  expect((await stranger().get('/units')).text).toContain('Parks');
  expect((await stranger().get('/units/nothing')).status).toBe(404);
});
