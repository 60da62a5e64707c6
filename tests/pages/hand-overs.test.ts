import { beforeAll, expect, test } from 'vitest';
import { STEPS } from '#domain/handovers/hand-over-rules.ts';
import { openChannelSite } from '#tests/support/channel-site.ts';

let town: Awaited<ReturnType<typeof openChannelSite>>;
beforeAll(async () => {
  town = await openChannelSite();
});

const linkIn = (text = '') => text.match(/\/hand-overs\/answer\/\S+/)?.[0] ?? '';

test('a channel changes hands by mail: asked, accepted by the link, ticked off, signed by both', async () => {
  const { owner, staff, mailbox } = town;
  const page = await owner.open('/channels/sandford-reads/hand-over');
  expect(page.text).toContain('Owner: Ann Lee');
  const asked = await owner.send('/channels/sandford-reads/hand-over', 'handOvers.start', {
    ...{ slug: 'sandford-reads', role: 'owner', toId: staff.person.id },
  });
  expect(asked.status).toBe(303);
  const here = asked.path.split('?')[0] ?? '';
  const letter = await mailbox.next('sam@council.example');
  expect(letter.text).toContain('- Sandford reads');
  const link = linkIn(letter.text);
  const reader = town.stranger();
  expect((await reader.open(link)).text).toContain('Will you take over this channel?');
  const token = link.split('/').at(-1) ?? '';
  const accepted = await reader.send(link, 'handOvers.answerByLink', {
    token,
    everything: 'true',
    accepts: 'yes',
    words: '',
  });
  expect((await reader.open(accepted.path)).text).toContain('You have answered');
  expect((await mailbox.next('ann.lee@council.example')).subject).toBe('Sam takes over Sandford reads');

  const id = here.split('/').at(-1) ?? '';
  const early = await staff.send(here, 'handOvers.sign', { ids: id });
  expect(early.status).toBe(409);
  expect(early.text).toContain('Not everything is ticked off yet');
  await staff.send(here, 'handOvers.tick', { ids: id, steps: STEPS.slice(0, 5), notNeeded: '' });
  await owner.send(here, 'handOvers.tick', { ids: id, steps: STEPS.slice(5), notNeeded: 'I keep nothing' });
  expect((await owner.open(here)).text).toContain('Does not apply: I keep nothing. Ann Lee');
  await owner.send(here, 'handOvers.sign', { ids: id });
  expect((await mailbox.next('sam@council.example')).subject).toBe('Your turn to sign: Sandford reads');
  const signed = await staff.send(here, 'handOvers.sign', { ids: id });
  expect((await staff.open(signed.path)).text).toContain('Signed by both');
  const channel = await staff.open('/channels/sandford-reads');
  expect(channel.text).toContain('Owner Sam');
  expect(channel.text).toContain('Hand-over: owner, from Ann Lee to Sam');
});

test('a stranger and a colleague without a part in it see nothing of a hand-over; staff see on the channel that there is one', async () => {
  const { keeper, partner, staff, owner } = town;
  const asked = await keeper.send('/channels/park-gate-board/hand-over', 'handOvers.start', {
    ...{ slug: 'park-gate-board', role: 'owner', toId: owner.person.id },
  });
  const here = asked.path.split('?')[0] ?? '';
  expect((await town.stranger().get(here)).path).toContain('/sign-in');
  for (const visitor of [partner, staff]) expect((await visitor.get(here)).status).toBe(404);
  expect((await staff.open('/channels/park-gate-board')).text).toContain('Being handed over');
  for (const visitor of [partner, town.stranger()])
    expect((await visitor.open('/channels/park-gate-board')).text).not.toContain('Being handed over');
  expect((await staff.send(here, 'handOvers.callOff', { id: here.split('/').at(-1) ?? '', words: '' })).status).toBe(
    404,
  );
  expect((await staff.get('/channels/park-gate-board/hand-over')).status).toBe(403);
  expect((await staff.open('/hand-overs')).text).not.toContain('Park gate board');
});
