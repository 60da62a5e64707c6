import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from '#server/settings.ts';
import { serveSite } from '#server/start.ts';
import { afterFile } from '#tests/support/after-file.ts';
import { copyBase } from '#tests/support/engines.ts';
import { Visitor } from '#tests/support/visit.ts';

/** The demo as `npm start` serves it, but for its file. */
async function openDemo() {
  const folder = mkdtempSync(join(tmpdir(), 'teacake-demo-'));
  const file = join(folder, 'demo.db');
  copyBase(file);
  const settings = { ...readSettings({ PORT: '0' }), databaseUrl: `file:${file}` };
  const running = await serveSite(settings, join(process.cwd(), 'dist'), { log: () => {} });
  afterFile(async () => {
    await running.close();
    rmSync(folder, { recursive: true });
  });
  return running;
}

const { url, greeting } = await openDemo();
const become = async (persona: string) => {
  const visitor = new Visitor(url);
  await visitor.send('/', 'demo.become', { as: persona });
  return visitor;
};

test('the greeting says that it is a demo, and where', () => {
  expect(greeting).toContain(url);
  expect(greeting).toContain('demo of an invented council');
});

test('one press in the banner makes a newcomer any of five people', async () => {
  const names = { resident: 'Rosa', librarian: 'Lena', partner: 'Parveen', keeper: 'Kofi', admin: 'Ada' };
  for (const [persona, name] of Object.entries(names)) {
    const visitor = await become(persona);
    const page = await visitor.get('/profile');
    expect(page.status, persona).toBe(200);
    expect(page.text).toContain(`You are ${name} `);
  }
});

test('lessons are there to read, and one that was taken back says why', async () => {
  const stranger = new Visitor(url);
  const list = await stranger.get('/lessons?order=newest');
  expect(list.text).toContain('A card the size of a bus ticket');
  const lesson = await stranger.get('/lessons/signs-that-ask');
  expect(lesson.text).toContain('Would you put your dog on the lead as far as the gate?');
  const gone = await stranger.get('/lessons/a-sheet-for-mail-addresses-at-the-market-stall');
  expect([gone.status, gone.text.includes('Everybody in the line could read')]).toEqual([410, true]);
});

test('what is for staff or partners is seen by them alone', async () => {
  const drawer = '/lessons/six-old-passwords-in-a-drawer';
  const night = '/lessons/night-questions-to-the-midwife';
  const [stranger, partner, librarian] = [new Visitor(url), await become('partner'), await become('librarian')];
  const statuses = async (visitor: Visitor) => [(await visitor.get(drawer)).status, (await visitor.get(night)).status];
  expect(await statuses(stranger)).toEqual([404, 404]);
  expect(await statuses(partner)).toEqual([404, 200]);
  expect(await statuses(librarian)).toEqual([200, 200]);
});

test('the register can be looked through, and a closed channel says where to go instead', async () => {
  const stranger = new Visitor(url);
  expect((await stranger.get('/channels')).text).toContain('channels');
  const closed = await stranger.get('/channels/sandford-libraries-on-x');
  expect(closed.text).toContain('Sandford Libraries on Facebook');
});

test('the outbox is empty until somebody does something', async () => {
  expect((await new Visitor(url).get('/outbox')).html.querySelectorAll('main a[href^="/outbox/"]')).toEqual([]);
});

test('a resident sees 18 of 20 places at the next café, and one press gets one of them', async () => {
  const resident = await become('resident');
  const meetup = '/meetups/listening-before-we-speak';
  const page = await resident.get(meetup);
  expect(page.text).toContain('18 of 20 places');
  const meetupId = page.html.querySelector('input[name=meetupId]')?.getAttribute('value') ?? '';
  await resident.send(meetup, 'rsvps.save', { meetupId, partySize: '1' });
  expect((await resident.get(meetup)).text).toContain('19 of 20 places');
});
