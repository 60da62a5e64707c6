import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type HoldFacts, holdFor, type Speaker } from '#domain/moderation/hold-rules.ts';
import { HOUSE_RULES } from '#domain/moderation/house-rules.ts';
import { countLinks, isNearlySame, looksLikeSpam } from '#domain/moderation/spam-rules.ts';
import { slugOf } from '#domain/slugs/slug-rules.ts';

const QUIET: HoldFacts = { earlier: [], isPreElection: false };
const guest: Speaker = { circle: 'public', isMember: false, isConfirmed: true, hasSpoken: false };
const known: Speaker = { ...guest, hasSpoken: true };
const resident: Speaker = { ...guest, isMember: true };
const partner: Speaker = { ...resident, circle: 'partner' };
const colleague: Speaker = { ...resident, circle: 'staff' };

const OFFER = 'Lovely lesson! We sell the best garden sheds in the whole of the county, ask for our summer offer today';

test('members are heard at once; somebody without an account once they confirmed, and the first time once a moderator read it', () => {
  for (const speaker of [resident, partner, colleague, known]) expect(holdFor(speaker, 'Well put.', QUIET)).toBeNull();
  expect(holdFor({ ...guest, isConfirmed: false }, 'Well put.', QUIET)).toBe('unconfirmed');
  expect(holdFor(guest, 'Well put.', QUIET)).toBe('first-time');
});

test('before an election partners and residents wait, and staff do not', () => {
  const before = { ...QUIET, isPreElection: true };
  for (const speaker of [resident, partner, known]) expect(holdFor(speaker, 'Well put.', before)).toBe('pre-election');
  expect(holdFor(colleague, 'Well put.', before)).toBeNull();
});

test('what a person must look at is never solved by time alone', () => {
  const before = { earlier: [OFFER], isPreElection: true };
  expect(holdFor(guest, 'Well put.', before)).toBe('first-time');
  expect(holdFor(known, OFFER, before)).toBe('spam');
});

test('whoever is new may give one link, others five, however they are written', () => {
  const links = (number: number) =>
    Array.from({ length: number }, (_, n) => `see https://shop-${n}.example/a`).join(' ');
  for (const [speaker, number, spam] of [
    [resident, 1, false],
    [resident, 2, true],
    [known, 5, false],
    [known, 6, true],
  ] as const)
    expect(looksLikeSpam(links(number), [], speaker)).toBe(spam);
  expect(countLinks('[a](http://a.example) <https://b.example> www.c.example d.example/offer HTTPS://E.EXAMPLE')).toBe(
    5,
  );
  expect(countLinks('At 3.30 pm, e.g. in the library. Version 2.1 and 3/4 of it; and/or both.')).toBe(0);
});

test('the same words again wait, also slightly changed, in other case or with invisible signs', () => {
  for (const again of [
    OFFER,
    OFFER.toUpperCase(),
    OFFER.replace('today', 'now'),
    OFFER.replaceAll('e', 'e\u200b'),
    `${OFFER.replaceAll(' ', '  ')}!!! :-)`,
  ])
    expect(holdFor(known, again, { ...QUIET, earlier: ['Something else entirely.', OFFER] })).toBe('spam');
});

test('what many people say, and another text about the same thing, does not wait', () => {
  const earlier = ['Thank you, this was really helpful!', OFFER];
  for (const words of [
    'Thank you, this was really helpful!',
    'We tried the summer offer of the library, and the best part was a bench in the garden of the county hall',
  ])
    expect(holdFor(known, words, { ...QUIET, earlier })).toBeNull();
  expect(isNearlySame('', '')).toBe(false);
});

test('every rule a removal can refer to stands on the page of the house rules, under its own address', () => {
  const page = readFileSync('content/help/house-rules.md', 'utf8');
  for (const [key, title] of Object.entries(HOUSE_RULES)) {
    expect(page).toContain(`\n## ${title}\n`);
    expect(slugOf(title)).toBe(key);
  }
});
