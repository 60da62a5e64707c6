import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { renderMarkdown } from '#server/markdown-render.ts';
import { sanitise } from '#server/markdown-sanitise.ts';
import { readPostFile } from '#server/outside-posts/post-file.ts';
import { openAs } from '#tests/support/chromium.ts';
import { hostileTexts } from '#tests/support/hostile.ts';

const SITE = 'http://teacake.test/';
const POSTS = { siteUrl: 'https://blog.example/', names: new Map(), zone: 'UTC' };
const member = { trusted: false, headingLevel: 3 } as const;

test('no hostile text does anything in a real browser, even without a content security policy', async () => {
  const rendered = hostileTexts().map((text) => renderMarkdown(text, member));
  const html = rendered.flatMap((answer) => (answer.kind === 'rendered' ? [answer.html] : []));
  expect(html.length).toBeGreaterThan(550);
  const { page, seen } = await show(html);
  expect(seen).toEqual([]);
  expect(await page.evaluate('window.pwned')).toBeUndefined();
  expect(await whatIsThere(page)).toEqual({ places: html.length, strangers: [] });
});

test('nor does what the sanitiser alone makes of it', async () => {
  const html = hostileTexts().map((text) => sanitise(text, member));
  const { page, seen } = await show(html);
  expect(seen).toEqual([]);
  expect(await page.evaluate('window.pwned')).toBeUndefined();
  expect(await whatIsThere(page)).toEqual({ places: html.length, strangers: [] });
});

test('nor does what an import makes of them, as the text of a post with raw HTML', async () => {
  const html = hostileTexts().flatMap((text) => {
    const read = readPostFile('2020-01-01-x.md', `---\ntitle: x\n---\n${text}`, POSTS);
    if (read.kind === 'left-out') return [];
    const answer = renderMarkdown(read.post.text, member);
    return answer.kind === 'rendered' ? [answer.html] : [];
  });
  expect(html.length).toBeGreaterThan(600);
  const { page, seen } = await show(html);
  expect(seen).toEqual([]);
  expect(await page.evaluate('window.pwned')).toBeUndefined();
  expect(await whatIsThere(page)).toEqual({ places: html.length, strangers: [] });
});

test('the same texts as they were sent do run, ask for addresses and break out, so the corpus is hostile', async () => {
  const { page, seen } = await show(hostileTexts().slice(0, 40));
  expect(await page.evaluate('window.pwned')).toBe(1);
  expect(seen.join()).toContain('phone.home.example');
  expect((await whatIsThere(page)).places).toBeLessThan(40);
});

/** Shows each piece of HTML in a place of its own, and notes all that should never happen. */
async function show(pieces: readonly string[]): Promise<{ page: Page; seen: string[] }> {
  const page = await (await openAs({ cookie: '', url: SITE })).newPage();
  const seen: string[] = [];
  const body = pieces.map((html) => `<section><article>${html}</article><p>after</p></section>`).join('\n');
  page.on('dialog', (dialog) => void dialog.dismiss().then(() => seen.push('a dialog')));
  page.on('popup', () => seen.push('a window'));
  page.on('download', () => seen.push('a download'));
  page.on('framenavigated', (frame) => frame.url() !== SITE && seen.push(`went to ${frame.url()}`));
  await page.route('**', (route) => {
    const url = route.request().url();
    if (url === SITE && !seen.includes(SITE)) {
      return route.fulfill({ contentType: 'text/html', body: `<!doctype html><title>x</title>${body}` });
    }
    seen.push(`asked for ${url}`);
    return route.abort();
  });
  await page.goto(SITE);
  await page.waitForTimeout(200);
  return { page, seen };
}

/** What the browser's own parser made of it: how many places are still whole, and elements that have no business there. */
function whatIsThere(page: Page): Promise<{ places: number; strangers: string[] }> {
  return page.evaluate(() => {
    const whole = [...document.querySelectorAll('body > section')].filter(
      (place) => [...place.children].map((child) => child.tagName).join() === 'ARTICLE,P',
    );
    const strangers = [...document.querySelectorAll('article *')].filter(
      (part) =>
        !part.matches(
          'p,h3,h4,h5,h6,ul,ol,li,blockquote,pre,code,em,strong,del,table,thead,tbody,tr,th,td,hr,br,a[href]',
        ) ||
        part.getAttributeNames().some((name) => !['href', 'rel', 'start', 'align'].includes(name)) ||
        (part instanceof HTMLAnchorElement && !/^(?:https?|mailto|tel):$/.test(part.protocol)),
    );
    return { places: whole.length, strangers: strangers.map((part) => part.outerHTML) };
  });
}
