import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { openAs, WITHOUT_SCRIPTS } from '#tests/support/chromium.ts';
import { openFilledTown } from '#tests/support/everybody.ts';
import type { Visitor } from '#tests/support/visit.ts';

let town: Awaited<ReturnType<typeof openFilledTown>>['town'];
let people: Record<string, Visitor>;
beforeAll(async () => {
  ({ town, people } = await openFilledTown());
});

/** Somebody on a phone with JavaScript switched off, who never touches a mouse. */
async function sitDown(who: string): Promise<{ page: Page; context: BrowserContext }> {
  const context = await openAs(people[who] as Visitor, WITHOUT_SCRIPTS);
  return { page: await context.newPage(), context };
}

/** Presses Tab until the thing with this name has the focus, and checks that the focus can be seen on the way. */
async function tabTo(page: Page, name: RegExp) {
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const element = document.activeElement as HTMLInputElement | null;
      const words = element?.labels?.[0]?.textContent ?? element?.textContent ?? '';
      return {
        words: words.replace(/\s+/g, ' ').trim(),
        outline: element ? getComputedStyle(element).outlineStyle : 'none',
      };
    });
    if (focus.words) expect(focus.outline, `focus on “${focus.words}”`).not.toBe('none');
    if (name.test(focus.words)) return;
  }
  throw new Error(`no ${name} can be reached by Tab on ${page.url()}`);
}

async function press(page: Page, name: RegExp) {
  await tabTo(page, name);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

async function type(page: Page, name: RegExp, words: string) {
  await tabTo(page, name);
  await page.keyboard.type(words);
}

test('a resident without an account finds the next café and saves a place, by keyboard alone', async () => {
  const { page, context } = await sitDown('stranger');
  await page.goto(town.url);
  await press(page, /^(Save your place|Join the waiting list)$/);
  await type(page, /^Your name/, 'Rosa Field');
  await type(page, /^Your mail address/, 'rosa.field@home.example');
  await press(page, /^(Save my place|Join the waiting list)$/);
  expect(await page.textContent('main')).toMatch(/mail/i);
  const letter = await town.mailbox.next('rosa.field@home.example');
  await page.goto(letter.text?.match(/http\S+\/rsvps\/\S+/)?.[0] ?? '');
  await press(page, /^(Yes|Confirm|Keep|Save)/);
  expect(await page.textContent('main')).toMatch(/You have a place|You are number \d+ on the waiting list|place/);
  const sure = await town.mailbox.next('rosa.field@home.example');
  expect(sure.attachments.map(({ mimeType }) => mimeType).join()).toContain('text/calendar');
  await context.close();
});

test('the first thing Tab reaches is a way past the menu', async () => {
  const { page, context } = await sitDown('stranger');
  await page.goto(`${town.url}/lessons`);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => new URL(page.url()).hash).toBe('#main');
  await context.close();
});

test('a librarian writes a lesson and a stranger finds it by searching', async () => {
  const { page, context } = await sitDown('librarian');
  await page.goto(`${town.url}/lessons/new`);
  await type(page, /^Title/, 'Zebra crossings in the newsletter');
  await page.fill('[name=happened]', 'We asked children to **draw** them.');
  await page.fill('[name=nextTime]', 'Ask in June, before the holidays.');
  await page.check('[name=worked][value=yes]');
  await press(page, /^Publish/);
  expect(await page.textContent('h1')).toBe('Zebra crossings in the newsletter');
  const reader = await sitDown('stranger');
  await reader.page.goto(`${town.url}/search`);
  await type(reader.page, /^Meetups, lessons/, 'zebra');
  await Promise.all([reader.page.waitForNavigation(), reader.page.keyboard.press('Enter')]);
  expect(await reader.page.textContent('main')).toContain('Zebra crossings in the newsletter');
  await Promise.all([context.close(), reader.context.close()]);
});

test('anybody checks whether an account is really ours', async () => {
  const { page, context } = await sitDown('stranger');
  const { read } = town.site;
  const channels = await read.select().from(read.tables.channels);
  const ours = channels.find(
    ({ platformKey, status, circle }) => platformKey === 'x' && status === 'open' && circle === 'public',
  );
  await page.goto(town.url);
  await type(page, /^Paste the link/, `https://m.twitter.com/@${ours?.handle.toUpperCase()}/?lang=en`);
  await press(page, /^Check it$/);
  expect(await page.textContent('main')).toContain(ours?.name);
  await page.goto(`${town.url}/verify?link=${encodeURIComponent(`https://x.com.evil.example/${ours?.handle}`)}`);
  expect(await page.textContent('main')).not.toContain(ours?.name);
  await context.close();
});
