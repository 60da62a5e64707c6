import { expect, test } from 'vitest';
import { openChannelSite } from '#tests/support/channel-site.ts';
import { channelFields, onX } from '#tests/support/channels.ts';

const { stranger, room, keeper, staff, partner, owner } = await openChannelSite();
const path = '/channels/sandford-reads/history';
const change = (fields: Parameters<typeof channelFields>[1]) =>
  room.save('a', channelFields('libraries', { ...onX('sandfordreads'), name: 'Sandford reads', ...fields }));

test('a keeper finds every change, sees what undoing one does, and undoes it', async () => {
  await change({ objective: 'Win readers', status: 'paused' });
  await change({ objective: 'Win back readers', status: 'paused' });
  const history = await keeper.get(path);
  expect(history.text).toContain('What it is for: Win back readers (before: Win readers)');
  const links = history.html.querySelectorAll('.channel-changes a').map((link) => link.getAttribute('href') ?? '');
  const page = await keeper.get(links[1] ?? '');
  expect(page.text).toMatch(/How it stands Paused Open/);
  expect(page.text).toContain('Stays: somebody changed it again since');
  const field = (name: string) => page.html.querySelector(`main [name=${name}]`)?.getAttribute('value') ?? '';
  const fields = { slug: field('slug'), entryId: field('entryId'), mark: field('mark') };
  const done = await keeper.send(links[1] ?? '', 'channelChanges.undo', fields);
  expect(done.path).toBe(`${path}?notice=channel-undone`);
  expect((await keeper.get(path)).text).toMatch(
    /Kit Undoes what was changed on .*How it stands: Open \(before: Paused\)/,
  );
  const again = await keeper.send(links[1] ?? '', 'channelChanges.undo', fields);
  expect([again.status, again.text]).toEqual([409, expect.stringContaining('Something has changed meanwhile')]);
});

test('nobody but keepers opens it, or undoes anything', async () => {
  expect((await stranger().get(path)).path).toContain('/sign-in');
  for (const visitor of [staff, partner, owner]) {
    expect((await visitor.get(path)).status).toBe(403);
    expect((await visitor.get(`${path}/x`)).status).toBe(403);
    const sent = await visitor.send(path, 'channelChanges.undo', { slug: 'sandford-reads', entryId: 'x', mark: 'y' });
    expect(sent.status).toBe(403);
    expect((await visitor.get('/channels/sandford-reads')).text).not.toContain('how to undo');
  }
  expect((await keeper.get(`${path}/x`)).status).toBe(404);
  expect((await keeper.get('/channels/nothing/history')).status).toBe(404);
  expect((await keeper.get(`${path}?page=9`)).text).toContain('Nothing on this page');
});
