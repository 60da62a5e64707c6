import { beforeAll, expect, test } from 'vitest';
import { addChannels } from '#domain/channels/channel-batch-commands.ts';
import { STEPS } from '#domain/handovers/hand-over-rules.ts';
import { newId } from '#server/chance.ts';
import { startSession } from '#server/sign-in.ts';
import { openChannelSite } from '#tests/support/channel-site.ts';
import { channelFields } from '#tests/support/channels.ts';

const MANY = 229;

let town: Awaited<ReturnType<typeof openChannelSite>>;
beforeAll(async () => {
  town = await openChannelSite();
});

test(`somebody with ${MANY} channels hands them over in one sitting: one form, one letter, one list, two signatures`, async () => {
  const { keeper, signedIn, site, mailbox } = town;
  const mo = await signedIn('mo@council.example');
  const sue = await signedIn('sue@council.example');
  const boards = Array.from({ length: MANY }, (_, at) => ({
    ...{ id: `m${at}`, slug: `board-${at}`, lastCheckedOn: null },
    fields: channelFields(at % 2 ? 'libraries' : 'parks', { name: `Board ${at}`, ownerId: mo.person.id }),
  }));
  await site.write((tx) => addChannels(tx, boards, { savedById: null, now: town.clock.now(), newId }));
  const here = `/people/${mo.person.id}/leaving`;
  const page = await keeper.open(here);
  expect(page.text).toContain(`${MANY} of ${MANY} channels`);
  expect(page.text).toContain('The only name on it');

  const left = await keeper.send(here, 'leavers.markLeft', { personId: mo.person.id });
  expect(left.status).toBe(409);
  expect(left.text).toContain('They are the only name on something');

  const given = await mo.send(here, 'leavers.give', {
    ...{ personId: mo.person.id, units: ['libraries', 'parks'], toId: sue.person.id },
  });
  expect((await mo.open(given.path)).text).toContain(`0 of ${MANY} channels`);
  const letter = await mailbox.next('sue@council.example');
  expect(letter.subject).toBe(`Will you take over ${MANY} channels?`);
  expect(letter.text).toContain(`and ${MANY - 20} more`);
  await sue.send('/hand-overs', 'handOvers.answer', { everything: 'true', accepts: 'yes', words: '' });
  expect((await mailbox.next('mo@council.example')).subject).toBe(`Sue takes over ${MANY} channels`);
  await sue.send('/hand-overs', 'handOvers.tick', { everything: 'true', steps: STEPS, notNeeded: '' });
  await mo.send('/hand-overs', 'handOvers.sign', { everything: 'true' });
  expect((await mailbox.next('sue@council.example')).subject).toBe(`Your turn to sign: ${MANY} channels`);
  const signed = await sue.send('/hand-overs', 'handOvers.sign', { everything: 'true' });
  expect((await sue.open(signed.path)).text).toContain('Signed by both');
  expect(mailbox.letters.filter(({ to }) => to?.[0]?.address === 'sue@council.example')).toHaveLength(2);
  const channel = await sue.open('/channels/board-1');
  expect(channel.text).toContain('Owner Sue');

  const sheet = await keeper.open(here);
  expect(sheet.html.querySelectorAll('tbody tr')).toHaveLength(MANY);
  expect(sheet.text).toContain('handed over Mo,');
  expect(sheet.text).toContain('Their manager, date:');
  const gone = await keeper.send(here, 'leavers.markLeft', { personId: mo.person.id });
  expect((await keeper.open(gone.path)).text).toContain('They are signed out');
  expect((await mo.get('/profile')).path).toContain('/sign-in');
  const again = await startSession(site, mo.person.id);
  expect(again.value).not.toBe('');
  expect((await mo.get(here)).path).toContain('/sign-in');
  await keeper.send(here, 'leavers.bringBack', { personId: mo.person.id });
  expect((await keeper.open(here)).text).toContain('When they have left');
});

test('what would leave with somebody is seen by them and by keepers only, and only keepers mark them as left', async () => {
  const { keeper, staff, partner, owner } = town;
  const here = `/people/${owner.person.id}/leaving`;
  for (const visitor of [keeper, owner]) expect((await visitor.open(here)).text).toContain('Sandford reads');
  for (const visitor of [staff, partner]) expect((await visitor.get(here)).status).toBe(404);
  expect((await town.stranger().get(here)).path).toContain('/sign-in');
  const personId = owner.person.id;
  expect((await owner.send(here, 'leavers.markLeft', { personId })).status).toBe(403);
  expect((await staff.send(here, 'leavers.setDay', { personId, leavingOn: '2027-01-31' })).status).toBe(404);
  expect((await staff.get('/people/leaving')).status).toBe(403);
  const saved = await owner.send(here, 'leavers.setDay', { personId, leavingOn: '2027-01-31' });
  expect((await owner.open(saved.path)).text).toContain('Last day 31 January 2027');
  expect((await keeper.open('/people/leaving')).text).toContain('until 31 January 2027');
  const nothing = await owner.send(here, 'leavers.give', { personId, toId: staff.person.id });
  expect(nothing.text).toContain('Choose at least one thing');
});
