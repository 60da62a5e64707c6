import { beforeAll, expect, test } from 'vitest';
import { holdCafe } from '#tests/support/doorway.ts';
import { openTestSite } from '#tests/support/site.ts';
import type { Page, Visitor } from '#tests/support/visit.ts';

let site: Awaited<ReturnType<typeof openTestSite>>;
beforeAll(async () => {
  site = await openTestSite();
});

/** What the form in the row of a party says, ready to be sent. */
function formOf(page: Page, name: string): Record<string, string> {
  const row = page.html.querySelectorAll('[data-party]').find((one) => one.querySelector('.party-name')?.text === name);
  const fields = row
    ?.querySelectorAll('input')
    .map((input) => [input.getAttribute('name'), input.getAttribute('value')]);
  return Object.fromEntries(fields ?? []);
}

/** Presses a button in the row of a party, as a browser without JavaScript does. */
async function press(host: Visitor, door: string, name: string, partySize: number) {
  return host.send(door, 'door.mark', { ...formOf(await host.get(door), name), partySize: String(partySize) });
}

test('a host marks who came with one press each, changes the number, takes it back, and sees the count', async () => {
  const { host, path } = await holdCafe(site, 'Door café', { Ann: 2, Cleo: 1 });
  const door = `${path}/door`;
  expect((await host.get(door)).text).toContain('0 people are here, of 3 expected');
  const sent = await press(host, door, 'Ann', 2);
  expect(sent.status).toBe(303);
  expect(sent.path).toContain(`${door}#party-`);
  await press(host, door, 'Cleo', 1);
  await press(host, door, 'Ann', 3);
  expect((await host.get(door)).text).toContain('4 people are here, of 3 expected');
  await press(host, door, 'Cleo', 0);
  expect((await host.get(door)).text).toContain('3 people are here, of 3 expected');
});

test('the same form sent twice counts once', async () => {
  const { host, path } = await holdCafe(site, 'Twice café', { Ann: 2 });
  const form = { ...formOf(await host.get(`${path}/door`), 'Ann'), partySize: '2' };
  const walkIn = { ...form, partyId: 'walk-1', tapId: 'tap-1', name: '', circle: 'public' };
  for (const _ of [1, 2]) {
    await host.send(`${path}/door`, 'door.mark', form);
    await host.send(`${path}/door`, 'door.walkIn', walkIn);
  }
  expect((await host.get(`${path}/door`)).text).toContain('3 people are here, of 2 expected');
});

test('somebody who is not on the list is let in with a name or without', async () => {
  const { host, path, meetup } = await holdCafe(site, 'Open café', {});
  const page = await host.get(`${path}/door`);
  const form = page.html.querySelectorAll('.door-walk-in input[type=hidden]');
  const hidden = Object.fromEntries(form.map((input) => [input.getAttribute('name'), input.getAttribute('value')]));
  await host.send(`${path}/door`, 'door.walkIn', { ...hidden, name: '', circle: 'public', isFirstTime: 'true' });
  const shown = await host.get(`${path}/door`);
  expect(shown.text).toContain('a resident');
  expect(shown.text).toContain('first time, walked in');
  const { arrivals } = site.site.read.tables;
  expect((await site.site.read.select().from(arrivals)).filter(({ meetupId }) => meetupId === meetup.id)).toMatchObject(
    [{ name: 'a resident', circle: 'public', isFirstTime: true, partySize: 1 }],
  );
});

test('a name is found by its beginnings, without JavaScript too', async () => {
  const { host, path } = await holdCafe(site, 'Search café', { 'Zoë Brown': 1, Cleo: 1 });
  const page = await host.get(`${path}/door?find=zoe+br`);
  const names = page.html.querySelectorAll('#door-listed .party-came .party-name').map((name) => name.text);
  expect(names).toEqual(['Zoë Brown']);
  expect((await host.get(`${path}/door?find=xyz`)).text).toContain('Nobody on the list is called that.');
});

test('only hosts open the door, and what people need does not stand there', async () => {
  const { host, path, meetup } = await holdCafe(site, 'Private café', { Ann: 1 });
  const colleague = await site.signedIn('sam@council.example');
  const taps = JSON.stringify([{ id: 't', partyId: 'p', partySize: 1, afterId: null, tappedAt: 1 }]);
  for (const address of ['door', 'door.json', 'sign-in-sheet/typed']) {
    expect((await colleague.get(`${path}/${address}`)).status, address).toBe(403);
    expect((await site.stranger().get(`${path}/${address}`)).path, address).toContain('/sign-in?next=');
    expect((await host.get(`${path}/${address}`)).headers.get('cache-control')).toBe('private, no-store');
    expect((await host.get(`${path}/${address}`)).body).not.toContain('heater');
  }
  const send = (who: Visitor) => who.send(`${path}/door`, 'door.replay', { meetupId: meetup.id, taps });
  expect((await send(colleague)).status).toBe(403);
  expect((await send(site.stranger())).status).toBe(401);
  expect((await host.get(`${path}/door`)).text).toContain('Has a note');
});

test('a phone sends what it kept in one go, is led to what the door says, and hears nothing twice', async () => {
  const { host, path, meetup } = await holdCafe(site, 'Phone café', { Ann: 1 });
  const { partyId } = formOf(await host.get(`${path}/door`), 'Ann');
  const tappedAt = site.clock.now().getTime();
  const taps = JSON.stringify([
    { id: 'a-1', partyId, partySize: 2, afterId: null, tappedAt },
    {
      id: 'a-2',
      partyId: 'w-1',
      partySize: 1,
      afterId: null,
      tappedAt,
      walkIn: { name: 'Jo', circle: 'partner', isFirstTime: true },
    },
  ]);
  for (const _ of [1, 2])
    expect((await host.send(`${path}/door`, 'door.replay', { meetupId: meetup.id, taps })).path).toBe(
      `${path}/door.json`,
    );
  const state = await host.get(`${path}/door.json`);
  expect(JSON.parse(state.body).parties).toMatchObject([
    { name: 'Ann', here: 2, lastTapId: 'a-1' },
    { name: 'Jo', here: 1, marks: ['partner', 'first time', 'walked in'] },
  ]);
  const tag = state.headers.get('etag') ?? '';
  expect((await host.get(`${path}/door.json`, { 'if-none-match': tag })).status).toBe(304);
  await press(host, `${path}/door`, 'Ann', 0);
  expect((await host.get(`${path}/door.json`, { 'if-none-match': tag })).status).toBe(200);
  for (const wrong of ['', '[]', '{', '[{"id":"x"}]', JSON.stringify([{ id: "'", partyId, partySize: 1, tappedAt }])])
    expect((await host.send(`${path}/door`, 'door.replay', { meetupId: meetup.id, taps: wrong })).status).toBe(400);
});

test('what two hosts saw differently is said to both, and one press settles it', async () => {
  const { host, second, path } = await holdCafe(site, 'Two hosts café', { Ann: 2 });
  const door = `${path}/door`;
  const stale = { ...formOf(await second.get(door), 'Ann'), partySize: '3' };
  await press(host, door, 'Ann', 2);
  await second.send(door, 'door.mark', stale);
  expect((await host.get(door)).text).toMatch(/You said 2 at .*; Bo Second said 3 at .* Which is right\?/);
  expect((await second.get(door)).text).toMatch(/Hetty Host said 2 at .*; you said 3 at .* Which is right\?/);
  await press(host, door, 'Ann', 2);
  expect((await second.get(door)).text).toContain('2 people are here');
  expect(
    (await second.get(door)).html.querySelector('[data-party]:not([data-party=""]) .party-conflict')?.attributes,
  ).toHaveProperty('hidden');
});

test('the door is shut before its hours, and a cancelled meetup has none', async () => {
  const { host, path, meetup } = await holdCafe(site, 'Early café', { Ann: 1 });
  const form = { ...formOf(await host.get(`${path}/door`), 'Ann'), partySize: '1' };
  site.clock.forward(-4 * 60);
  expect((await host.get(`${path}/door`)).text).toContain('The door opens three hours before the start');
  const early = await host.send(`${path}/door`, 'door.mark', form);
  expect([early.status, early.text.includes('The door opens three hours before the start')]).toEqual([409, true]);
  site.clock.forward(4 * 60);
  await host.send(`${path}/cancellation`, 'meetups.cancel', { meetupId: meetup.id, reason: 'The boiler broke.' });
  expect((await host.send(`${path}/door`, 'door.mark', form)).status).toBe(409);
  expect((await host.get(`${path}/door`)).text).toContain('This meetup is cancelled');
});

test('a sign-in sheet is typed back in one form, also long after, and sending it twice counts once', async () => {
  const { host, path, meetup } = await holdCafe(site, 'Sheet café', { Ann: 2, Cleo: 1 });
  await press(host, `${path}/door`, 'Cleo', 1);
  site.clock.forward(60 * 24 * 9);
  const typed = `${path}/sign-in-sheet/typed`;
  const page = await host.get(typed);
  const values = (name: string) =>
    page.html.querySelectorAll(`[name=${name}]`).map((field) => field.getAttribute('value') ?? '');
  const [ann = '', cleo = ''] = values('came');
  const sheet = {
    ...{ meetupId: meetup.id, sheetId: values('sheetId'), seen: values('seen'), came: [ann, cleo], size: ['3', '1'] },
    ...{
      lineName: ['Joe Bloggs', '', ''],
      lineSize: ['', '2', ''],
      lineCircle: ['partner', 'public', 'public'],
      lineFirst: ['1'],
    },
  };
  const wrong = await host.send(typed, 'sheets.typeBack', { ...sheet, size: ['lots', '1'] });
  expect(wrong.status).toBe(400);
  expect(wrong.text).toContain('Enter how many came with each name, from 1 to 50');
  expect(wrong.html.querySelectorAll('[name=size]:is([type=number][min="1"][max="50"])')).toHaveLength(2);
  expect(wrong.html.querySelectorAll('[name=size]').map((field) => field.getAttribute('value'))).toEqual(['lots', '1']);
  expect(wrong.html.querySelectorAll('[name=came][checked]')).toHaveLength(2);
  expect(wrong.html.querySelector('[name=lineName]')?.getAttribute('value')).toBe('Joe Bloggs');
  for (const _ of [1, 2])
    expect((await host.send(typed, 'sheets.typeBack', sheet)).path).toBe(`${typed}?notice=sheet-typed`);
  const { arrivals } = site.site.read.tables;
  const came = (await site.site.read.select().from(arrivals)).filter(({ meetupId }) => meetupId === meetup.id);
  expect(came.map(({ name, partySize, isFirstTime }) => `${name} ${partySize} ${isFirstTime}`).sort()).toEqual([
    'Ann 3 false',
    'Cleo 1 false',
    'Joe Bloggs 1 true',
    'a resident 2 false',
  ]);
  expect((await host.get(typed)).text).toContain('Residents 6');
  site.clock.forward(-60 * 24 * 9);
});
