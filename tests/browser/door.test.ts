import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { openAs, PHONE } from '#tests/support/chromium.ts';
import { holdCafe } from '#tests/support/doorway.ts';
import { openTestSite } from '#tests/support/site.ts';
import type { Visitor } from '#tests/support/visit.ts';

let town: Awaited<ReturnType<typeof openTestSite>>;
beforeAll(async () => {
  town = await openTestSite();
});

/** A host with a phone, at the door of a café, the page opened and put on the shelf. */
async function standAtDoor(host: Visitor, path: string): Promise<{ phone: BrowserContext; page: Page }> {
  const phone = await openAs(host, { ...PHONE, hasTouch: true });
  const page = await phone.newPage();
  await page.goto(`${town.url}${path}/door`);
  await page.waitForFunction(async () => {
    const [shelf] = await caches.keys();
    return (
      shelf !== undefined &&
      (await (await caches.open(shelf)).keys()).length > 2 &&
      navigator.serviceWorker.controller !== null
    );
  });
  return { phone, page };
}

const row = (page: Page, name: string) =>
  page.locator('.party', { has: page.locator('.party-name', { hasText: name }) });
const came = (page: Page, name: string) => row(page, name).locator('.party-came').click();
const count = (page: Page) => page.locator('.door-count').textContent();
const sync = (page: Page) => page.locator('.door-sync');

async function letIn(page: Page, name: string) {
  await page.locator('.door-walk-in summary').click();
  await page.locator('#field-name').fill(name);
  await page.locator('.door-walk-in button[value=public]').click();
}

const arrivalsAt = async (meetupId: string) => {
  const { arrivals } = town.site.read.tables;
  const rows = await town.site.read.select().from(arrivals);
  return rows
    .filter((one) => one.meetupId === meetupId)
    .map(({ name, partySize }) => `${name} ${partySize}`)
    .sort();
};

test('two hosts at the door, one offline for five minutes, lose no arrival and count nobody twice', async () => {
  const { host, second, meetup, path } = await holdCafe(town, 'Two doors', { Ann: 2, Bea: 1, Cleo: 1, Dan: 3, Eli: 1 });
  const hetty = await standAtDoor(host, path);
  const bo = await standAtDoor(second, path);
  await came(bo.page, 'Eli');
  await expect.poll(() => count(hetty.page)).toContain('1 person is here, of 8 expected');

  await bo.phone.setOffline(true);
  await came(bo.page, 'Ann');
  await row(bo.page, 'Ann').locator('.party-more').click();
  await came(bo.page, 'Bea');
  await letIn(bo.page, 'Joe');
  await expect.poll(() => sync(bo.page).textContent()).toContain('4 taps wait for the wifi.');
  expect(await count(bo.page)).toContain('6 people are here');
  await came(hetty.page, 'Ann');
  await came(hetty.page, 'Cleo');
  await letIn(hetty.page, 'Rosa');
  await expect.poll(() => arrivalsAt(meetup.id)).toEqual(['Ann 2', 'Cleo 1', 'Eli 1', 'Rosa 1']);

  await bo.page.reload(); // the wifi is still away: the page comes from the shelf, with what was tapped
  expect(await bo.page.locator('h1').textContent()).toBe('At the door');
  expect(await count(bo.page)).toContain('6 people are here');
  await came(bo.page, 'Dan');
  town.clock.forward(5);
  await bo.phone.setOffline(false);
  await expect.poll(() => sync(bo.page).textContent()).toBe('');
  const everybody = ['Ann 2', 'Bea 1', 'Cleo 1', 'Dan 3', 'Eli 1', 'Joe 1', 'Rosa 1'];
  expect((await arrivalsAt(meetup.id)).map((line) => line.replace('Ann 3', 'Ann 2'))).toEqual(everybody);
  for (const { page } of [hetty, bo])
    await expect.poll(() => row(page, 'Ann').locator('.party-words').textContent()).toMatch(/said 3 at/);
  await row(hetty.page, 'Ann').locator('.party-conflict button', { hasText: '2' }).click();
  await expect.poll(() => arrivalsAt(meetup.id)).toEqual(everybody);
  await expect.poll(() => row(bo.page, 'Ann').locator('.party-conflict').isHidden()).toBe(true);
  await Promise.all([hetty.phone.close(), bo.phone.close()]);
});

test('taps outlive the session, and are sent after signing in again; signing out takes the names away', async () => {
  const { host, meetup, path } = await holdCafe(town, 'Long door', { Ann: 2, Bea: 1 });
  const { phone, page } = await standAtDoor(host, path);
  await phone.clearCookies();
  await came(page, 'Ann');
  await expect.poll(() => sync(page).textContent()).toContain('You are signed out, and 1 tap waits here.');
  await expect.poll(() => page.evaluate(() => caches.keys())).toEqual([]);
  await page.goto(`${town.url}/?notice=signed-out`);
  await expect
    .poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => !key.startsWith('door-tap'))))
    .toEqual([]);
  expect(await arrivalsAt(meetup.id)).toEqual([]);
  const [name = '', value = ''] = host.cookie.split('=');
  await phone.addCookies([{ name, value, url: town.url }]);
  await page.goto(`${town.url}${path}/door`);
  await expect.poll(() => arrivalsAt(meetup.id)).toEqual(['Ann 2']);
  await page.locator('#close-door').click();
  await page.waitForURL(`${town.url}${path}`);
  expect(await page.evaluate(async () => [await caches.keys(), Object.keys(localStorage)])).toEqual([[], []]);
  await phone.close();
});

test('the worker keeps the door page and what it is made of, and no other page', async () => {
  const { host, path } = await holdCafe(town, 'Narrow door', { Ann: 2 });
  const { phone, page } = await standAtDoor(host, path);
  await page.goto(`${town.url}${path}/rsvps`);
  await page.goto(`${town.url}${path}/door`);
  const kept = () =>
    page.evaluate(async () => {
      const shelves = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
      const addresses = shelves.flat().map(({ url }) => new URL(url).pathname);
      return addresses.filter((address) => !address.startsWith('/_astro/'));
    });
  await expect.poll(kept, { message: 'a page shelves itself anew when it is opened' }).toEqual([`${path}/door`]);
  await phone.setOffline(true);
  await expect(page.goto(`${town.url}${path}/rsvps`)).rejects.toThrow();
  await phone.close();
});

test('a name is found as it is typed, and the keyboard keeps its place', async () => {
  const { host, path } = await holdCafe(town, 'Quick door', { 'Zoë Brown': 1, Ann: 1 });
  const { phone, page } = await standAtDoor(host, path);
  await page.locator('#field-find').fill('zoe');
  expect(await page.locator('.party:visible').count()).toBe(1);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await row(page, 'Zoë').locator('.party-came').focus();
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('party-fewer');
  expect(await page.locator('.party:visible').count()).toBe(2);
  await page.locator('.door-walk-in summary').click();
  await page.locator('#field-name').fill('Kim');
  await page.keyboard.press('Enter');
  expect(await page.locator('.party').count(), 'nobody is taken for a resident').toBe(2);
  await page.getByRole('button', { name: 'Somebody at a partner' }).press('Enter');
  expect(await row(page, 'Kim').textContent()).toContain('partner');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Somebody who is not on the list');
  await phone.close();
});
