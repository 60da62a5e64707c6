import { expect, test } from 'vitest';
import { readAddress } from '#domain/channels/channel-address-rules.ts';
import { fieldsSeenBy } from '#domain/channels/channel-field-rules.ts';
import { nextReviewOn, reviewStateOf, slugsFor } from '#domain/channels/channel-rules.ts';
import { readLanguages, sayLanguages } from '#domain/channels/language-rules.ts';
import { platformList } from '#domain/channels/platform-list.ts';
import { risksOf } from '#domain/channels/review-risk-rules.ts';
import { withUnitsBelow } from '#domain/units/unit-rules.ts';
import { channelFields } from '#tests/support/channels.ts';

test('every field of a channel is for somebody, and the keeper who owns it reads them all', () => {
  const all = Object.keys(channelFields('libraries')).filter((field) => field !== 'linkKey');
  const seen = fieldsSeenBy({ circle: 'staff' }, true);
  expect([...seen].sort()).toEqual(all.sort());
  expect(new Set(seen).size).toBe(seen.length);
});

test('a review is due half a year later, on the last day of a shorter month', () => {
  expect(nextReviewOn('2026-03-31', channelFields('u'))).toBe('2026-09-30');
  expect(nextReviewOn('2027-08-31', channelFields('u'))).toBe('2028-02-29');
});

test.each([
  ['emergency', { emergencyUse: true }],
  ['personal', { accountKind: 'personal' }],
  ['personal', { accountKind: 'mixed' }],
  ['no-two-step', { twoStepSignIn: 'off' }],
  ['one-holder', { ownerId: 'ann' }],
] as const)('a review lasts a quarter where there is a risk: %s', (risk, wished) => {
  expect(risksOf(channelFields('u', wished))).toEqual([risk]);
  expect(nextReviewOn('2026-03-31', channelFields('u', wished))).toBe('2026-06-30');
});

test('two who answer and two-step sign-in leave no risk', () => {
  expect(risksOf(channelFields('u', { ownerId: 'ann', deputyId: 'bob', twoStepSignIn: 'on' }))).toEqual([]);
});

test('a review due today is due soon, and overdue tomorrow', () => {
  const state = (reviewDueOn: string | null) => reviewStateOf({ reviewDueOn }, '2026-12-03');
  expect([state('2026-12-02'), state('2026-12-03'), state('2027-01-02'), state('2027-01-03'), state(null)]).toEqual([
    'overdue',
    'due-soon',
    'due-soon',
    'fine',
    'never',
  ]);
});

test('no channel takes the address of the page that adds one', () => {
  expect(slugsFor('new', 'x', 'id')[0]).toBe('new-x');
});

test('a unit brings the units under it, however deep, and rows in a ring do not hang', () => {
  const units = [
    { id: 'place', parentId: null },
    { id: 'parks', parentId: 'place' },
    { id: 'trees', parentId: 'parks' },
    { id: 'a', parentId: 'b' },
    { id: 'b', parentId: 'a' },
  ];
  expect(withUnitsBelow(units, 'place')).toEqual(['place', 'parks', 'trees']);
  expect(withUnitsBelow(units, 'a').sort()).toEqual(['a', 'b']);
});

test('languages are typed by name or code', () => {
  expect(readLanguages('English, welsh; pl, British sign language')).toEqual({
    codes: ['en', 'cy', 'pl', 'bfi'],
    unknown: [],
  });
  expect(readLanguages('English, Klingonish').unknown).toEqual(['Klingonish']);
  expect(sayLanguages(['cy', 'bfi', 'x!'])).toBe('Welsh, British Sign Language, x!');
});

const read = (typed: Partial<Parameters<typeof readAddress>[1]>) =>
  readAddress(platformList, { link: '', platformKey: '', handle: '', ...typed });

test('a pasted link fills platform and handle, and is kept in its one spelling', () => {
  expect(read({ link: 'http://www.twitter.com/Sandford?lang=en' })).toMatchObject({
    platformKey: 'x',
    handle: 'Sandford',
    url: 'https://x.com/Sandford',
    linkKey: 'x:sandford',
  });
});

test('a name and a platform are enough where the address follows from them', () => {
  expect(read({ platformKey: 'x', handle: '@Sandford' })).toMatchObject({ linkKey: 'x:sandford', handle: '@Sandford' });
  expect(read({ platformKey: 'x', link: 'Sandford' })).toMatchObject({ linkKey: 'x:sandford', handle: 'Sandford' });
  expect(read({ platformKey: 'phone', handle: '01632 960000' })).toMatchObject({ url: 'tel:+441632960000' });
});

test('a channel that is not on line needs no link', () => {
  expect(read({ platformKey: 'notice_board' })).toEqual({
    kind: 'address',
    platformKey: 'notice_board',
    url: null,
    handle: '',
    linkKey: null,
  });
});

test('what cannot be an address is refused beside the field it is in', () => {
  expect(read({})).toMatchObject({ kind: 'wrong', field: 'platformKey' });
  expect(read({ platformKey: 'nothing' })).toMatchObject({ kind: 'wrong', field: 'platformKey' });
  expect(read({ platformKey: 'x' })).toMatchObject({ kind: 'wrong', field: 'link' });
  expect(read({ link: 'Sandford' })).toMatchObject({ kind: 'wrong', field: 'platformKey' });
  expect(read({ link: 'https://x.com/home' })).toMatchObject({ kind: 'wrong', field: 'link' });
  expect(read({ link: 'javascript:alert(1)' })).toMatchObject({ kind: 'wrong', field: 'link' });
});

test('a platform that is not the one of the link is kept with a warning, and a plain web kind without', () => {
  expect(read({ link: 'https://x.com/sandford', platformKey: 'instagram' })).toMatchObject({
    platformKey: 'instagram',
    warning: 'This link is not on Instagram.',
  });
  expect(read({ link: 'https://news.council.example/', platformKey: 'blog' })).not.toHaveProperty(
    'warning',
    expect.anything(),
  );
});
