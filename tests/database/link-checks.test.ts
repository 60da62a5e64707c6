import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import type { ChannelFields } from '#domain/channels/channel-rules.ts';
import { recogniseLink } from '#domain/channels/link-rules.ts';
import { platformList } from '#domain/channels/platform-list.ts';
import { countFindings, findHealthScope, listFinding } from '#domain/health/health-queries.ts';
import { claimLink, noteLink } from '#domain/link-checks/link-check-commands.ts';
import { findNextLink } from '#domain/link-checks/link-check-queries.ts';
import { tellOfLinks } from '#domain/link-checks/link-letter-commands.ts';
import { judgeLink, type LinkOutcome } from '#domain/link-checks/link-verdict-rules.ts';
import { grantRole } from '#domain/people/people-commands.ts';
import { stationeryOf } from '#server/stationery.ts';
import { channelFields, NOW, onX, openChannelRoom, TODAY } from '#tests/support/channels.ts';
import { forEachEngine } from '#tests/support/engines.ts';
import { viewerIn } from '#tests/support/viewers.ts';

const DAY = 86_400_000;
const later = (days: number) => new Date(NOW.getTime() + days * DAY);
const whole = findHealthScope(viewerIn('staff', 'kit', { isKeeper: true }))!;

async function openLinks(open: () => Promise<Database>) {
  const room = await openChannelRoom(open);
  const { read, write } = room;
  const add = (handle: string, wished: Partial<ChannelFields> = {}) =>
    room.save(handle, channelFields('libraries', onX(handle, wished)));
  const check = async (channelId: string, outcome: LinkOutcome, detail = '', now = NOW) => {
    const link = { channelId, url: `https://x.com/${channelId}` };
    expect(await write((tx) => claimLink(tx, link, now))).toBe(true);
    await write((tx) => noteLink(tx, link, { outcome, detail }, now));
  };
  return { ...room, add, check, next: async (now = NOW) => (await findNextLink(read, now))?.channelId };
}

forEachEngine((open) => {
  test('only the public link of an open channel is asked, each once a month, the longest ago first', async () => {
    const { add, check, next } = await openLinks(open);
    await add('a');
    await add('b');
    await add('c', { circle: 'partner' });
    await add('d', { status: 'closed' });
    await add('e', { status: 'no-access' });
    await add('f', { url: 'mailto:f@council.example' });
    expect(await next()).toBe('a');
    await check('a', 'there');
    expect(await next()).toBe('b');
    await check('b', 'there', '', later(1));
    expect(await next(later(29))).toBeUndefined();
    expect(await next(later(32))).toBe('a');
    await add('a', { url: 'https://x.com/another' });
    expect(await next(later(2))).toBe('a');
  });

  test('two who claim a link at once do not both ask', async () => {
    const { write, add } = await openLinks(open);
    await add('a');
    const claim = (now = NOW) => write((tx) => claimLink(tx, { channelId: 'a', url: 'https://x.com/a' }, now));
    expect((await Promise.all([claim(), claim()])).filter(Boolean)).toHaveLength(1);
    expect([await claim(later(29)), await claim(later(31))]).toEqual([false, true]);
  });

  test('keepers find links that are gone, lead elsewhere or cannot be asked, until the link is changed; nothing is closed', async () => {
    const { read, add, check } = await openLinks(open);
    for (const name of ['a', 'b', 'c', 'd']) await add(name);
    await check('a', 'gone');
    await check('b', 'elsewhere', 'https://other.example/');
    await check('c', 'not-reached');
    await check('d', 'cannot-tell');
    const counts = () => countFindings(read, whole, TODAY);
    expect(await counts()).toMatchObject({ all: 4, 'link-gone': 1, 'link-elsewhere': 1, 'link-not-reached': 1 });
    const [line] = await listFinding(read, whole, 'link-elsewhere', TODAY, 1);
    expect(line).toMatchObject({ name: 'b', linkDetail: 'https://other.example/' });
    await add('a', { url: 'https://x.com/mended' });
    expect(await counts()).toMatchObject({ all: 4, 'link-gone': 0 });
  });

  test('keepers hear once what is new this week, and nothing when nothing is', async () => {
    const { read, write, add, addPerson, check } = await openLinks(open);
    await addPerson('kit');
    await write((tx) => grantRole(tx, { personId: 'kit', role: 'keeper', grantedById: null, now: NOW }));
    await add('a');
    await add('b');
    await check('a', 'gone', 'the site says that it is not there (404)', later(-40));
    await check('a', 'gone', 'the site says that it is not there (404)', later(-1));
    await check('b', 'there', '', later(-1));
    const stationery = stationeryOf({ siteName: 'Sandford', siteUrl: 'https://teacake.example' });
    const letters = async (now: Date) => {
      expect(await write((tx) => tellOfLinks(tx, '', stationery, now))).toEqual(new Date(now.getTime() + 7 * DAY));
      return (await read.select().from(read.tables.outbox)).map(({ recipient, plainText }) => [recipient, plainText]);
    };
    expect(await letters(NOW)).toEqual([]);
    await add('c');
    await check('c', 'elsewhere', 'https://other.example/', later(2));
    expect(await letters(later(7))).toEqual([
      ['kit@council.example', expect.stringContaining('c: now leads to https://other.example/')],
    ]);
    expect(await letters(later(14))).toHaveLength(1);
  });
});

const answered = (status: number, url: string, hops = 0) => ({ kind: 'answered', status, url, hops }) as const;
const X = 'https://x.com/sandford';

test.each([
  ['there', answered(200, X)],
  ['there', answered(200, 'https://twitter.com/Sandford', 1)],
  ['gone', answered(404, X)],
  ['gone', answered(410, 'https://x.com/other', 2)],
  ['elsewhere', answered(200, 'https://x.com/another', 1)],
  ['cannot-tell', answered(403, X)],
  ['cannot-tell', answered(429, X)],
  ['cannot-tell', answered(503, X)],
  ['cannot-tell', answered(200, 'https://x.com/i/flow/login?next=x', 1)],
  ['not-reached', { kind: 'refused', why: 'address' }],
  ['not-reached', { kind: 'failed', why: 'no-such-host' }],
] as const)('a link is %s after %o', (outcome, answer) => {
  expect(recogniseLink(platformList, X).kind).toBe('recognised');
  expect(judgeLink(answer, X, platformList).outcome).toBe(outcome);
});
