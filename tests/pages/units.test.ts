import { expect, test } from 'vitest';
import { openChannelSite } from '#tests/support/channel-site.ts';

const { stranger, keeper, staff, owner } = await openChannelSite();

test('a keeper adds a unit with a lead, changes it, and everyone reads it; nobody else can', async () => {
  for (const path of ['/units/new', '/units/parks/edit']) {
    expect((await stranger().get(path)).status).toBe(303);
    expect((await staff.get(path)).status).toBe(403);
  }
  const page = await keeper.get('/units/new');
  const id = page.html.querySelector('main [name=id]')?.getAttribute('value') ?? '';
  const typed = {
    id,
    name: 'Trees',
    parentId: '',
    leadId: owner.person.id,
    mailbox: 'trees@council.example',
    phone: '',
    description: 'Planting',
    aliases: 'Woods\nWoods\n',
  };
  expect((await staff.send('/units/new', 'units.save', typed)).status).toBe(403);
  const wrong = await keeper.send('/units/new', 'units.save', { ...typed, name: 'parks', mailbox: 'x' });
  expect([wrong.status, wrong.html.querySelector('[name=description]')?.textContent.trim()]).toEqual([400, 'Planting']);
  expect((await keeper.send('/units/new', 'units.save', { ...typed, name: 'parks' })).text).toContain(
    'a unit of that name',
  );
  expect((await keeper.send('/units/new', 'units.save', typed)).path).toBe('/units/trees?notice=unit-saved');
  expect((await staff.get('/units/trees')).text).toMatch(/Led by *Ann Lee/);
  const shown = await staff.get('/units/trees');
  expect(shown.html.querySelector('a[href="mailto:trees@council.example"]')?.textContent).toBe('trees@council.example');
  expect(shown.text).toContain('No channel yet. Look in the directory');
  expect((await stranger().get('/units/trees')).text).not.toContain('Ann Lee');
  const edit = await keeper.get('/units/trees/edit');
  expect(edit.html.querySelector('[name=aliases]')?.textContent.trim()).toBe('Woods');
});
