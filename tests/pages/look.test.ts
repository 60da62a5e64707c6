import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openTestSite } from '#tests/support/site.ts';

const BUILT = 'dist/client/_astro';
const site = await openTestSite();

const builtFiles = (ending: string) =>
  readdirSync(BUILT)
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(BUILT, name)));

test('all styles come in one small file', () => {
  const sheets = builtFiles('.css');
  expect(sheets).toHaveLength(1);
  expect(gzipSync(sheets[0]!).length).toBeLessThanOrEqual(16 * 1024);
});

test('the layers stand in their order, so that a component wins over the base and a utility over both', () => {
  const layers = builtFiles('.css').flatMap((sheet) =>
    [...String(sheet).matchAll(/@layer ([^{;]+)/g)].map((m) => m[1]),
  );
  expect([...new Set(layers.flatMap((names) => names!.split(',').map((name) => name.trim())))]).toEqual([
    'reset',
    'tokens',
    'base',
    'components',
    'utilities',
  ]);
});

test('no page asks for more than 8 kB of scripts, and pages that show things ask for none', async () => {
  const scripts = readdirSync(BUILT).filter((name) => name.endsWith('.js'));
  const sizeOf = (name: string) => gzipSync(readFileSync(join(BUILT, name))).length;
  const entries = scripts.filter((name) => name.includes('_script_'));
  const shared = scripts.filter((name) => !entries.includes(name)).reduce((sum, name) => sum + sizeOf(name), 0);
  expect(Math.max(...entries.map(sizeOf)) + shared).toBeLessThanOrEqual(8 * 1024);
  for (const path of ['/', '/meetups', '/lessons', '/channels', '/search'])
    expect((await site.stranger().get(path)).body, path).not.toMatch(/<script(?! type="application\/ld\+json")/);
});

test('one font face is sent, at most 40 kB', () => {
  const fonts = builtFiles('.woff2');
  expect(fonts).toHaveLength(1);
  expect(fonts[0]!.length).toBeLessThanOrEqual(40 * 1024);
});

test('the page that shows every component is a sound page, kept out of search engines', async () => {
  const page = await site.stranger().get('/style');
  expect(page.status).toBe(200);
  expect(page.html.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
  expect(page.html.querySelectorAll('[aria-invalid]').length).toBeGreaterThan(1);
});

test('a page names its font before its styles ask for it', async () => {
  const page = await site.stranger().get('/style');
  const preload = page.html.querySelector('link[rel=preload]')?.getAttribute('href') ?? '';
  expect(String(builtFiles('.css')[0])).toContain(preload);
});

test('the organisation’s words cannot be put on a page by an address', async () => {
  const forged = await site.stranger().get('/style?notice=Your%20password%20please');
  expect(forged.text).not.toContain('password');
  const real = await site.stranger().get('/style?notice=signed-out');
  expect(real.text).toContain('You are signed out.');
});

test('a made-up notice in an address says nothing', async () => {
  for (const code of ['constructor', 'toString', 'hello'])
    expect((await site.stranger().get(`/about?notice=${code}`)).html.querySelectorAll('.notice'), code).toHaveLength(0);
});
