import { readFileSync } from 'node:fs';
import { parse } from 'node-html-parser';
import { expect, test } from 'vitest';
import { REGISTRY_SAMPLE } from '#tests/support/register-files.ts';
import { openTestSite } from '#tests/support/site.ts';
import type { Visitor } from '#tests/support/visit.ts';

const { site, url, stranger, signedIn } = await openTestSite();
const kim = await signedIn('kim@council.example', { roles: ['keeper'] });

const count = () => site.read.$count(site.read.tables.channels);

/** Sends a file as the page's form does. */
async function upload(who: Visitor, file: string | Uint8Array | undefined, fields: Record<string, string> = {}) {
  const body = new FormData();
  if (file !== undefined) body.set('file', new Blob([new Uint8Array(Buffer.from(file))]), 'channels.csv');
  for (const [name, value] of Object.entries({ mapping: 'ours', ...fields })) body.set(name, value);
  const headers = { origin: url, cookie: who.cookie };
  const address = `${url}/channels/import?_action=register.importFile`;
  const response = await fetch(address, { method: 'POST', body, headers, redirect: 'manual' });
  const html = parse(await response.text());
  return { status: response.status, html, text: html.querySelector('main')?.textContent.replace(/\s+/g, ' ') ?? '' };
}

test('a keeper tries a file, reads what would happen, then imports it and takes the refused lines home', async () => {
  const page = await kim.get('/channels/import');
  expect(page.html.querySelector('form[enctype="multipart/form-data"] input[type="file"]')).toBeTruthy();
  const sample = readFileSync(REGISTRY_SAMPLE);
  const fields = { mapping: 'us-digital-registry' };
  const tried = await upload(kim, sample, { ...fields, isTrial: 'true' });
  expect(tried.status).toBe(200);
  expect(tried.text).toContain('Nothing was changed');
  expect(tried.text).toMatch(/Would be added ?162/);
  expect(await count()).toBe(0);
  const done = await upload(kim, sample, fields);
  expect(done.text).toMatch(/Added ?162/);
  expect(await count()).toBe(162);
  const link = done.html.querySelector('a[download]')?.getAttribute('href') ?? '';
  const rejects = Buffer.from(link.slice(link.indexOf(',') + 1), 'base64').toString();
  expect(rejects.trim().split('\r\n')[0]).toMatch(/,line,reason$/);
  const again = await upload(kim, rejects, fields);
  expect(again.text).toMatch(/Added ?0/);
  expect(await count()).toBe(162);
});

test('only keepers see the page and send files', async () => {
  expect((await stranger().get('/channels/import')).path).toContain('/sign-in');
  const file = 'name,unit,link\nMine,Libraries,x.com/mine\n';
  const before = await count();
  for (const who of [await signedIn('sam@council.example'), await signedIn('pat@trust.example')]) {
    expect((await who.get('/channels/import')).status).toBe(403);
    expect((await upload(who, file)).status).toBe(403);
  }
  expect((await upload(stranger(), file)).status).toBe(401);
  expect(await count()).toBe(before);
});

test('a hostile or broken file is refused in a sentence and changes nothing', async () => {
  const before = await count();
  const wrong: [string | Uint8Array | undefined, string][] = [
    [undefined, 'Choose a CSV file'],
    ['', 'Choose a CSV file'],
    ['name,unit,link\n', 'nothing under the first line'],
    ['1,2,3\n4,5,6\n', 'must name the columns'],
    ['name,name,unit,link\na,b,c,x.com/d\n', 'Two columns are called “name”'],
    [Buffer.from('name,unit,link\nCaf\xe9,b,x.com/c\n', 'latin1'), 'CSV UTF-8'],
    [Buffer.from('\ufeffname,unit,link\na,b,x.com/c\n', 'utf16le'), 'CSV UTF-8'],
    ['name,unit,link\na\0,b,x.com/c\n', 'CSV UTF-8'],
    [`name,unit,link\n${'x'.repeat(1_000_000)},b,x.com/c\n`, 'far too long'],
    ['name,unit,link\n"a,b,x.com/c\n', 'never closed'],
    ['{"name":1}', 'nothing under the first line'],
  ];
  for (const [file, sentence] of wrong) {
    const { status, text } = await upload(kim, file);
    expect(status, sentence).toBe(400);
    expect(text).toContain(sentence);
  }
  expect((await upload(kim, 'a,b\n1,2', { mapping: 'nobody' })).status).toBe(400);
  expect((await upload(kim, 'name,unit,link\na,b,x.com/c', { mapping: 'us-digital-registry' })).text).toContain(
    'no column',
  );
  expect((await upload(kim, 'x'.repeat(9_100_000))).status).toBe(413);
  expect(await count()).toBe(before);
});

test('what a file says is text on the page, never markup', async () => {
  const { html } = await upload(kim, 'name,unit,link,status\na,b,x.com/c,<img src=x onerror=alert(1)>\n');
  expect(html.querySelector('main td img')).toBeNull();
  expect(html.querySelector('main')?.textContent).toContain('<img src=x');
});

test('an updated list is shown field by field before it is applied, and applied only as shown', async () => {
  const list = { source: 'Sports club' };
  const issue = (...lines: string[]) => ['sourceId,name,unit,link,objective', ...lines].join('\n');
  const first = issue('1,Club news,Sport,x.com/clubnews,Tell', '2,Club shop,Sport,x.com/clubshop,Sell');
  expect((await upload(kim, first, list)).text).toMatch(/Added ?2/);
  const next = issue('1,Club news,Sport,x.com/clubnewsnow,Tell all', '3,Club bar,Sport,x.com/clubbar,Feed');
  const shown = await upload(kim, next, list);
  expect(shown.text).toContain('Nothing was changed');
  expect(shown.text).toMatch(/Club news What it is for Tell Tell all/);
  expect(shown.text).toMatch(/Gone from the list They came from it before, and are not in this file. Club shop/);
  const mark = shown.html.querySelector('[name=mark]')?.getAttribute('value') ?? '';
  const other = await upload(kim, next.replace('Tell all', 'Tell some'), { ...list, mark });
  expect(other.text).toContain('Nothing was changed');
  const link = shown.html.querySelector('a[download="changes.csv"]')?.getAttribute('href') ?? '';
  expect(Buffer.from(link.slice(link.indexOf(',') + 1), 'base64').toString()).toContain('gone,club-shop,Club shop');
  const done = await upload(kim, next, { ...list, mark, gone: 'close' });
  expect(done.text).toMatch(/Added ?1 Changed ?1/);
  expect((await kim.get('/channels/club-shop')).text).toContain('Closed');
  expect((await kim.get('/channels/club-news/history')).text).toContain('What it is for: Tell all (before: Tell)');
  expect((await upload(kim, next, list)).text).toMatch(/Already like that ?2/);
});

test('semicolons and a mark at the start are no trouble', async () => {
  const { text } = await upload(kim, '\ufeffName;Unit;Link\nPool;Sport;x.com/sandfordpool\n');
  expect(text).toMatch(/Added ?1/);
});

test('the site answers others while a large file goes in', async () => {
  const lines = Array.from(
    { length: 5000 },
    (_, n) => `Many ${n},Unit ${n % 40},https://x.com/many${n},${'x'.repeat(200)}`,
  );
  const sending = upload(kim, `name,unit,link,objective\n${lines.join('\n')}\n`);
  let isDone = false;
  void sending.finally(() => (isDone = true));
  let answered = 0;
  while (!isDone) {
    expect((await stranger().get('/health')).status).toBe(200);
    answered++;
  }
  const { text } = await sending;
  expect(answered).toBeGreaterThan(10);
  expect(text).toMatch(/Added ?5000/);
});
