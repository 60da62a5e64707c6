import type { BrowserContext, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openAs, PHONE } from '#tests/support/chromium.ts';
import { addMeetup } from '#tests/support/meetups.ts';
import { openTestSite } from '#tests/support/site.ts';
import type { Visitor } from '#tests/support/visit.ts';

const town = await openTestSite();
const ann = await town.signedIn('ann.ames@council.example');
const bob = await town.signedIn('bob.best@council.example');

/** A meetup of Ann's and Bob's. */
async function openMeetup() {
  const hosts = { hostId: ann.person.id, secondHostId: bob.person.id };
  const { meetup } = await town.site.write((tx) => addMeetup(tx, hosts));
  return `${town.url}/meetups/${meetup.slug}/notes`;
}

/** Somebody with the notes of a meetup open. */
async function sitDown(who: Visitor, address: string): Promise<{ page: Page; context: BrowserContext }> {
  const context = await openAs(who, PHONE);
  const page = await context.newPage();
  await page.goto(address);
  return { page, context };
}

const FIRST = 'textarea >> nth=0';
const words = ({ page }: { page: Page }) => page.inputValue(FIRST);

async function savedWords() {
  const { read } = town.site;
  const rows = await read.select().from(read.tables.topicNotes);
  return rows.map((note) => note.words);
}

test('what is typed is saved without a press, and stands on the other page soon after', async () => {
  const address = await openMeetup();
  const [one, other] = [await sitDown(ann, address), await sitDown(bob, address)];
  await one.page.locator(FIRST).pressSequentially('Posters in the lift.');
  await expect.poll(() => words(other)).toBe('Posters in the lift.');
  expect(await other.page.textContent('.note-said >> nth=0')).toBe('Ann Ames wrote this.');
  await Promise.all([one.context.close(), other.context.close()]);
});

test('two write in the same box, one of them without a connection, and no word is lost', async () => {
  const address = await openMeetup();
  const [one, other] = [await sitDown(ann, address), await sitDown(bob, address)];
  await one.context.setOffline(true);
  await one.page.locator(FIRST).pressSequentially('Ann: the lift is full of people.');
  await expect.poll(() => one.page.textContent('.notes-state')).toContain('No connection');
  await other.page.locator(FIRST).pressSequentially('Bob: the stairs are not.');
  await expect.poll(savedWords).toContain('Bob: the stairs are not.');
  await one.context.setOffline(false);
  const both = 'Bob: the stairs are not.\nAnn: the lift is full of people.';
  await expect.poll(() => words(other)).toBe(both);
  expect(await words(one)).toBe(both);
  expect(await savedWords()).toContain(both);
  expect(await one.page.textContent('.note-said >> nth=0')).toContain('Bob Best wrote here at the same time');
  await Promise.all([one.context.close(), other.context.close()]);
});

test('words that were typed without a connection outlive the page, and leave the browser once they are saved', async () => {
  const address = await openMeetup();
  const { page, context } = await sitDown(ann, address);
  await context.setOffline(true);
  await page.locator(FIRST).pressSequentially('Kept in the browser.');
  await page.close();
  await context.setOffline(false);
  const again = await context.newPage();
  await again.goto(address);
  expect(await again.inputValue(FIRST)).toBe('Kept in the browser.');
  await expect.poll(savedWords).toContain('Kept in the browser.');
  await expect.poll(() => again.evaluate(() => localStorage.length)).toBe(0);
  await context.close();
});

test('both type on in one box at the same time, and every word of both is there in the end', async () => {
  const address = await openMeetup();
  const [one, other] = [await sitDown(ann, address), await sitDown(bob, address)];
  const type = ({ page }: { page: Page }, who: string) =>
    page.locator(FIRST).pressSequentially([1, 2, 3, 4].map((n) => `${who}${n}`).join(' '), { delay: 120 });
  await Promise.all([type(one, 'ann'), type(other, 'bob')]);
  const every = ['ann1', 'ann2', 'ann3', 'ann4', 'bob1', 'bob2', 'bob3', 'bob4'];
  const missing = (text: string) => every.filter((word) => !text.includes(word));
  await expect.poll(async () => missing(await words(one))).toEqual([]);
  await expect.poll(async () => (await words(one)) === (await words(other))).toBe(true);
  expect(await savedWords()).toContain(await words(one));
  await Promise.all([one.context.close(), other.context.close()]);
});
