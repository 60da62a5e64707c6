import { expect, test } from 'vitest';
import { installPlatforms } from '#domain/channels/platform-commands.ts';
import { platformList } from '#domain/channels/platform-list.ts';
import { listPlatforms } from '#domain/channels/platform-queries.ts';
import { channel, withChannels } from '#tests/support/channel-register.ts';
import { forEachEngine } from '#tests/support/engines.ts';

const staff = { circles: ['public', 'partner', 'staff'] } as const;

forEachEngine((open) => {
  test('a link to an open channel is ours in every spelling, with its unit and when it was last checked', async () => {
    const { ask } = await withChannels(open, [channel('Council on X', 'https://x.com/newtown')]);
    for (const text of ['https://x.com/newtown', 'HTTP://m.twitter.com/@NewTown/?s=20', 'twitter.com/newtown#top']) {
      expect(await ask(text), text).toMatchObject({
        verdict: 'ours',
        sentence: 'Yes. This is ours: Council on X.',
        channels: [
          { name: 'Council on X', unitName: 'Libraries', lastReviewedOn: '2025-03-01', url: 'https://x.com/newtown' },
        ],
      });
    }
  });

  test('paused, closing and lost channels are still ours, and say so', async () => {
    const { ask } = await withChannels(open, [
      channel('Paused', 'https://x.com/paused', { status: 'paused' }),
      channel('Closing', 'https://x.com/closing', { status: 'closing' }),
      channel('Lost', 'https://x.com/lost', { status: 'no-access' }),
    ]);
    expect(await ask('x.com/paused')).toMatchObject({ verdict: 'ours', sentence: expect.stringMatching(/paused/) });
    expect(await ask('x.com/closing')).toMatchObject({
      verdict: 'ours',
      sentence: expect.stringMatching(/close soon/),
    });
    expect(await ask('x.com/lost')).toMatchObject({ verdict: 'ours', sentence: expect.stringMatching(/do not trust/) });
  });

  test('a closed channel is retired: no live link, the day, and where to go instead', async () => {
    const rows = [
      channel('Old news', 'https://x.com/oldnews', { status: 'closed' }),
      channel('New news', 'https://x.com/newnews'),
      channel('Old secret', 'https://x.com/oldsecret', { status: 'closed' }),
      channel('Staff only', 'https://x.com/staffonly', { circle: 'staff' }),
    ];
    const { ask } = await withChannels(open, rows, { 'Old news': 'New news', 'Old secret': 'Staff only' });
    const found = await ask('https://twitter.com/OldNews');
    expect(found).toMatchObject({ verdict: 'retired', sentence: expect.stringMatching(/go to New news instead/) });
    expect(found.channels).toMatchObject([{ url: null, closedOn: '2024-05-01', insteadSlug: 'New news' }]);
    expect(await ask('x.com/oldsecret')).toMatchObject({ verdict: 'retired', channels: [{ insteadName: null }] });
  });

  test('a link that was closed and is open again is ours', async () => {
    const { ask } = await withChannels(open, [
      channel('A first time', 'https://x.com/newtown', { status: 'closed' }),
      channel('Second time', 'https://x.com/newtown'),
    ]);
    expect(await ask('x.com/newtown')).toMatchObject({ verdict: 'ours', names: ['Second time'] });
  });

  test('an account on a platform where we are, and that is not ours, is not ours', async () => {
    const { ask } = await withChannels(open, [channel('Council on X', 'https://x.com/newtown')]);
    expect(await ask('https://x.com/newtown_')).toMatchObject({ verdict: 'not-ours', names: [] });
    expect(await ask('https://x.com/newt0wn')).toMatchObject({ verdict: 'not-ours' });
    expect((await ask('https://x.com/newt0wn')).sentence).toBe('No. This is not one of our channels on x.com.');
    expect(await ask('https://www.tiktok.com/@newtown')).toMatchObject({ verdict: 'unknown', names: [] });
  });

  test('a group on a site where we only have pages is not ours either', async () => {
    const { ask } = await withChannels(open, [
      channel('Page', 'https://www.facebook.com/newtown'),
      channel('Blog', 'https://newtown.tumblr.com'),
    ]);
    expect((await ask('https://evil.tumblr.com')).sentence).toBe('No. This is not one of our channels on tumblr.com.');
    expect(await ask('https://www.facebook.com/groups/newtown')).toMatchObject({ verdict: 'not-ours', names: [] });
  });

  test('what is only asked for, approved or refused does not count, nor does it make a platform ours', async () => {
    const { ask } = await withChannels(open, [
      channel('Wanted', 'https://x.com/wanted', { status: 'requested' }),
      channel('Agreed', 'https://x.com/agreed', { status: 'approved' }),
      channel('Refused', 'https://x.com/refused', { status: 'refused' }),
    ]);
    for (const name of ['wanted', 'agreed', 'refused']) {
      expect(await ask(`x.com/${name}`), name).toMatchObject({ verdict: 'unknown', names: [] });
      expect(await ask(`@${name}`), name).toMatchObject({ verdict: 'unknown', names: [] });
    }
  });

  test('what the viewer may not see is neither found nor counted', async () => {
    const { ask } = await withChannels(open, [
      channel('Rota', 'https://x.com/rota', { circle: 'staff' }),
      channel('Partners', 'https://www.instagram.com/partners', { circle: 'partner' }),
      channel('Intranet', 'https://intranet.council.example/', { circle: 'staff' }),
    ]);
    for (const text of [
      'x.com/rota',
      'instagram.com/partners',
      '@rota',
      'x.com/rota/status/1',
      'intranet.council.example/a',
    ]) {
      expect(await ask(text), text).toMatchObject({ verdict: 'unknown', names: [] });
    }
    expect(await ask('x.com/somebody')).toMatchObject({ verdict: 'unknown' });
    expect(await ask('x.com/rota', staff)).toMatchObject({ verdict: 'ours', names: ['Rota'] });
    expect(await ask('instagram.com/partners', { circles: ['public', 'partner'] })).toMatchObject({ verdict: 'ours' });
  });

  test('platforms are put in once, and what an administrator changed stays', async () => {
    const { read, write } = await open();
    await write((tx) => installPlatforms(tx));
    await write((tx) => tx.update(tx.tables.platforms).set({ label: 'Ours' }));
    await write((tx) => installPlatforms(tx));
    const platforms = await listPlatforms(read);
    expect(platforms).toHaveLength(platformList.length);
    expect(new Set(platforms.map(({ label }) => label))).toEqual(new Set(['Ours']));
    const [first] = platformList;
    expect(platforms.find(({ key }) => key === first?.key)).toEqual({ ...first, label: 'Ours' });
  });
});
