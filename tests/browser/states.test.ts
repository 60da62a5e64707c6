import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { localDay } from '#domain/time/date-words.ts';
import { newId } from '#server/chance.ts';
import { openAs, WITHOUT_SCRIPTS } from '#tests/support/chromium.ts';
import { printed } from '#tests/support/paper.ts';
import { openTestSite } from '#tests/support/site.ts';
import type { Visitor } from '#tests/support/visit.ts';

const town = await openTestSite();
const { url, clock, mailbox } = town;
const sam = await town.signedIn('sam@council.example', { showsName: true });
const mo = await town.signedIn('mo@council.example', { roles: ['moderator'] });
const mia = await town.signedIn('mia@council.example', { roles: ['moderator'] });
const WORDS = 'You fools, it cannot work';

/** Somebody on a phone with JavaScript switched off. */
const sitDown = async (visitor: Visitor) => (await openAs(visitor, WITHOUT_SCRIPTS)).newPage();

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

async function read(page: Page, path: string): Promise<string> {
  await page.goto(url + path);
  return (await page.textContent('main')) ?? '';
}

async function fill(page: Page, fields: Record<string, string>) {
  for (const [name, value] of Object.entries(fields)) await page.fill(`main [name=${name}]`, value);
}

async function linkFor(address: string, path: RegExp): Promise<string> {
  const { subject, text } = await mailbox.next(address);
  const link = text?.match(/http\S+/g)?.find((one) => path.test(one));
  if (!link) throw new Error(`“${subject}” has no such link: ${text}`);
  return new URL(link).pathname;
}

test('a lesson is planned, published and withdrawn; words under it are held, shown, removed and restored', async () => {
  const [author, guest, moderator, other] = [
    await sitDown(sam),
    await sitDown(town.stranger()),
    await sitDown(mo),
    await sitDown(mia),
  ];
  await author.goto(`${url}/lessons/new`);
  await fill(author, { title: 'Ask at the door', happened: 'We asked.', nextTime: 'Ask again.' });
  await press(author, 'Save draft');
  await author.goto(`${url}/lessons/ask-at-the-door/together`);
  const tomorrow = localDay(new Date(clock.now().getTime() + 86_400_000), 'Europe/London');
  await fill(author, { publishLocal: `${tomorrow}T12:00` });
  await press(author, 'Publish it then');
  expect(await author.textContent('main')).toContain('Planned for');
  expect(await read(guest, '/lessons/ask-at-the-door')).not.toContain('We asked.');
  clock.forward(3 * 24 * 60);
  await town.runDueJobs();
  expect(await read(guest, '/lessons/ask-at-the-door')).toContain('We asked.');

  await guest.getByRole('link', { name: 'Say something' }).click();
  await fill(guest, { words: WORDS, name: 'Gus', email: 'gus@home.example' });
  await guest.locator('main form button[type=submit]').first().click();
  await guest.goto(url + (await linkFor('gus@home.example', /confirmation/)));
  await guest.locator('main form button[type=submit]').first().click();
  expect(await read(guest, '/lessons/ask-at-the-door')).not.toContain(WORDS);

  expect(await read(moderator, '/moderation')).toContain(WORDS);
  await moderator.getByRole('link', { name: WORDS }).click();
  const caseOf = new URL(moderator.url()).pathname;
  await press(moderator, 'Let it appear');
  expect((await mailbox.next('gus@home.example')).subject).toBe('Your comment appears now');
  expect(await read(guest, '/lessons/ask-at-the-door')).toContain(WORDS);

  await moderator.goto(url + caseOf);
  await moderator.locator('main [name=rule][value=no-attacks-on-people]').check();
  await fill(moderator, { reason: 'It calls people names.' });
  await press(moderator, 'Remove it');
  const tombstone = await read(guest, '/lessons/ask-at-the-door');
  expect(tombstone).toContain('It calls people names.');
  expect(tombstone).not.toContain(WORDS);

  await guest.goto(url + (await linkFor('gus@home.example', /appeals/)));
  await fill(guest, { words: 'I meant my own team.' });
  await guest.locator('main form button[type=submit]').first().click();
  await other.goto(url + caseOf);
  await other.locator('main [name=outcome][value=restored]').check();
  await fill(other, { answer: 'They spoke of themselves.' });
  await press(other, 'Answer the appeal');
  expect(await read(guest, '/lessons/ask-at-the-door')).toContain(WORDS);
  expect(await read(guest, '/moderation/log')).toContain('A removed comment came back');

  await author.goto(`${url}/lessons/ask-at-the-door/withdrawal`);
  await fill(author, { reason: 'It was another door.' });
  await author.locator('main form button[type=submit]').first().click();
  const gone = await read(guest, '/lessons/ask-at-the-door');
  expect(gone).toContain('It was another door.');
  expect(gone).not.toContain(WORDS);
});

test('what can be changed on a page is printed with it, without the buttons', async () => {
  await sam.send('/profile', 'absences.note', { id: newId(), fromOn: '2026-12-07', untilOn: '2026-12-09' });
  const token = { id: newId(), name: 'Night report', scopes: ['channels:read'], lasting: '30' };
  await sam.send('/profile/tokens', 'tokens.make', token);
  for (const [path, fact, button] of [
    ['/profile', '7 December 2026 to 9 December 2026', 'I am there after all'],
    ['/profile/tokens', 'Night report', 'Revoke'],
  ] as const) {
    const sheet = (await printed(sam, path)).sheets.join(' ');
    expect(sheet).toContain(fact);
    expect(sheet).not.toContain(button);
  }
});
