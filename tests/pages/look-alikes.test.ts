import { expect, test } from 'vitest';
import { openChannelSite } from '#tests/support/channel-site.ts';

const { stranger, keeper, staff, owner, mailbox, url } = await openChannelSite();
const FAKE = 'https://x.com/sandfordrefund';

/** A PNG of one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('a stranger tells of a look-alike with a picture; only keepers see it, and verify warns once they looked', async () => {
  const verified = await stranger().get(`/verify?link=${encodeURIComponent(FAKE)}`);
  const way = verified.html.querySelector('a[href^="/look-alikes/new"]')?.getAttribute('href') ?? '';
  const page = await stranger().get(way);
  expect(page.html.querySelector('[name=link]')?.getAttribute('value')).toBe(FAKE);
  const id = page.html.querySelector('main [name=id]')?.getAttribute('value') ?? '';
  const fields = {
    id,
    link: FAKE,
    words: 'It wants <b>bank</b> details',
    imitates: '/channels/sandford-reads',
    answerTo: 'mo@home.example',
  };
  const empty = await stranger().send('/look-alikes/new', 'lookAlikes.report', { ...fields, words: '' });
  expect([empty.status, empty.html.querySelector('[name=link]')?.getAttribute('value')]).toEqual([400, FAKE]);
  expect((await sendWithPicture(fields, Buffer.from('<svg onload="alert(1)"/>'))).status).toBe(400);
  expect((await sendWithPicture(fields, PIXEL)).headers.get('location')).toBe('/verify?notice=look-alike-reported');
  expect((await mailbox.next('kit@council.example')).subject).toBe('Somebody pretends to be us');

  for (const visitor of [staff, owner]) expect((await visitor.get(`/look-alikes/${id}`)).status).toBe(403);
  const report = await keeper.get(`/look-alikes/${id}`);
  expect(report.text).toContain('It wants <b>bank</b> details');
  expect(report.html.querySelectorAll('main a').some((link) => link.getAttribute('href')?.includes('x.com'))).toBe(
    false,
  );
  const picture = report.html.querySelector('main img')?.getAttribute('src') ?? '';
  expect((await keeper.get(picture)).status).toBe(200);
  for (const visitor of [stranger(), staff]) expect((await visitor.get(picture)).status).toBe(404);

  const step = { id, lookAlikeId: id, kind: 'confirmed', words: 'Same picture as ours' };
  expect((await staff.send('/verify', 'lookAlikes.addStep', step)).status).toBe(403);
  expect((await keeper.send(`/look-alikes/${id}`, 'lookAlikes.addStep', step)).status).toBe(303);
  expect((await stranger().get(`/verify?link=${encodeURIComponent(FAKE)}`)).text).toContain('it pretends to be');
  expect((await mailbox.next('mo@home.example')).text).toContain('You were right');
});

test('a machine that fills in every field leaves nothing', async () => {
  const id = '0198a000-0000-7000-8000-000000000001';
  const sent = await stranger().send('/look-alikes/new', 'lookAlikes.report', {
    id,
    link: FAKE,
    words: 'x',
    trap: 'x',
  });
  expect(sent.status).toBe(303);
  expect((await keeper.get(`/look-alikes/${id}`)).status).toBe(404);
});

function sendWithPicture(fields: Record<string, string>, bytes: Buffer) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  body.append('picture', new File([new Uint8Array(bytes)], 'seen.png', { type: 'image/png' }));
  const address = `${url}/look-alikes/new?_action=lookAlikes.report`;
  return fetch(address, { method: 'POST', body, headers: { origin: url }, redirect: 'manual' });
}
