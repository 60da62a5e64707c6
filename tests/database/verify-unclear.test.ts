import { expect, test } from 'vitest';
import { channel, withChannels } from '#tests/support/channel-register.ts';
import { forEachEngine } from '#tests/support/engines.ts';

forEachEngine((open) => {
  test('a post under our name is never ours: it may be anybody’s', async () => {
    const { ask } = await withChannels(open, [channel('Council on X', 'https://x.com/newtown')]);
    expect(await ask('https://x.com/newtown/status/123')).toMatchObject({
      verdict: 'unknown',
      sentence: expect.stringMatching(/names our account \(Council on X\)/),
      names: ['Council on X'],
    });
    expect(await ask('https://x.com/evil/status/123')).toMatchObject({
      verdict: 'unknown',
      sentence: expect.stringMatching(/x\.com\/evil\) is not one of our channels/),
      names: [],
    });
  });

  test('a page under our website is a hint, nearest first, and no more', async () => {
    const { ask } = await withChannels(open, [
      channel('Website', 'https://www.council.example/'),
      channel('Bins', 'https://www.council.example/bins'),
      channel('Form', 'https://forms.example/page?id=ours'),
    ]);
    expect(await ask('http://council.example')).toMatchObject({ verdict: 'ours', names: ['Website'] });
    expect(await ask('council.example/bins/?utm_source=x')).toMatchObject({ verdict: 'ours', names: ['Bins'] });
    expect(await ask('https://council.example/bins/2')).toMatchObject({
      verdict: 'unknown',
      sentence: expect.stringMatching(/under ours \(Bins\)/),
    });
    expect(await ask('https://council.example/news?to=evil')).toMatchObject({ verdict: 'unknown', names: ['Website'] });
    expect(await ask('https://council.example/bins?to=evil')).toMatchObject({
      verdict: 'unknown',
      sentence: expect.stringMatching(/under ours \(Bins\)/),
    });
    expect(await ask('https://council.example/BINS')).toMatchObject({ verdict: 'unknown', names: ['Bins', 'Website'] });
    expect(await ask('https://forms.example/page?id=ours')).toMatchObject({ verdict: 'ours' });
    expect(await ask('https://forms.example/page?id=evil')).toMatchObject({ verdict: 'unknown', names: [] });
    expect(await ask('https://evil.council.example/')).toMatchObject({ verdict: 'unknown', names: [] });
    expect(await ask('https://council.example.evil.example/bins')).toMatchObject({ verdict: 'unknown', names: [] });
  });

  test('the same name in another form of address is a hint, since it may be somebody else', async () => {
    const { ask } = await withChannels(open, [channel('Films', 'https://www.youtube.com/@newtown')]);
    expect(await ask('https://www.youtube.com/@NEWTOWN/videos')).toMatchObject({ verdict: 'ours' });
    expect(await ask('https://www.youtube.com/user/newtown')).toMatchObject({
      verdict: 'unknown',
      sentence: expect.stringMatching(/not the address we know/),
      names: ['Films'],
    });
    expect(await ask('https://www.youtube.com/user/oldtown')).toMatchObject({ verdict: 'not-ours' });
  });

  test('an account by its number may be ours by its name, and the other way round: neither yes nor no', async () => {
    const film = 'https://www.youtube.com/channel/UCDY5Q4Jh8e20M-r3Y_MsBsw';
    const kinds = [
      ['https://www.facebook.com/newtown', 'https://www.facebook.com/profile.php?id=100064812345678'],
      ['https://www.youtube.com/@newtown', film],
      ['https://www.linkedin.com/company/newtown', 'https://www.linkedin.com/company/1234567'],
      ['https://bsky.app/profile/newtown.example', 'https://bsky.app/profile/did:plc:ewvi7nxzyoun6zhxrhs64oiz'],
      ['https://www.flickr.com/photos/newtown', 'https://www.flickr.com/photos/12345678@N01'],
    ] as const;
    const byName = await withChannels(open, [
      ...kinds.map(([name]) => channel(name, name)),
      channel('X', 'x.com/newtown'),
    ]);
    for (const [, number] of kinds)
      expect(await byName.ask(number), number).toMatchObject({
        verdict: 'unknown',
        sentence: expect.stringMatching(/gives the number .* by its name: the two may be one\. Open ours/),
        names: [],
      });
    const evil = ['facebook.com/evil', 'youtube.com/@evil', 'bsky.app/profile/evil.example', 'x.com/1234567'];
    for (const link of evil) expect(await byName.ask(link), link).toMatchObject({ verdict: 'not-ours' });
    const byNumber = await withChannels(
      open,
      kinds.map(([, number]) => channel(number, number)),
    );
    for (const [name] of kinds)
      expect(await byNumber.ask(name), name).toMatchObject({
        verdict: 'unknown',
        sentence: expect.stringMatching(/gives the name .* by its number/),
      });
    expect(await byNumber.ask(film)).toMatchObject({ verdict: 'ours' });
    expect(await byNumber.ask('https://www.facebook.com/100064812345679')).toMatchObject({ verdict: 'not-ours' });
    const mixed = await withChannels(open, [channel('a', kinds[0][0]), channel('b', kinds[0][1])]);
    expect(await mixed.ask('https://www.facebook.com/evil')).toMatchObject({ verdict: 'not-ours' });
  });

  test('a name alone lists where we use it, and is no proof', async () => {
    const { ask } = await withChannels(open, [
      channel('On X', 'https://x.com/NewTown'),
      channel('On Instagram', 'https://www.instagram.com/newtown', { status: 'closed' }),
      channel('On YouTube', 'https://www.youtube.com/user/newtown'),
      channel('On Facebook', 'https://www.facebook.com/100064512345678', { handle: 'newtown' }),
    ]);
    for (const text of ['@newtown', 'NewTown']) {
      expect(await ask(text), text).toMatchObject({
        verdict: 'unknown',
        sentence: expect.stringMatching(/proves nothing/),
        names: ['On Facebook', 'On Instagram', 'On X', 'On YouTube'],
      });
    }
    expect(await ask('@oldtown')).toMatchObject({ verdict: 'unknown', names: [] });
  });

  test('numbers and mail addresses are ours with a caution, and unknown rather than not ours', async () => {
    const { ask } = await withChannels(open, [
      channel('Help line', '01632 960123'),
      channel('Text us', 'sms:60777'),
      channel('Write to us', 'hello@council.example'),
      channel('WhatsApp', 'https://wa.me/441632960999'),
    ]);
    expect(await ask('+44 (0)1632 960 123')).toMatchObject({
      verdict: 'ours',
      sentence: expect.stringMatching(/faked/),
    });
    expect(await ask('sms:+441632960123')).toMatchObject({ verdict: 'ours', names: ['Help line'] });
    expect(await ask('tel:60777')).toMatchObject({ verdict: 'ours', names: ['Text us'] });
    expect(await ask('mailto:Hello@Council.Example')).toMatchObject({ verdict: 'ours' });
    expect(await ask('hello@council.example.evil.example')).toMatchObject({ verdict: 'unknown', names: [] });
    expect(await ask('01632 960124')).toMatchObject({ verdict: 'unknown', names: [] });
    expect(await ask('01632 960999')).toMatchObject({ verdict: 'unknown', names: ['WhatsApp'] });
    expect(await ask('https://wa.me/441632960123')).toMatchObject({ verdict: 'unknown', names: ['Help line'] });
  });

  test('look-alikes, tricks and things that are no link are never ours', async () => {
    const { ask } = await withChannels(open, [
      channel('Facebook', 'https://www.facebook.com/council'),
      channel('Website', 'https://www.council.example/'),
    ]);
    const tricks = [
      'https://facebook.com.evil.example/council',
      'https://faceb00k.com/council',
      'https://facebook.com@evil.example/council',
      'https://fаcebook.com/council',
      'https://xn--fcebook-2fg.com/council',
      'https://ｆacebook.com/council',
      'https://facebook.com./council',
      'https://facebook.com:8443/council',
      'https://facebook.com/evil%2f..%2fcouncil',
      'https://facebook.com/cou\u200bncil',
      'https://facebook.com\\council',
      'https://www.council.example./',
      'https://www.council.example:8443/',
      'https://council.example@evil.example/',
      'https://cоuncil.example/',
      'javascript:location="https://facebook.com/council"',
      'council',
      '%',
      "' or 1=1 --",
      '',
    ];
    for (const text of tricks) expect((await ask(text)).verdict, text).toBe('unknown');
  });

  test('a guess at Mastodon is ours only when it is registered, and never "not ours"', async () => {
    const { ask } = await withChannels(open, [channel('Mastodon', 'https://town.example/@newtown')]);
    expect(await ask('@Newtown@town.example')).toMatchObject({ verdict: 'ours' });
    expect(await ask('https://town.example/@newtown/123')).toMatchObject({ verdict: 'unknown' });
    expect(await ask('https://evil.example/@newtown')).toMatchObject({ verdict: 'unknown' });
    expect(await ask('https://evil.example/@newtown@town.example')).toMatchObject({ verdict: 'unknown' });
    expect(await ask('https://mastodon.social/@newtown')).toMatchObject({ verdict: 'not-ours' });
  });
});
