import { expect, test } from 'vitest';
import { openChannelSite } from '#tests/support/channel-site.ts';

const { stranger, keeper, staff, partner, owner } = await openChannelSite();
const path = '/channels/sandford-reads/closing';

test('a keeper plans the end of a channel, its owner ticks the steps off and closes it, and strangers read the same words everywhere', async () => {
  for (const visitor of [staff, owner, partner]) expect((await visitor.get(path)).status).toBe(403);
  const plan = {
    ...{ channelId: 'a', closesOn: '2999-05-31', why: 'no-audience', goInsteadId: '', handleFate: 'kept-parked' },
    ...{ lastPosts: 'A goodbye', pinnedWords: 'We have ended' },
  };
  const wrong = await keeper.send(path, 'closings.plan', { ...plan, closesOn: '2020-01-01', why: '' });
  expect([wrong.status, wrong.html.querySelector('[name=pinnedWords]')?.textContent.trim()]).toEqual([
    400,
    'We have ended',
  ]);
  expect((await keeper.send(path, 'closings.plan', plan)).path).toBe(`${path}?notice=closing-planned`);
  expect((await stranger().get('/channels/sandford-reads')).text).toContain('It closes on 31 May 2999');
  expect((await stranger().get('/channels/sandford-reads')).text).not.toContain('A goodbye');
  const early = await owner.send(path, 'closings.finish', { channelId: 'a' });
  expect([early.status, early.text.includes('Tick every step off first')]).toEqual([409, true]);
  for (const step of ['last-posts', 'pinned', 'handle', 'access'])
    expect((await owner.send(path, 'closings.tick', { channelId: 'a', step, isDone: 'true' })).status).toBe(303);
  expect((await owner.get(path)).text).toMatch(/Done by Ann Lee/);
  expect((await staff.send('/channels', 'closings.finish', { channelId: 'a' })).status).toBe(403);
  expect((await owner.send(path, 'closings.finish', { channelId: 'a' })).path).toBe(
    '/channels/sandford-reads?notice=channel-closed',
  );
  const words = 'Ours until May 2999; do not follow it. If it posts again, it is not us.';
  expect((await stranger().get('/channels/sandford-reads')).text).toContain(words);
  expect((await stranger().get('/verify?link=https://x.com/sandfordreads')).text).toContain(words);
  expect((await stranger().get('/verify.json?link=https://x.com/sandfordreads')).body).toContain(words);
});
