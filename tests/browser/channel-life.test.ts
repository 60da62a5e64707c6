import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openChannelSite } from '#tests/support/channel-site.ts';
import { openAs, WITHOUT_SCRIPTS } from '#tests/support/chromium.ts';
import type { Visitor } from '#tests/support/visit.ts';

const site = await openChannelSite();
const { keeper, staff, owner, mailbox, url, clock } = site;

/** Somebody on a phone with JavaScript switched off. */
const sitDown = async (visitor: Visitor) => (await openAs(visitor, WITHOUT_SCRIPTS)).newPage();

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const words = async (page: Page) => (await page.textContent('main'))?.replace(/\s+/g, ' ') ?? '';

async function fill(page: Page, fields: Record<string, string>) {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).first().fill(value);
}

/** The first address in the newest letter to somebody. */
async function linkFor(address: string, path: RegExp): Promise<string> {
  const letter = await mailbox.next(address);
  const link = letter.text?.match(/http\S+/g)?.find((one) => path.test(one));
  if (!link) throw new Error(`the letter “${letter.subject}” has no such link: ${letter.text}`);
  return link;
}

test('a channel is asked for, opened, checked, handed over, ended and remembered, by those it concerns and with their letters', async () => {
  const [sam, kit, ann, stranger] = [
    await sitDown(staff),
    await sitDown(keeper),
    await sitDown(owner),
    await sitDown(site.stranger()),
  ];

  await sam.goto(`${url}/requests/new`);
  await fill(sam, { 'So that': 'dog owners', '… can': 'see which field is open', 'Whom you want': 'Dog owners' });
  await sam.getByLabel('The unit it would').selectOption('parks');
  await press(sam, 'Go on');
  await fill(sam, {
    'Its name': 'Dog fields',
    'Its link': 'https://x.com/dogfields',
    'Why will one': 'None says it daily.',
  });
  await fill(sam, {
    'Who posts': 'The rangers',
    'Who looks in': 'Nobody',
    'Which manager': 'Mo',
    'On which day': '2026-01-05',
  });
  await fill(sam, { Deputy: 'ann.lee@council.example' });
  await press(sam, 'Ask the keepers');

  await kit.goto(await linkFor('kit@council.example', /\/requests\//));
  await kit.getByLabel('Yes').check();
  await fill(kit, { 'Why, or what': 'A promise you can keep.' });
  await press(kit, 'Send the answer');
  await sam.goto(await linkFor('sam@council.example', /\/requests\//));
  expect(await words(sam)).toContain('A promise you can keep.');
  await press(sam, 'It is open now');
  const page = `${url}/channels/dog-fields`;
  await stranger.goto(page);
  expect(await words(stranger)).toContain('So that dog owners can see which field is open.');

  await sam.goto(`${page}/review`);
  await press(sam, /right/i);
  clock.forward(200 * 24 * 60);
  await site.runDueJobs();
  await sam.goto(await linkFor('sam@council.example', /still-right/));
  await press(sam, /right/i);
  await stranger.goto(page);
  expect(await words(stranger)).not.toContain('Overdue');

  await sam.goto(`${page}/hand-over`);
  await sam.getByLabel(/^Owner/).check();
  await sam.getByLabel('Who takes it over').selectOption({ label: (await optionFor(sam, 'Ann Lee')) ?? '' });
  await press(sam, 'Ask them');
  await ann.goto(await linkFor('ann.lee@council.example', /hand-overs/));
  await press(ann, 'I take them over');
  await tickOff(sam);
  for (const person of [sam, ann]) await sign(person);
  await stranger.goto(page);
  await kit.goto(page);
  expect(await words(kit)).toMatch(/Owner *Ann Lee/);

  await kit.goto(`${page}/closing`);
  await fill(kit, {
    'Its last day': '2999-05-31',
    'What is posted': 'A goodbye',
    'What stays pinned': 'We have ended',
  });
  await kit
    .getByLabel('Nobody it is for')
    .or(kit.getByLabel(/audience|nobody/i))
    .first()
    .check();
  await kit.getByLabel(/kept/i).first().check();
  await press(kit, 'Plan its end');
  await stranger.goto(page);
  expect(await words(stranger)).toContain('It closes on 31 May 2999');
  await ann.goto(`${page}/closing`);
  for (let step = 0; step < 4; step++) await press(ann, /^Done\b/);
  await press(ann, 'Close it for good');
  await stranger.goto(`${url}/verify?link=https://x.com/dogfields`);
  expect(await words(stranger)).toContain('Ours until May 2999; do not follow it. If it posts again, it is not us.');
});

const optionFor = (page: Page, name: string) => page.locator('option', { hasText: name }).first().textContent();

/** Ticks every step of the hand-over that is open. */
async function tickOff(page: Page) {
  await page.goto(`${url}/hand-overs`);
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await press(page, 'Tick these off');
}

async function sign(page: Page) {
  await page.goto(`${url}/hand-overs`);
  await page.locator('[name=ids]').first().check();
  await press(page, 'Sign the chosen ones');
}
