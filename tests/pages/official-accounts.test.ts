import { createPublicKey, verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { newId } from '#server/chance.ts';
import { openChannelSite } from '#tests/support/channel-site.ts';
import { channelFields, onX } from '#tests/support/channels.ts';

const { room, stranger, keeper, url, clock } = await openChannelSite();

const fetched = async (visitor = stranger()) => JSON.parse((await visitor.get('/official-accounts.json')).body);

type Json = string | number | boolean | null | Json[] | { [name: string]: Json };

/** RFC 8785 as the page /about tells it to others, in their own words: nothing of ours is used to check what we signed. */
const canonical = (value: Json): string =>
  JSON.stringify(value, (_, part) =>
    part && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );

/** Checks a list as somebody else would: by its canonical form and the published key. */
async function isGenuine({ list, signature }: Awaited<ReturnType<typeof fetched>>) {
  const { keys } = JSON.parse((await stranger().get('/.well-known/teacake-keys.json')).body);
  const jwk = keys.find((key: { kid: string }) => key.kid === signature.key);
  expect(jwk, 'no private half').not.toHaveProperty('d');
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  return verify(null, Buffer.from(canonical(list)), key, Buffer.from(signature.value, 'base64url'));
}

test('a copy of the list of official accounts can be told from a changed one', async () => {
  const answer = await fetched();
  expect(answer.list).toMatchObject({
    issuer: url,
    organisation: 'Sandford Council',
    madeOn: clock.now().toISOString().slice(0, 10),
    accounts: [{ name: 'Sandford reads', link: 'https://x.com/sandfordreads', page: `${url}/channels/sandford-reads` }],
  });
  expect(await isGenuine(answer)).toBe(true);
  const file = (await stranger().get('/official-accounts.json')).body;
  expect(file).toContain(`{"list":${canonical(answer.list)},"signature":`);
  expect(await isGenuine({ ...answer, list: { ...answer.list, madeOn: '2099-01-01' } })).toBe(false);
  answer.list.accounts[0].link = 'https://x.com/sandfordread';
  expect(await isGenuine(answer)).toBe(false);
});

test('both lists hold what is open to everyone and nothing else, whoever asks', async () => {
  await room.save(newId(), channelFields('parks', onX('secretparks', { circle: 'staff' })));
  await room.save(newId(), channelFields('parks', onX('notyetparks', { status: 'requested' })));
  await room.save(newId(), channelFields('parks', onX('oldparks', { status: 'refused' })));
  await room.save(
    newId(),
    channelFields('parks', onX('restingparks', { status: 'paused', name: '"Parks" \u{1f333}' })),
  );
  for (const visitor of [stranger(), keeper]) {
    const answer = await fetched(visitor);
    const links = answer.list.accounts.map(({ link }: { link: string }) => link);
    expect(links.toSorted()).toEqual(['https://x.com/restingparks', 'https://x.com/sandfordreads']);
    expect(await isGenuine(answer)).toBe(true);
    const trust = await visitor.get('/.well-known/trust.txt');
    expect(trust.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(trust.body.split('\n').filter((line) => line.startsWith('social='))).toEqual(
      links.map((link: string) => `social=${link}`),
    );
  }
});
