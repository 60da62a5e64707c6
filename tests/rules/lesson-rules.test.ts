import { expect, test } from 'vitest';
import { platformList } from '#domain/channels/platform-list.ts';
import { type AuthorRow, keptAuthors, readAuthorLines, showAuthor } from '#domain/lessons/lesson-author-rules.ts';
import { readChannelLines } from '#domain/lessons/lesson-channel-rules.ts';
import { changedWords, isTrusted, mayEdit, mayGiveTo, readTags, slugsFor } from '#domain/lessons/lesson-rules.ts';
import { circlesSeenBy, STRANGER } from '#domain/people/viewer.ts';

const ID = '01890000-0000-7000-8000-000000000000';

test('tags are one spelling each, however they were typed', () => {
  expect(readTags('Opening hours, SURVEYS;surveys\n Café  , ,!!')).toEqual(['opening-hours', 'surveys', 'cafe']);
  expect(readTags('x'.repeat(90))[0]).toHaveLength(40);
  expect(readTags('')).toEqual([]);
});

test('slugs come from the title, number themselves, keep off other pages and end with the lesson’s own id', () => {
  expect(slugsFor('Bins & buses', ID).slice(0, 2)).toEqual(['bins-buses', 'bins-buses-2']);
  expect(slugsFor('Bins', ID).at(-1)).toBe(`bins-${ID}`);
  expect(slugsFor('NEW', ID)[0]).toBe('new-2');
  expect(slugsFor('!!!', ID)[0]).toBe('untitled');
});

test('an author, whoever entered it and an admin may edit; nobody else, and no stranger', () => {
  const people = { createdById: 'enterer', authorIds: ['author'] };
  const may = (id: string | null, isAdmin = false) => mayEdit({ person: id === null ? null : { id }, isAdmin }, people);
  expect([may('enterer'), may('author'), may('admin', true)]).toEqual([true, true, true]);
  expect([may('other'), may(null), may(null, true)]).toEqual([false, false, false]);
});

test('people give only to circles they are in', () => {
  const gives = (circle: 'public' | 'partner' | 'staff') =>
    (['public', 'partner', 'staff'] as const).filter((to) => mayGiveTo({ circles: circlesSeenBy(circle) }, to));
  expect([gives('public'), gives('partner'), gives('staff')]).toEqual([
    ['public'],
    ['public', 'partner'],
    ['public', 'partner', 'staff'],
  ]);
});

test('links are trusted only when everybody behind a lesson is from inside', () => {
  expect(isTrusted(['staff', 'partner'])).toBe(true);
  expect(isTrusted(['staff', 'public'])).toBe(false);
});

test('what changed between two texts is named in the order of the form', () => {
  const words = { title: 'a', tryThis: '', wanted: '', happened: 'b', why: '', nextTime: 'c' };
  expect(changedWords(words, { ...words, nextTime: 'd', title: 'e' })).toEqual(['title', 'nextTime']);
  expect(changedWords(words, { ...words })).toEqual([]);
});

test('a person is named to everyone who may know, and by what they are to the others', () => {
  const row = (circle: 'public' | 'staff', showsName: boolean): AuthorRow => ({
    guestName: '',
    person: { id: 'p', name: 'Sam Green', jobTitle: 'librarian', circle, showsName },
    unit: 'Libraries',
    organisation: null,
  });
  const viewer = (circle: 'public' | 'partner' | 'staff') => ({ ...STRANGER, circle });
  const named = { personId: 'p', name: 'Sam Green', role: 'librarian', unit: 'Libraries' };
  expect(showAuthor(STRANGER, row('staff', true))).toEqual(named);
  expect(showAuthor(STRANGER, row('staff', false))).toEqual({ ...named, name: null, role: 'a member of staff' });
  expect(showAuthor(viewer('partner'), row('staff', false))).toEqual(named);
  expect(showAuthor(viewer('partner'), row('public', false)).name).toBeNull();
  expect(showAuthor(viewer('staff'), row('public', false)).name).toBe('Sam Green');
  const self = { ...STRANGER, person: { id: 'p', name: '', email: null, unitId: null } };
  expect(showAuthor(self, row('public', false)).name).toBe('Sam Green');
});

test('a guest is named as given', () => {
  const guest = showAuthor(STRANGER, { guestName: 'Mo, a trader', person: null, unit: null, organisation: null });
  expect(guest).toEqual({ personId: null, name: 'Mo, a trader', role: '', unit: '' });
});

test('a line with an @ is an address, any other a name; each counts once', () => {
  expect(readAuthorLines(' Kim@Council.example \nMo  Adams\n\nMo Adams')).toEqual({
    emails: ['kim@council.example'],
    names: ['Mo Adams'],
  });
});

test('a form keeps only people the lesson already knows', () => {
  expect(keptAuthors(['person:known', 'person:forged', 'guest:Mo: trader', 'guest: ', 'nonsense'], ['known'])).toEqual([
    { personId: 'known', guestName: '' },
    { personId: null, guestName: 'Mo: trader' },
  ]);
});

test('a channel is named by its page here, its slug or its own link', () => {
  const site = 'https://teacake.council.example';
  const typed = `${site}/channels/library-news\n/channels/bins/\nlibrary-news\nhttps://x.com/CouncilBins\nhttps://other.example/channels/bins`;
  expect(readChannelLines(typed, site, platformList).map(({ slug, linkKey }) => [slug, linkKey])).toEqual([
    ['library-news', expect.stringContaining('teacake.council.example')],
    ['bins', undefined],
    ['library-news', undefined],
    [undefined, 'x:councilbins'],
    [undefined, expect.stringContaining('other.example')],
  ]);
});
