import { expect, test } from 'vitest';
import { saveProfile } from '#domain/people/people-commands.ts';
import { openChannelSite } from '#tests/support/channel-site.ts';
import { channelFields, onX } from '#tests/support/channels.ts';
import { formOf } from '#tests/support/lesson-form.ts';

const { stranger, site, signedIn, room, keeper, staff, partner, owner } = await openChannelSite();
const PROFILE = { jobTitle: '', unitId: null, askMeAbout: '', showsName: false };

/** What a browser would send from the long form. */
const typed = {
  link: 'https://www.instagram.com/sandfordparks/?hl=en',
  platformKey: '',
  handle: '',
  name: 'Parks in pictures',
  languages: 'English, Welsh',
  mode: 'conversation',
  accountKind: 'corporate',
  whoPosts: ['frontline', 'comms'],
  objective: 'Get people out',
  audience: 'Families',
  unitId: 'parks',
  ownerId: '',
  deputyId: '',
  responsePromise: 'same-day',
  signInKeptIn: 'password-manager',
  twoStepSignIn: 'on',
  status: 'open',
  circle: 'public',
};

test('a keeper pastes a link, fills the form and finds the channel in the list', async () => {
  const start = await keeper.get(`/channels/new?link=${encodeURIComponent(typed.link)}`);
  expect(start.html.querySelector('[name=handle]')?.getAttribute('value')).toBe('sandfordparks');
  const done = await keeper.send('/channels/new', 'channels.add', typed);
  expect([done.status, done.path]).toEqual([303, '/channels/parks-in-pictures?notice=channel-saved']);
  const page = await stranger().get('/channels/parks-in-pictures');
  expect(page.html.querySelector('main a.button')?.getAttribute('href')).toBe(
    'https://www.instagram.com/sandfordparks',
  );
  expect(page.text).toMatch(/Instagram: sandfordparks.*English, Welsh.*Communications team|Frontline staff/);
  const again = await keeper.send('/channels/new', 'channels.add', { ...typed, name: 'Again' });
  expect(again.status).toBe(400);
  expect(again.text).toContain('in the register already, as “Parks in pictures”');
  expect((await keeper.get(`/channels/new?link=instagram.com/SandfordParks`)).text).toContain(
    'in the register already',
  );
});

test.each([
  ['+44 1632 960999', 'tel:+441632960999', 'Ring it'],
  ['desk@council.example', 'mailto:desk@council.example', 'Write to it'],
])('the button of %s says what it does', async (link, href, words) => {
  const { path } = await keeper.send('/channels/new', 'channels.add', { ...typed, link, name: `Desk ${words}` });
  const button = (await stranger().get(path)).html.querySelector('main a.button');
  expect([button?.getAttribute('href'), button?.textContent.trim()]).toEqual([href, words]);
});

test('a form with something wrong keeps what was typed', async () => {
  const wrong = { ...typed, link: 'https://www.instagram.com/explore/', objective: '', notes: 'Kept words' };
  const page = await keeper.send('/channels/new', 'channels.add', wrong);
  expect(page.status).toBe(400);
  expect(page.text).toContain('Enter what it is for');
  expect(page.html.querySelector('[name=notes]')?.textContent.trim()).toBe('Kept words');
  expect(page.html.querySelectorAll('[name=whoPosts][checked]')).toHaveLength(2);
  const self = { ...typed, link: '', platformKey: 'counter', ownerId: owner.person.id, deputyId: owner.person.id };
  expect((await keeper.send('/channels/new', 'channels.add', self)).text).toContain('the deputy stands in');
  const tongue = { ...typed, link: '', platformKey: 'counter', languages: 'Klingonish' };
  expect((await keeper.send('/channels/new', 'channels.add', tongue)).text).toContain('“Klingonish”');
  const ahead = { ...typed, link: '', platformKey: 'counter', latestResultOn: '2206-03-01' };
  expect((await keeper.send('/channels/new', 'channels.add', ahead)).text).toContain('Enter a day that is not ahead');
});

test('a keeper changes a channel, and staff read in its history what changed', async () => {
  await keeper.send('/channels/new', 'channels.add', {
    ...typed,
    link: '',
    platformKey: 'counter',
    name: 'Town hall desk',
  });
  const path = '/channels/town-hall-desk';
  const form = await keeper.get(`${path}/edit`);
  expect(form.html.querySelector('[name=name]')?.getAttribute('value')).toBe('Town hall desk');
  const fields = {
    ...typed,
    slug: 'town-hall-desk',
    link: '',
    platformKey: 'counter',
    name: 'Town hall desk',
    notFor: 'Bins',
  };
  const done = await keeper.send(`${path}/edit`, 'channels.change', fields);
  expect(done.path).toBe(`${path}?notice=channel-saved`);
  expect((await staff.get(path)).text).toContain('Not for: Bins');
  const nowhere = await keeper.send(`${path}/edit`, 'channels.change', { ...fields, slug: 'nothing' });
  expect(nowhere.status).toBe(404);
});

test('a closed channel keeps its page, with no live link and with a way on', async () => {
  await room.save('old', channelFields('libraries', onX('oldname', { name: 'Old account' })));
  const path = '/channels/old-account';
  expect((await stranger().get(path)).body).toContain('https://x.com/oldname');
  const closing = { id: 'old', why: 'merged', closedOn: '2026-11-30', goInsteadId: 'a', handleFate: 'released' };
  expect((await keeper.get(`${path}/closure`)).text).toContain('Sandford reads, X (Twitter)');
  const done = await keeper.send(`${path}/closure`, 'channels.close', closing);
  expect(done.path).toBe(`${path}?notice=channel-closed`);
  const page = await stranger().get(path);
  expect(page.text).toContain('Closed on 30 November 2026');
  expect(page.html.querySelector('main a[href="/channels/sandford-reads"]')?.textContent).toBe('Sandford reads');
  expect(page.body).not.toContain('x.com/oldname');
  expect(page.text).not.toContain('anybody may take it');
  expect((await keeper.get(path)).text).toContain('anybody may take it');
  expect((await stranger().get('/channels?status=closed')).text).toContain('Old account');
});

test('who changes why a channel is closed starts from what was said, and changes nothing else', async () => {
  await room.save('gone', channelFields('libraries', { name: 'Gone board' }));
  const path = '/channels/gone-board/closure';
  const said = { id: 'gone', why: 'merged', closedOn: '2024-02-29', goInsteadId: 'b', handleFate: 'kept-parked' };
  expect((await keeper.send(path, 'channels.close', said)).status).toBe(303);
  const page = await keeper.get(path);
  expect(page.text).toContain('Change why Gone board is closed');
  expect(formOf(page)).toEqual(said);
  expect((await keeper.send(path, 'channels.close', { ...said, why: 'other' })).status).toBe(303);
  expect((await stranger().get('/channels/gone-board')).text).toMatch(/Closed on 29 February 2024.*Park gate board/);
});

test('owner, deputy and keepers say that a record is still right, and nobody else', async () => {
  const path = '/channels/sandford-reads/review';
  expect((await stranger().get(path)).path).toContain('/sign-in');
  expect((await staff.get(path)).status).toBe(403);
  expect((await staff.send(path, 'channels.review', { slug: 'sandford-reads', notes: '' })).status).toBe(403);
  expect((await owner.get(path)).text).toContain('Is Sandford reads still right?');
  expect((await owner.get(path)).text).toMatch(/Something is different\? Say what\. /);
  expect((await keeper.get(path)).text).toMatch(/Something is different\? Say what, or change it\. /);
  const done = await owner.send(path, 'channels.review', { slug: 'sandford-reads', notes: 'All well' });
  expect(done.path).toBe('/channels/sandford-reads?notice=channel-reviewed');
  expect((await stranger().get('/channels/sandford-reads')).text).toContain('Checked: last on');
});

test('only keepers add, change and close', async () => {
  for (const visitor of [partner, staff, owner]) {
    for (const path of ['/channels/new', '/channels/sandford-reads/edit', '/channels/sandford-reads/closure'])
      expect((await visitor.get(path)).status).toBe(403);
    expect(
      (await visitor.send('/channels/new', 'channels.add', { ...typed, link: '', platformKey: 'counter' })).status,
    ).toBe(403);
    expect((await visitor.send('/channels', 'channels.change', { ...typed, slug: 'sandford-reads' })).status).toBe(403);
    const closing = { id: 'a', why: 'other', closedOn: '2026-11-30', goInsteadId: '', handleFate: 'unknown' };
    expect((await visitor.send('/channels', 'channels.close', closing)).status).toBe(403);
  }
});

test('those who hold the keys write down who can get in, and nobody else reads it', async () => {
  const path = '/channels/sandford-reads/access';
  for (const visitor of [staff, partner]) expect((await visitor.get(path)).status).toBe(403);
  const given = { slug: 'sandford-reads', personId: staff.person.id, level: 'editor' };
  expect((await staff.send(path, 'channelAccess.give', given)).status).toBe(403);
  expect((await owner.send(path, 'channelAccess.give', given)).path).toBe(`${path}?notice=channel-access-given`);
  expect((await owner.get(path)).text).toContain('Sam Editor: can publish, since');
  expect((await keeper.get('/channels/sandford-reads')).text).toMatch(/Can get in: ?Sam, editor/);
  expect((await staff.get('/channels/sandford-reads')).text).not.toContain('Can get in');
  const ended = { slug: 'sandford-reads', personId: staff.person.id };
  expect((await staff.send(path, 'channelAccess.end', ended)).status).toBe(403);
  await keeper.send(path, 'channelAccess.end', ended);
  expect((await owner.get(path)).text).toContain('Nobody is written down yet');
});

test('a keeper names people by whole name or address, and namesakes are asked about, never guessed', async () => {
  const board = { ...typed, link: '', platformKey: 'counter', name: 'Museum desk' };
  const namesake = await signedIn('ann.lee@trust.example');
  await site.write((tx) => saveProfile(tx, namesake.person.id, { ...PROFILE, name: 'Ann Lee' }));
  const unsure = await keeper.send('/channels/new', 'channels.add', { ...board, ownerId: 'ann lee' });
  expect(unsure.status).toBe(400);
  expect(unsure.text).toContain('More than one is called “ann lee”');
  expect(unsure.text).toContain('ann.lee@council.example');
  expect(unsure.html.querySelector('[name=ownerId]')?.getAttribute('value')).toBe('ann lee');
  const nobody = { ...board, ownerId: 'Ann', deputyId: 'Nobody Else' };
  const far = await keeper.send('/channels/new', 'channels.add', nobody);
  expect(far.text).toContain('Nobody is called exactly “Ann”');
  expect(far.text).toContain('Nobody here is called “Nobody Else”');
  const both = { ...board, ownerId: ' Ann.Lee@Council.example', deputyId: 'sam' };
  expect((await keeper.send('/channels/new', 'channels.add', both)).path).toContain('/channels/museum-desk?');
  const form = await keeper.get('/channels/museum-desk/edit');
  expect(form.text).toMatch(/Owner.*Now Ann Lee\. .*Deputy.*Now Sam\./);
  expect(form.html.querySelector('[name=ownerId]')?.getAttribute('value')).toBe('ann.lee@council.example');
});

test('who asks for namesakes without holding the keys learns no address', async () => {
  const path = '/channels/sandford-reads/access';
  for (const visitor of [staff, partner]) {
    const asked = { slug: 'sandford-reads', personId: 'Ann', level: 'editor' };
    const page = await visitor.send(path, 'channelAccess.give', asked);
    expect([page.status, page.text.includes('@council.example')]).toEqual([403, false]);
  }
});
