import { expect, test } from 'vitest';
import { openAs, PHONE } from '#tests/support/chromium.ts';
import { openTestSite } from '#tests/support/site.ts';
import type { Visitor } from '#tests/support/visit.ts';

const town = await openTestSite();
const ann = await town.signedIn('ann.ames@council.example', { showsName: true });
const bob = await town.signedIn('bob.best@council.example', { roles: ['admin'] });

async function sitDown(who: Visitor, path: string) {
  const page = await (await openAs(who, PHONE)).newPage();
  await page.goto(town.url + path);
  return page;
}

test('two people write in one draft that saves itself, all of it, and no word is lost', async () => {
  const one = await sitDown(ann, '/lessons/new');
  expect(await one.getByRole('button', { name: 'Put them back' }).isVisible()).toBe(false);
  await one.fill('[name=title]', 'Two pens');
  await one.focus('[name=happened]');
  await one.keyboard.press('Control+b');
  await one.keyboard.type('Ann began.');
  await one.locator('.writing-preview summary').click();
  await one.locator('.writing-preview strong', { hasText: 'Ann began.' }).waitFor();
  await one.locator('.writing-state', { hasText: 'Draft saved.' }).waitFor();
  expect(new URL(one.url()).pathname).toBe('/lessons/two-pens/edit');

  await one.fill('[name=tags]', 'Pens');
  await one.getByLabel('Only staff').check();
  expect(await one.textContent('.writing-state')).toBe('');
  await one.locator('.writing-state', { hasText: 'Draft saved.' }).waitFor();
  await one.reload();
  expect(await one.inputValue('[name=tags]')).toBe('pens');
  expect(await one.getByLabel('Only staff').isChecked()).toBe(true);

  const other = await sitDown(bob, '/lessons/two-pens/edit');
  await one.fill('[name=why]', 'Ann knows why.');
  await expect.poll(async () => (await ann.get('/lessons/two-pens')).text).toContain('Ann knows why.');
  await other.fill('[name=why]', 'Bob knows better.');
  await other.locator('.writing-state', { hasText: 'Somebody else saved' }).waitFor();

  await other.reload();
  expect(await other.inputValue('[name=why]')).toBe('Ann knows why.');
  await other.getByRole('button', { name: 'Put them back' }).click();
  expect(await other.inputValue('[name=why]')).toBe('Bob knows better.');
  await other.getByRole('button', { name: 'Save draft' }).click();
  await other.locator('.lost-race').waitFor();
  expect(await other.inputValue('[name=why]')).toBe('Ann knows why.\nBob knows better.');
  expect(await other.textContent('.both-sides')).toContain('Ann knows why.');
  await other.getByRole('button', { name: 'Save draft' }).click();
  await other.waitForURL('**/edit?notice=draft-saved');
  expect((await ann.get('/lessons/two-pens')).text).toContain('Bob knows better.');
});
