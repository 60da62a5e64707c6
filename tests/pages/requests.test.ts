import { expect, test } from 'vitest';
import { openChannelSite } from '#tests/support/channel-site.ts';

const { stranger, room, keeper, staff, partner, owner, mailbox } = await openChannelSite();

test('a colleague asks for a channel, meets its neighbours, and keepers agree; everybody reads about it by mail', async () => {
  await room.save('n', { ...(await neighbour()), ownerId: owner.person.id });
  const start = await staff.get('/requests/new');
  const id = start.html.querySelector('main [name=id]')?.getAttribute('value') ?? '';
  const purpose = {
    id,
    who: 'carers',
    canDo: 'see when a bench is free',
    audience: 'Carers in the park',
    unitId: 'parks',
  };
  const wrong = await staff.send('/requests/new', 'requests.saveOpening', { ...purpose, canDo: '' });
  expect([wrong.status, wrong.html.querySelector('[name=who]')?.getAttribute('value')]).toEqual([400, 'carers']);
  const nowhere = await staff.send('/requests/new', 'requests.saveOpening', { ...purpose, unitId: 'nowhere' });
  expect([nowhere.status, nowhere.text.includes('Choose a unit from the list')]).toEqual([400, true]);
  expect((await staff.send('/requests/new', 'requests.saveOpening', purpose)).path).toBe(
    `/requests/${id}?notice=request-kept`,
  );
  const draft = await staff.get(`/requests/${id}`);
  expect(draft.text).toMatch(/Channels for the same people A letter goes to.*Bench board/);
  for (const visitor of [keeper, partner]) expect((await visitor.get(`/requests/${id}`)).status).toBe(404);
  const asked = await staff.send(`/requests/${id}`, 'requests.approach', { id, channelId: 'n' });
  expect(asked.path).toContain('neighbour-asked');
  const letter = await mailbox.next('ann.lee@council.example');
  expect([letter.subject, letter.replyTo?.[0]?.address]).toEqual([
    'Could you post there? Bench board',
    'sam@council.example',
  ]);

  const whole = {
    ...{
      ...purpose,
      name: 'Free benches',
      link: 'https://x.com/freebenches',
      whyNew: 'Nobody looks there.',
      whoPosts: 'We, daily',
    },
    ...{ eveningsAndWeekends: 'Nobody', managerName: 'Mo', managerAgreedOn: '2026-01-05' },
  };
  const half = await staff.send(`/requests/${id}`, 'requests.askToOpen', { ...whole, whyNew: '' });
  expect([half.status, half.html.querySelector('[name=name]')?.getAttribute('value')]).toEqual([400, 'Free benches']);
  expect((await staff.send(`/requests/${id}`, 'requests.askToOpen', whole)).status).toBe(303);
  expect((await mailbox.next('kit@council.example')).subject).toBe('Open a channel: Free benches');
  expect((await keeper.get('/requests')).text).toMatch(/Free benches.*Waits for the keepers/s);
  expect((await staff.send(`/requests/${id}`, 'requests.decide', { id, verdict: 'agreed', words: 'x' })).status).toBe(
    403,
  );
  const page = await keeper.get(`/requests/${id}`);
  expect(page.text).toMatch(/still have to: read the policy, do the training/);
  expect((await keeper.send(`/requests/${id}`, 'requests.decide', { id, verdict: 'agreed', words: '' })).status).toBe(
    400,
  );
  const decided = await keeper.send(`/requests/${id}`, 'requests.decide', {
    id,
    verdict: 'agreed',
    words: 'Lovely idea.',
  });
  expect(decided.path).toContain('request-decided');
  expect((await mailbox.next('sam@council.example')).text).toContain('Lovely idea.');
  expect((await stranger().get('/channels/free-benches')).status).toBe(404);
  expect((await staff.send(`/requests/${id}`, 'requests.noteOpened', { id })).path).toBe(
    '/channels/free-benches?notice=request-opened',
  );
  expect((await stranger().get('/channels/free-benches')).text).toContain(
    'So that carers can see when a bench is free.',
  );
  expect((await staff.get('/channels/free-benches')).text).toContain('Lovely idea.');
  expect((await stranger().get('/channels/free-benches')).text).not.toContain('Lovely idea.');
});

async function neighbour() {
  const { channelFields } = await import('#tests/support/channels.ts');
  const more = {
    name: 'Bench board',
    objective: 'Carers see which bench is free',
    audience: 'Carers in the park',
    teamMailbox: '',
  };
  return channelFields('parks', more);
}

test('a colleague asks to pause a channel from its page; strangers and residents cannot ask', async () => {
  expect((await stranger().get('/requests/new')).status).toBe(303);
  const page = await owner.get('/requests/new?channel=sandford-reads&kind=pause');
  expect(page.html.querySelector('[value=pause]')?.hasAttribute('checked')).toBe(true);
  const id = page.html.querySelector('main [name=id]')?.getAttribute('value') ?? '';
  const wish = { id, slug: 'sandford-reads', kind: 'pause', reason: 'Building works' };
  expect((await owner.send('/requests/new?channel=sandford-reads', 'requests.ask', wish)).path).toContain(
    `/requests/${id}`,
  );
  expect((await partner.get('/requests/new?channel=depot-board')).status).toBe(404);
  expect((await partner.get('/requests/new?channel=sandford-reads')).text).toContain('their own organisation');
  expect((await partner.send('/requests/new?channel=sandford-reads', 'requests.ask', wish)).status).toBe(409);
  expect(
    (await keeper.send(`/requests/${id}`, 'requests.decide', { id, verdict: 'refused', words: 'Not now' })).status,
  ).toBe(303);
  expect((await owner.get(`/requests/${id}`)).text).toContain('said no');
  expect((await owner.get('/requests')).text).toMatch(/Pause a channel: Sandford reads.*Refused/s);
});
