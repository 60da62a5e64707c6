import { expect, test } from 'vitest';
import { channel } from '#tests/support/channel-register.ts';
import { openTestSite } from '#tests/support/site.ts';

const { site, stranger, signedIn, url } = await openTestSite();

await site.write(async (tx) => {
  await tx.insert(tx.tables.units).values({ id: 'libraries', slug: 'libraries', name: 'Libraries', aliases: [] });
  await tx
    .insert(tx.tables.channels)
    .values([
      channel('open', 'https://x.com/open', { name: '=1+1', notes: 'a secret note', tags: ['a', 'b'] }),
      channel('partners', 'https://x.com/partners', { circle: 'partner' }),
      channel('staff', 'https://x.com/staff', { circle: 'staff', signInPlace: 'the blue safe' }),
    ]);
});

const slugs = (text: string) => [...text.matchAll(/^\W?(open|partners|staff),/gm)].map((match) => match[1]);

test('each circle downloads exactly its channels, and keepers what they keep', async () => {
  const partner = await signedIn('pat@trust.example');
  const staff = await signedIn('sam@council.example');
  const keeper = await signedIn('kim@council.example', { roles: ['keeper'] });
  const files = [];
  for (const who of [stranger(), partner, staff, keeper]) files.push((await who.get('/channels.csv')).body);
  expect(files.map(slugs)).toEqual([
    ['open'],
    ['open', 'partners'],
    ['open', 'partners', 'staff'],
    ['open', 'partners', 'staff'],
  ]);
  expect(files.map((text) => text.includes('a secret note'))).toEqual([false, false, true, true]);
  expect(files.map((text) => text.includes('the blue safe'))).toEqual([false, false, false, true]);
  for (const who of [stranger(), partner, staff, keeper]) {
    const rows = JSON.parse((await who.get('/channels.json')).body).channels as { slug: string }[];
    expect(rows.map(({ slug }) => slug)).toEqual(slugs((await who.get('/channels.csv')).body));
  }
});

test('the file opens safely in a spreadsheet', async () => {
  const { body, headers } = await stranger().get('/channels.csv');
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
  expect(headers.get('content-disposition')).toBe('attachment; filename="channels.csv"');
  expect(body).toMatch(/^\ufeff?slug,name,platform,link/);
  expect(body).toContain("open,'=1+1,x,");
});

test('programs on any site read the register as JSON', async () => {
  const { body, headers } = await stranger().get('/channels.json');
  expect(headers.get('access-control-allow-origin')).toBe('*');
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(JSON.parse(body).channels).toMatchObject([
    { page: `${url}/channels/open`, slug: 'open', name: '=1+1', platform: 'x', languages: ['en'], closedOn: null },
  ]);
  expect((await stranger().get('/channels.json', { 'if-none-match': headers.get('etag') ?? '' })).status).toBe(304);
});

test('an empty register is an empty list and a file with its first line', async () => {
  const partner = await signedIn('pat@trust.example');
  await site.write((tx) => tx.delete(tx.tables.channels));
  expect(JSON.parse((await partner.get('/channels.json')).body)).toEqual({ channels: [] });
  expect((await partner.get('/channels.csv')).body.trim().split('\r\n')).toHaveLength(1);
});
