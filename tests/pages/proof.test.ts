import { expect, test } from 'vitest';
import { closeChannel } from '#domain/channels/channel-closure-commands.ts';
import { newId } from '#server/chance.ts';
import { openChannelSite } from '#tests/support/channel-site.ts';
import { channelFields, onX } from '#tests/support/channels.ts';

const { site, url, room, stranger, owner, clock } = await openChannelSite();
await room.save('p', channelFields('parks', onX('sandfordparks', { name: 'Parks & <paths>', status: 'paused' })));
await room.save('r', channelFields('parks', onX('oldparks', { name: 'Old parks' })), '2026-02-01');
await site.write((tx) =>
  closeChannel(tx, {
    ...{ id: 'r', why: 'merged', closedOn: '2026-05-01', goInsteadId: 'a', handleFate: 'released' },
    ...{ closedById: owner.person.id, now: clock.now(), newId },
  }),
);
const proof = (slug: string) => stranger().get(`/channels/${slug}/proof`);
const badge = async (slug: string) => {
  const answer = await fetch(`${url}/channels/${slug}/badge.svg`);
  return { status: answer.status, headers: answer.headers, svg: await answer.text() };
};

test('the page that proves a channel links back to the account, for people and for platforms that look', async () => {
  const page = await proof('sandford-reads');
  const back = page.html.querySelectorAll('a[rel~=me]').map((link) => link.getAttribute('href'));
  expect([page.status, back]).toEqual([200, ['https://x.com/sandfordreads']]);
  expect(page.text).toMatch(/Sandford reads is ours.*checked on 5 January 2026.*Libraries/s);
  expect(page.headers.get('content-security-policy')).toBeTruthy();
});

test('a closed one says so, with its last day and where to go, and links to nothing that may be somebody else’s', async () => {
  const page = await proof('old-parks');
  expect(page.text).toMatch(/Old parks is no longer ours.*ours until 1 May 2026.*If it posts again, it is not us/s);
  expect(page.html.querySelector('a[href="/channels/sandford-reads"]')?.text).toBe('Sandford reads');
  expect(page.body).not.toContain('x.com/oldparks');
  expect(page.html.querySelector('[rel~=me]')).toBe(null);
  const poster = await stranger().get('/channels/old-parks/poster');
  expect([poster.text.includes('Please take down'), poster.html.querySelector('.qr')]).toEqual([true, null]);
});

test('the badge says how things stand, can be shown anywhere and is asked for again soon', async () => {
  const open = await badge('sandford-reads');
  expect(open.svg).toMatch(/Official channel of Sandford Council, checked on 5 January 2026, due again/);
  expect(Object.fromEntries(open.headers)).toMatchObject({
    'content-type': 'image/svg+xml; charset=utf-8',
    'cache-control': 'public, max-age=300',
    'cross-origin-resource-policy': 'cross-origin',
  });
  expect((await badge('parks-paths')).svg).toMatch(/Paused channel of Sandford Council, not checked yet/);
  expect((await badge('old-parks')).svg).toMatch(/No longer a channel of Sandford Council, ours until 1 May 2026/);
  for (const { svg } of [open, await badge('old-parks')]) expect(svg).not.toMatch(/<script|style=|href|on\w+=/);
});

test('what is not for everyone is proven to nobody, whoever asks', async () => {
  for (const visitor of [stranger(), owner])
    for (const page of ['proof', 'badge.svg', 'poster', 'poster?kind=stickers'])
      expect((await visitor.get(`/channels/depot-board/${page}`)).status, page).toBe(404);
  expect((await owner.get('/channels/depot-board')).body).not.toContain('/proof');
});

test('the words to copy hold whole addresses and no markup of a channel’s own, and its posters lead to the proof', async () => {
  const page = await proof('parks-paths');
  const address = `${url}/channels/parks-paths`;
  expect(page.html.querySelector('.proof-for-owners pre')?.text).toBe(
    `<code><a rel="me" href="${address}/proof"><img src="${address}/badge.svg" width="264" height="64" alt="Paused channel of Sandford Council"></a></code>`,
  );
  const poster = await stranger().get('/channels/parks-paths/poster');
  const stickers = await stranger().get('/channels/parks-paths/poster?kind=stickers');
  const codes = [poster, stickers].map(({ html }) =>
    html.querySelectorAll('.qr').map((qr) => qr.getAttribute('aria-label')),
  );
  expect(codes).toEqual([1, 8].map((count) => Array(count).fill(`QR code that opens ${address}/proof`)));
});
