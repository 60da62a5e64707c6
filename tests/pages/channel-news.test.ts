import { expect, test } from 'vitest';
import { closeChannel } from '#domain/channels/channel-closure-commands.ts';
import { newId } from '#server/chance.ts';
import { openChannelSite } from '#tests/support/channel-site.ts';
import { channelFields, onX } from '#tests/support/channels.ts';

const { site, room, stranger, staff } = await openChannelSite();
const now = new Date('2026-12-04T10:00:00Z');

const titles = async (visitor = stranger()) =>
  [...(await visitor.get('/channels.atom')).body.matchAll(/<entry>.*?<title>(.*?)<\/title>/gs)].map(
    (match) => match[1],
  );

test('a feed tells which channels opened, moved and closed, and nothing of those that not everybody may see', async () => {
  expect(await titles()).toEqual(['Opened: Park gate board', 'Opened: Sandford reads']);
  const moved = onX('sandfordlibraries', { name: 'Sandford reads' });
  await room.save('a', channelFields('libraries', moved));
  await room.save('s', channelFields('parks', { name: 'Depot board', circle: 'staff', url: 'https://depot.example' }));
  expect(await titles()).toEqual(['Moved: Sandford reads', 'Opened: Park gate board', 'Opened: Sandford reads']);
  expect(await titles(staff), 'the same whoever asks').toHaveLength(3);
  const closing = { why: 'merged', handleFate: 'kept-parked', closedOn: '2026-12-04', closedById: null } as const;
  await site.write((tx) => closeChannel(tx, { id: 'a', goInsteadId: 'b', ...closing, now, newId }));
  const feed = await stranger().get('/channels.atom');
  expect(feed.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  expect(feed.body).toContain(
    'X (Twitter) “Sandford reads” of Libraries is closed. It was ours until 4 December 2026. Go to Park gate board instead. If it posts again, it is not us.',
  );
  expect(await titles(), 'what came before would mislead').toEqual([
    'Closed: Sandford reads',
    'Opened: Park gate board',
  ]);
});

test('a channel that opens again is news, and its closing is none any more', async () => {
  await room.save('a', channelFields('libraries', onX('sandfordreads', { name: 'Sandford reads' })));
  expect(await titles()).not.toContain('Closed: Sandford reads');
  expect(await titles()).toContain('Opened: Sandford reads');
});

test('a name cannot break out of the feed', async () => {
  await room.save('h', channelFields('parks', { name: '</title><script>alert(1)</script> & "x"' }));
  const { body } = await stranger().get('/channels.atom');
  expect(body).not.toContain('<script>');
  expect(body).toContain('&lt;script&gt;');
});
