import { expect, test } from 'vitest';
import { channel } from '#tests/support/channel-register.ts';
import { openTestSite } from '#tests/support/site.ts';

const { site, stranger, signedIn, url } = await openTestSite();

await site.write(async (tx) => {
  await tx.insert(tx.tables.units).values({ id: 'libraries', slug: 'libraries', name: 'Libraries', aliases: [] });
  await tx
    .insert(tx.tables.channels)
    .values([
      channel('sandford', 'https://x.com/sandfordcouncil'),
      channel('old-news', 'https://x.com/oldnews', { status: 'closed' }),
      channel('staff-room', 'https://x.com/staffroom', { circle: 'staff' }),
      channel('trust-room', 'https://x.com/trustroom', { circle: 'partner' }),
      channel('locked-out', 'https://x.com/lockedout', { status: 'no-access' }),
      channel('tricky', 'https://x.com/tricky', { name: '<b>Tricky</b>' }),
    ]);
  await tx.insert(tx.tables.channelClosures).values({
    channelId: 'old-news',
    goInsteadId: 'sandford',
    closedOn: '2024-05-01',
    why: 'merged',
    handleFate: 'released',
  });
});

const page = (link: string) => `/verify?link=${encodeURIComponent(link)}`;
const verdictOn = async (link: string, who = stranger()) => {
  const { html, status } = await who.get(page(link));
  expect(status).toBe(200);
  return html.querySelector('#verdict')?.textContent.trim();
};
const ask = async (link: string, who = stranger()) =>
  JSON.parse((await who.get(page(link).replace('?', '.json?'))).body);

test('somebody pastes a link of ours and reads who answers for it and when it was last checked', async () => {
  const { html, text } = await stranger().get(page('HTTP://m.twitter.com/@SandfordCouncil/?s=20'));
  expect(html.querySelector('#verdict')?.textContent.trim()).toBe('Ours');
  expect(html.querySelector('.verdict svg')).toBeTruthy();
  expect(text).toContain('Yes. This is ours: sandford.');
  expect(text).toContain('Libraries');
  expect(text).toContain('1 March 2025');
  expect(html.querySelector('.verdict a')?.getAttribute('href')).toBe('/channels/sandford');
});

test('a retired link is not made live, and the page says where to go instead', async () => {
  const { html, text } = await stranger().get(page('x.com/oldnews'));
  expect(html.querySelector('#verdict')?.textContent.trim()).toBe('Retired');
  expect(text).toContain('go to sandford instead');
  expect(text).toContain('1 May 2024');
  const links = html.querySelectorAll('main a').map((link) => link.getAttribute('href'));
  expect(links).toContain('/channels/sandford');
  expect(links.filter((link) => link?.includes('x.com') && !link.startsWith('/look-alikes/'))).toEqual([]);
});

test('a link that is not ours is told plainly, with what to do now', async () => {
  const { text } = await stranger().get(page('https://x.com/sandfordcounci1'));
  expect(text).toContain('Not ours');
  expect(text).toContain('What to do now');
  expect(await verdictOn('https://bsky.app/profile/somebody.bsky.social')).toBe('Unknown');
});

test('no look-alike of our link is ever ours', async () => {
  const lookAlikes = [
    'https://x.com.evil.example/sandfordcouncil',
    'https://evilx.com/sandfordcouncil',
    'https://x.com@evil.example/sandfordcouncil',
    'https://х.com/sandfordcouncil',
    'https://xn--80ak6aa92e.com/sandfordcouncil',
    'https://x.com/sаndfordcouncil',
    'https://x.com/sandfordcouncil%2f',
    'https://x.com/sandfordcouncil1',
    'https://x.com/sandfordcouncil/status/1',
    'https://x.com/x/../sandfordcouncil',
    'https://x.com:8080/sandfordcouncil',
    'https://evil.example/?to=https://x.com/sandfordcouncil',
    'javascript:https://x.com/sandfordcouncil',
    '@sandfordcouncil',
    '\u202ehttps://x.com/sandfordcouncil\u200b',
    `https://x.com/${'a'.repeat(3000)}`,
    '%',
    '\u0007',
  ];
  for (const link of lookAlikes) {
    expect(['Not ours', 'Unknown'], link).toContain(await verdictOn(link));
    expect(['not-ours', 'unknown'], link).toContain((await ask(link)).verdict);
  }
});

test('what is pasted is shown as text, whatever it is', async () => {
  const { html } = await stranger().get(page('"><img src=x onerror=alert(1)>'));
  expect(html.querySelector('img')).toBeNull();
  expect((await stranger().get(page('x.com/tricky'))).html.querySelector('.verdict b')).toBeNull();
});

test('each circle is told of its own channels only', async () => {
  const staff = await signedIn('sam@council.example');
  const partner = await signedIn('pat@trust.example');
  expect(await verdictOn('x.com/staffroom')).toBe('Not ours');
  expect(await verdictOn('x.com/staffroom', partner)).toBe('Not ours');
  expect(await verdictOn('x.com/staffroom', staff)).toBe('Ours');
  expect(await verdictOn('x.com/trustroom')).toBe('Not ours');
  expect(await verdictOn('x.com/trustroom', partner)).toBe('Ours');
  expect((await ask('x.com/staffroom', partner)).channels).toEqual([]);
  expect((await ask('x.com/staffroom', staff)).verdict).toBe('ours');
});

test('without a link the page explains the four answers', async () => {
  for (const path of ['/verify', '/verify?link=', '/verify?link=%20']) {
    const { html, text } = await stranger().get(path);
    expect(html.querySelector('#verdict')).toBeNull();
    expect(text).toContain('The four answers');
  }
});

test('other programs get the same answer as JSON, from any site, and 304 while nothing changed', async () => {
  const { headers, body } = await stranger().get('/verify.json?link=x.com%2Foldnews');
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(headers.get('access-control-allow-origin')).toBe('*');
  expect(JSON.parse(body)).toEqual({
    link: 'x.com/oldnews',
    verdict: 'retired',
    sentence: expect.stringContaining('go to sandford instead'),
    channels: [
      {
        name: 'old-news',
        unit: 'Libraries',
        platform: 'x',
        status: 'closed',
        link: null,
        page: `${url}/channels/old-news`,
        lastCheckedOn: '2025-03-01',
        closedOn: '2024-05-01',
        goInstead: { name: 'sandford', page: `${url}/channels/sandford` },
      },
    ],
  });
  const tag = headers.get('etag') ?? '';
  expect((await stranger().get('/verify.json?link=x.com%2Foldnews', { 'if-none-match': tag })).status).toBe(304);
});

test('a question without a link is a problem in a sentence', async () => {
  for (const path of ['/verify.json', '/verify.json?link=', '/verify.json?link=%20', '/verify.json?Link=x']) {
    const { status, headers, body } = await stranger().get(path);
    expect(status).toBe(400);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(JSON.parse(body)).toEqual({
      type: 'about:blank',
      title: 'No link',
      status: 400,
      detail: expect.stringContaining('/verify.json?link='),
    });
  }
});

test('a channel of ours that people outside may not open is named to them without a link', async () => {
  const outside = await stranger().get(page('https://x.com/lockedout'));
  const inside = await (await signedIn('sam@council.example')).get(page('https://x.com/lockedout'));
  expect(outside.text).toContain('locked-out');
  expect(outside.html.querySelector('a[href="/channels/locked-out"]')).toBeNull();
  expect(inside.html.querySelector('a[href="/channels/locked-out"]')).not.toBeNull();
});
