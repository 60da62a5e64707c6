import { eq, ne } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { withdrawLesson } from '#domain/lessons/lesson-commands.ts';
import { faultsOf, titlesIn } from '#tests/support/atom.ts';
import { openFilledTown } from '#tests/support/everybody.ts';
import type { Visitor } from '#tests/support/visit.ts';

const HUB = 'https://hub.example/';

let town: Awaited<ReturnType<typeof openFilledTown>>['town'];
let stranger: Visitor;
beforeAll(async () => {
  ({ town } = await openFilledTown({ FEED_HUB: HUB }));
  stranger = town.stranger();
});

/** One page of each list that can be followed. */
async function listsToFollow(): Promise<string[]> {
  const { read } = town.site;
  const { people, channels, series } = read.tables;
  const [named] = await read.select({ id: people.id }).from(people).where(eq(people.showsName, true)).limit(1);
  const [channel] = await read
    .select({ slug: channels.slug })
    .from(channels)
    .where(eq(channels.status, 'open'))
    .limit(1);
  const [rhythm] = await read.select({ slug: series.slug }).from(series).where(eq(series.circle, 'public')).limit(1);
  return [
    ...['/lessons', '/lessons/tags/letters', '/units/libraries', `/people/${named?.id}`],
    ...['/meetups', '/series', `/series/${rhythm?.slug}`, `/series/${rhythm?.slug}/topics`],
    ...['/channels', `/channels/${channel?.slug}`, '/collections', '/collections/letters-that-people-open'],
  ];
}

async function feedsOf(path: string): Promise<string[]> {
  const { html } = await stranger.get(path);
  const links = html.querySelectorAll('link[rel=alternate]').map((link) => link.getAttribute('href') ?? '');
  return links.filter((href) => /\.(atom|json)$/.test(href));
}

test('every list leads to its feed, which is valid and names itself and the hub', async () => {
  for (const path of await listsToFollow()) {
    const feeds = await feedsOf(path);
    expect([path, feeds.length > 0]).toEqual([path, true]);
    for (const feed of feeds) {
      const { headers, body } = await stranger.get(feed);
      expect(headers.get('link')).toBe(`<${town.url}${feed}>; rel="self", <${HUB}>; rel="hub"`);
      const faults = feed.endsWith('.atom') ? faultsOf(body, town.url + feed) : jsonFaults(body, town.url + feed);
      expect([feed, faults]).toEqual([feed, []]);
    }
  }
});

test('a feed is the same whoever asks, and holds nothing that is not for everyone', async () => {
  const admin = await town.signedIn('ada@sandford.example', { roles: ['admin', 'keeper'] });
  const hidden = await titlesNotForEveryone();
  expect(hidden.length).toBeGreaterThan(3);
  for (const path of await listsToFollow())
    for (const feed of await feedsOf(path)) {
      const [seen, asked] = [await stranger.get(feed), await admin.get(feed)];
      expect(asked.body).toBe(seen.body);
      expect([feed, hidden.filter((title) => seen.body.includes(title))]).toEqual([feed, []]);
    }
});

test('lists that are not for everyone have no feed', async () => {
  const { read } = town.site;
  const { people } = read.tables;
  const [unnamed] = await read.select({ id: people.id }).from(people).where(eq(people.showsName, false)).limit(1);
  const shut = ['/collections/who-speaks-when-nobody-is-in-the-office', `/people/${unnamed?.id}`, '/lessons/tags/none'];
  for (const path of [...shut, '/units/none', '/channels/none', '/series/none/topics'])
    expect([path, (await stranger.get(`${path}.atom`)).status]).toEqual([path, 404]);
});

test('a reader who has a feed is told so, by its tag or its date, until something in it is taken out', async () => {
  const feed = '/lessons/tags/letters.atom';
  const ask = (headers: Record<string, string> = {}) => stranger.get(feed, headers);
  const first = await ask();
  const tag = first.headers.get('etag') ?? '';
  const since = first.headers.get('last-modified') ?? '';
  expect([(await ask({ 'if-none-match': tag })).status, (await ask({ 'if-modified-since': since })).status]).toEqual([
    304, 304,
  ]);
  const [title = ''] = titlesIn(first.body).slice(1);
  await takeOut(title);
  const later = await ask({ 'if-modified-since': since });
  expect([later.status, titlesIn(later.body).includes(title)]).toEqual([200, false]);
  expect((await ask({ 'if-none-match': tag, 'if-modified-since': new Date().toUTCString() })).status).toBe(200);
  expect(Date.parse(later.headers.get('last-modified') ?? '')).toBeGreaterThan(Date.parse(since));
});

test('the page of a tag says what worked where, in a picture and in a table, and nothing of other circles', async () => {
  const { html, text } = await stranger.get('/lessons/tags/letters');
  expect(text).toMatch(/\d lessons\. For those who wrote them/);
  expect(html.querySelectorAll('.tried-mark').length).toBeGreaterThan(3);
  expect(html.querySelector('caption')?.textContent.trim()).toBe('What worked where');
  expect((await stranger.get('/lessons/tags')).html.querySelector('a[href="/lessons/tags/letters"]')).toBeTruthy();
  for (const path of ['/lessons/tags/none', '/lessons/tags/Letters', '/lessons/tags/%00'])
    expect([path, (await stranger.get(path)).status >= 400]).toEqual([path, true]);
});

async function takeOut(title: string) {
  const { read, write } = town.site;
  const { lessons } = read.tables;
  const [lesson] = await read.select().from(lessons).where(eq(lessons.title, title));
  const admin = { circle: 'staff', circles: ['public', 'partner', 'staff'], isAdmin: true } as const;
  const editor = { ...admin, person: { id: lesson?.createdById ?? '' } };
  await write((tx) => withdrawLesson(tx, editor, { lessonId: lesson?.id ?? '', reason: 'Wrong' }, town.clock.now()));
}

async function titlesNotForEveryone(): Promise<string[]> {
  const { lessons, meetups, collections } = town.site.read.tables;
  const found = await Promise.all(
    [lessons, meetups, collections].map((table) =>
      town.site.read.select({ title: table.title }).from(table).where(ne(table.circle, 'public')),
    ),
  );
  return found.flat().map(({ title }) => title);
}

function jsonFaults(body: string, address: string): string[] {
  const feed = JSON.parse(body) as { version: string; feed_url: string; items: { id: string; content_html: string }[] };
  return [
    ...(feed.version === 'https://jsonfeed.org/version/1.1' && feed.feed_url === address ? [] : ['no JSON Feed']),
    ...feed.items.flatMap(({ id, content_html }) => (id && content_html ? [] : [`item ${id}`])),
  ];
}
