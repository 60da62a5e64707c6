import { expect, test } from 'vitest';
import { openChannelSite } from '#tests/support/channel-site.ts';
import { channelFields } from '#tests/support/channels.ts';

const { stranger, room, keeper, staff, partner, owner } = await openChannelSite();
const use = { emergencyUse: true, ownerId: owner.person.id, outOfHoursPhone: '01632 960999' };
await room.save('f', channelFields('parks', { name: 'Flood <texts>', emergencyOrder: 2, ...use }));
await room.save('g', channelFields('parks', { name: 'Gate siren', emergencyOrder: 1, circle: 'staff', ...use }));
const namesIn = (text: string) => [...text.matchAll(/Gate siren|Flood <texts>/g)].map(([name]) => name).slice(0, 2);

test('staff read the order, who can post and whom to ring at night', async () => {
  expect((await staff.get('/channels')).html.querySelector('a[href="/channels/emergency"]')).not.toBeNull();
  const { text } = await staff.get('/channels/emergency');
  expect(namesIn(text)).toEqual(['Gate siren', 'Flood <texts>']);
  expect(text).toContain('Owner: Ann Lee');
  expect(text).toContain('01632 960999');
  expect(text).not.toContain('Put them in order');
});

test('nobody else sees the sheet, its file or a link to them', async () => {
  for (const path of ['/channels/emergency', '/channels/emergency.html']) {
    expect((await stranger().get(path)).path).toContain('/sign-in');
    const refused = await partner.get(path);
    expect([refused.status, refused.text.includes('01632 960999')]).toEqual([403, false]);
  }
  for (const visitor of [stranger(), partner])
    expect((await visitor.get('/channels')).html.querySelector('a[href="/channels/emergency"]')).toBeNull();
});

test('the file holds all of the sheet, needs nothing from any site and says when it was made', async () => {
  const file = await staff.get('/channels/emergency.html');
  expect(file.headers.get('content-disposition')).toMatch(
    /^attachment; filename="emergency-sheet-\d{4}-\d\d-\d\d\.html"$/,
  );
  expect(file.text).toMatch(/As of \w+day \d+ \w+ \d{4}, .+ London time\. For staff only/);
  expect(namesIn(file.text)).toEqual(['Gate siren', 'Flood <texts>']);
  expect(file.body).toContain('Flood &lt;texts&gt;');
  expect(file.text).toContain('01632 960999');
  expect(file.body).not.toMatch(/<(script|link|img)|src=|href=|url\(|@import/);
});

test('a keeper puts the channels in order; a number that is none is named, and nothing is lost', async () => {
  const order = (visitor: typeof keeper, turn: string[], minutes: string[]) =>
    visitor.send('/channels/emergency', 'emergency.order', { channelId: ['g', 'f'], turn, minutes });
  const wrong = await order(keeper, ['5', '0'], ['', '15']);
  expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('Enter turns as numbers from 1 to 99')]);
  const typed = wrong.html.querySelectorAll('input[name="turn"]').map((input) => input.getAttribute('value'));
  expect(typed).toEqual(['5', '0']);
  expect((await order(staff, ['2', '1'], ['', ''])).status).toBe(403);
  expect((await order(keeper, ['2', '1'], ['', '15'])).path).toBe('/channels/emergency?notice=emergency-ordered');
  const { text } = await staff.get('/channels/emergency');
  expect(namesIn(text)).toEqual(['Flood <texts>', 'Gate siren']);
  expect(text).toContain('within 15 minutes');
});
