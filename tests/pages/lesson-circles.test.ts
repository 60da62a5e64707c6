import { type HTMLElement, parse } from 'node-html-parser';
import { expect, test } from 'vitest';
import { CIRCLES } from '#domain/people/viewer.ts';
import { formOf, writeLesson } from '#tests/support/lesson-form.ts';
import { openTestSite } from '#tests/support/site.ts';

const site = await openTestSite();
const sam = await site.signedIn('sam@council.example', { name: 'Sam Green' });
const partner = await site.signedIn('pat@trust.example');
const slugs = {
  public: await writeLesson(sam, { title: 'Seen by all', circle: 'public', tags: 'shared, all-only' }),
  partner: await writeLesson(sam, { title: 'Seen by partners', circle: 'partner', tags: 'shared, partner-only' }),
  staff: await writeLesson(sam, { title: 'Seen by staff', circle: 'staff', tags: 'shared, staff-only' }),
};
const VISITORS = { public: site.stranger(), partner, staff: sam };
const TITLES = { public: 'Seen by all', partner: 'Seen by partners', staff: 'Seen by staff' };

test('each circle sees its own lessons in the list, the filters offered, each filter and each page', async () => {
  for (const [at, viewer] of CIRCLES.entries()) {
    const seen = (text: string) => CIRCLES.filter((circle) => text.includes(TITLES[circle]));
    const tags = (text: string) =>
      CIRCLES.filter((circle) => text.includes(`${circle === 'public' ? 'all' : circle}-only`));
    const visible = CIRCLES.slice(0, at + 1);
    for (const path of ['/lessons', '/lessons?tag=shared', '/lessons?worked=yes']) {
      const { text } = await VISITORS[viewer].get(path);
      expect([viewer, path, seen(text), tags(text)]).toEqual([viewer, path, visible, visible]);
    }
    expect((await VISITORS[viewer].get('/lessons?tag=shared')).text).toContain(
      at === 0 ? '1 lesson.' : `${at + 1} lessons.`,
    );
    const pages = await Promise.all(CIRCLES.map((circle) => VISITORS[viewer].get(`/lessons/${slugs[circle]}`)));
    expect(pages.map(({ status }) => status)).toEqual(CIRCLES.map((circle) => (visible.includes(circle) ? 200 : 404)));
  }
});

const linkText = ({ textContent }: HTMLElement) => textContent.trim();

test('a lesson’s page shows who links to it and what is like it, to each circle its own, whichever way the link was written', async () => {
  const tags = 'kettle-drums, tea-towels';
  const told = await writeLesson(sam, { title: 'The one others mention', tags });
  const links = [`/lessons/${told}`, `${site.url}/lessons/${told}#tried`];
  const write = (title: string, circle: string, at: number) =>
    writeLesson(sam, { title, circle, tags, happened: `As in [that one](${links[at]}).` });
  await write('Linked for everyone', 'public', 0);
  await write('Linked for staff', 'staff', 1);
  for (const [circle, visitor] of Object.entries(VISITORS)) {
    const { html } = await visitor.get(`/lessons/${told}`);
    const lists = html
      .querySelectorAll('.near section')
      .map((list) => [list.querySelector('h2')?.textContent, ...list.querySelectorAll('a').map(linkText).sort()]);
    const seen = ['Linked for everyone', ...(circle === 'staff' ? ['Linked for staff'] : [])];
    expect([circle, lists]).toEqual([
      circle,
      [
        ['Related lessons', ...seen],
        ['Mentioned in', ...seen],
      ],
    ]);
  }
});

test('the feeds are for everyone only, whoever asks', async () => {
  for (const visitor of Object.values(VISITORS))
    for (const path of ['/lessons.atom', '/lessons.json']) {
      const { body } = await visitor.get(path);
      expect(Object.values(TITLES).filter((title) => body.includes(title))).toEqual(['Seen by all']);
      expect(body).not.toContain('Sam Green');
    }
});

test('a name is shown to colleagues, and to everyone only when its owner agreed', async () => {
  const said = async (visitor: (typeof VISITORS)['public']) =>
    (await visitor.get(`/lessons/${slugs.public}`)).html.querySelector('.person')?.textContent;
  expect(await Promise.all(Object.values(VISITORS).map(said))).toEqual(['a member of staff', 'Sam Green', 'Sam Green']);
});

test('the feeds are valid: complete entries, full addresses, no character that XML cannot hold', async () => {
  await writeLesson(sam, {
    title: 'Tea & <scones> \u0007“here”',
    tryThis: 'Ask & listen ]]>',
    happened: 'See [the list](/channels/x?a=1&b=2).\n\n`<script>`\u0001',
    tags: 'tea',
  });
  const stranger = site.stranger();
  const atom = await stranger.get('/lessons.atom');
  expect(atom.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  expect(atom.body).not.toMatch(/[^\P{Cc}\t\n]|&(?!amp;|lt;|gt;|quot;)/u);
  const xml = parse(atom.body, { lowerCaseTagName: false });
  const feed = xml.querySelector('feed');
  expect([text(feed, 'id'), text(feed, 'title')]).toEqual([`${site.url}/lessons`, 'Lessons – Sandford Council']);
  const entry = xml.querySelector('entry');
  expect(text(entry, 'title')).toBe('Tea & <scones> “here”');
  expect(text(entry, 'id')).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
  expect(new Date(text(entry, 'updated')).toISOString()).toBe(text(entry, 'updated'));
  expect(text(feed, 'updated')).toBe(text(entry, 'updated'));
  expect(text(entry, 'content')).toContain(`<a href="${site.url}/channels/x?a=1&amp;b=2"`);
  expect(text(entry, 'content')).not.toContain('<script');

  const json = await stranger.get('/lessons.json');
  expect(json.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
  const { version, items, feed_url } = JSON.parse(json.body);
  expect([version, feed_url]).toEqual(['https://jsonfeed.org/version/1.1', `${site.url}/lessons.json`]);
  expect(items[0]).toMatchObject({
    id: text(entry, 'id'),
    url: `${site.url}/lessons/tea-scones-here`,
    title: 'Tea & <scones> “here”',
    summary: 'Ask & listen ]]>',
    tags: ['tea'],
  });
});

test('the page of lessons tells feed readers where the feeds are', async () => {
  const { html } = await site.stranger().get('/lessons');
  const links = html.querySelectorAll('link[rel=alternate]').map((link) => link.getAttribute('href'));
  expect(links).toEqual(['/lessons.atom', '/lessons.json']);
});

const text = (element: HTMLElement | null, name: string) =>
  element?.childNodes
    .filter((child): child is HTMLElement => 'tagName' in child && child.tagName?.toString().toLowerCase() === name)
    .at(0)?.textContent ?? '';

test('a form that was opened before a lesson was narrowed does not widen it again', async () => {
  const path = `/lessons/${await writeLesson(sam, { title: 'Soon for staff', circle: 'public' })}`;
  const opened = formOf(await sam.get(`${path}/edit`));
  await sam.send(`${path}/edit`, 'lessons.edit', { ...opened, circle: 'staff' });
  const saved = await sam.send(`${path}/edit`, 'lessons.edit', { ...opened, why: 'It is closer to them.' });
  expect(saved.status, saved.text).toBe(303);
  expect((await site.stranger().get(path)).status).toBe(404);
  expect((await sam.get(path)).text).toContain('It is closer to them.');
});
