import sharp from 'sharp';
import { expect, test } from 'vitest';
import { addPicture } from '#domain/pictures/picture-commands.ts';
import { fileName } from '#domain/pictures/picture-rules.ts';
import { newId } from '#server/chance.ts';
import { paint } from '#tests/support/pictures.ts';
import { openTestSite } from '#tests/support/site.ts';

const { site, url, clock, stranger, signedIn } = await openTestSite();

async function keepPicture(width: number, seenBy: 'public' | 'staff' | 'keepers') {
  const taken = await site.pictures.take(await paint(width, 40).jpeg().toBuffer());
  if (taken.kind === 'refused') throw new Error(taken.sentence);
  const { kind, ...facts } = taken;
  const subject = { kind: 'look-alike', id: newId() } as const;
  const about = { id: newId(), alt: 'A copy of our page', addedById: null, now: clock.now(), subject, seenBy };
  await site.write((tx) => addPicture(tx, { ...facts, ...about }));
  return `/pictures/${fileName(facts.hash, facts.width, 'avif')}`;
}

test('a picture for everyone may be kept for a day and shown by feed readers, with the headers of every answer, and is what it says', async () => {
  const path = await keepPicture(61, 'public');
  const answer = await fetch(url + path);
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/avif',
    'cache-control': 'public, max-age=86400',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
    'content-security-policy': expect.stringContaining("default-src 'self'"),
  });
  expect(await sharp(await answer.arrayBuffer()).metadata()).toMatchObject({ format: 'heif', width: 61, height: 40 });
  expect((await fetch(url + path.replace('-61.avif', '-480.avif'))).status).toBe(404);
  expect((await fetch(url + path.replace('.avif', '.svg'))).status).toBe(404);
});

test('evidence is for keepers: nobody else gets it, and nobody may keep it', async () => {
  const path = await keepPicture(62, 'keepers');
  const keeper = await signedIn('kit@council.example', { roles: ['keeper'] });
  const seen = await keeper.get(path);
  expect([seen.status, seen.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
  for (const visitor of [stranger(), await signedIn('pat@trust.example'), await signedIn('sam@council.example')])
    expect((await visitor.get(path)).status).toBe(404);
});

test('files that no record speaks for are not served', async () => {
  const taken = await site.pictures.take(await paint(63, 40).jpeg().toBuffer());
  if (taken.kind === 'refused') throw new Error(taken.sentence);
  const keeper = await signedIn('kit@council.example', { roles: ['keeper'] });
  expect((await keeper.get(`/pictures/${fileName(taken.hash, 63, 'webp')}`)).status).toBe(404);
});
