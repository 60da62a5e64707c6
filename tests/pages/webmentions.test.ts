import { expect, test } from 'vitest';
import { newId } from '#server/chance.ts';
import { readNextLinks, tellNextSite } from '#server/webmention/tell.ts';
import { formOf, whole } from '#tests/support/lesson-form.ts';
import { openOtherSite } from '#tests/support/other-site.ts';
import { openTestSite } from '#tests/support/site.ts';
import type { Visitor } from '#tests/support/visit.ts';
import { openMentions } from '#tests/support/webmentions.ts';
import { watchEverything } from '#tests/support/witness.ts';

const town = await openTestSite({ WEBMENTION: 'on' });
const blog = await openOtherSite();
const siteUrl = new URL(town.url);
const sam = await town.signedIn('sam@council.example', { name: 'Sam Green', showsName: true });
const ada = await town.signedIn('ada@council.example', { roles: ['admin'] });
const stranger = town.stranger();

/** Writes a lesson as its form does; gives its path. */
async function write(words: Record<string, string>, author: Visitor = sam): Promise<string> {
  const form = whole(formOf(await author.get('/lessons/new')));
  const sent = await author.send('/lessons/new', 'lessons.publish', { ...form, lessonId: newId(), ...words });
  return sent.path.split('?')[0] ?? '';
}
const lesson = await write({ title: 'One question instead of ten' });

const { tell, mention, look, sayAgain, saidOn, decide } = openMentions({ town, blog, ada, lesson });

test('pages for everyone say where to tell that somebody speaks of them, and no others do', async () => {
  const open = await stranger.get(lesson);
  expect(open.headers.get('link')).toContain('</webmention>; rel="webmention"');
  expect(open.html.querySelector('head link[rel=webmention]')?.getAttribute('href')).toBe('/webmention');
  const inside = await sam.get(await write({ title: 'For staff', circle: 'staff' }));
  expect(inside.headers.get('link') ?? '').not.toContain('webmention');
  expect(inside.html.querySelector('link[rel=webmention]')).toBeNull();
});

test('another site tells us, we look, a moderator lets it through, and it stands under the lesson', async () => {
  blog.pages.set(
    '/post',
    `<title>Blog</title><article class="h-entry"><h1 class="p-name">We asked it too</h1><p class="p-author">Mo Writer</p><p>Read <a href="${town.url}${lesson}#tried">theirs</a> <b>first</b> <script>alert(1)</script>.</p></article>`,
  );
  const answer = await mention('/post');
  const status = answer.headers.get('location') ?? '';
  expect([answer.status, status]).toEqual([
    201,
    expect.stringMatching(new RegExp(`^${town.url}/webmention/[0-9a-f-]{36}$`)),
  ]);
  const stands = async () => (await stranger.get(new URL(status).pathname)).text;
  expect(await stands()).toContain('We have not looked at your page yet');
  await look();
  expect(await stands()).toContain('A moderator reads it before it is shown');
  expect(await saidOn()).not.toContain('We asked it too');
  expect((await decide('/post', 'shown')).status).toBe(303);
  expect(await stands()).toContain('It stands under the page');
  const said = (await stranger.get(lesson)).html.querySelector('#said-elsewhere');
  expect(said?.querySelector('a')?.toString()).toContain(`rel="nofollow ugc"`);
  expect(said?.text.replace(/\s+/g, ' ')).toContain('We asked it too Read theirs first .');
  expect(said?.text).toContain('Mo Writer on blog.example');
});

test('told again, changed words wait again, and a page that is gone or links no more goes here', async () => {
  const page = (words: string) => `<title>${words}</title><p><a href="${town.url}${lesson}">x</a> ${words}`;
  blog.pages.set('/changes', page('Kind words'));
  await sayAgain('/changes');
  await decide('/changes', 'shown');
  expect(await saidOn()).toContain('Kind words');
  blog.pages.set('/changes', page('Buy pills'));
  await sayAgain('/changes');
  expect(await saidOn()).not.toMatch(/Kind words|Buy pills/);
  blog.pages.set('/changes', page('Kind again'));
  await sayAgain('/changes');
  await decide('/changes', 'shown');
  expect(await saidOn()).toContain('Kind again');
  blog.pages.set('/changes', (_, response) => response.writeHead(410).end());
  await sayAgain('/changes');
  expect(await saidOn()).not.toContain('Kind again');
  blog.pages.set('/changes', '<p>No link any more');
  const answer = await mention('/changes');
  await look();
  const { pathname } = new URL(answer.headers.get('location') ?? '');
  expect((await stranger.get(pathname)).text).toContain('did not find a link');
});

test('what is no page elsewhere, or no page of ours for everyone, is refused in a sentence and keeps nothing', async () => {
  const partner = await write({ title: 'For partners', circle: 'partner' });
  const everything = await watchEverything(town.site);
  const source = blog.at('/x');
  const target = town.url + lesson;
  for (const wrong of [
    {},
    { source },
    { target },
    { source, target: 'https://other.example/' },
    { source, target: `${town.url}/lessons/nope` },
    { source, target: town.url + partner },
    { source, target: `${town.url}/profile` },
    { source: target, target },
    { source: 'ftp://blog.example/', target },
    { source: 'x', target },
    { source: `https://blog.example/${'x'.repeat(2000)}`, target },
  ]) {
    const answer = await tell(wrong);
    expect(answer.status, JSON.stringify(wrong)).toBe(400);
    expect(await answer.text()).toMatch(/Give the|Shorten this/);
  }
  expect(await everything.isCurrent()).toBe(true);
});

test('only that address may be told from anywhere, and it never learns who sends', async () => {
  const fields = { source: blog.at('/post'), target: town.url + lesson };
  const body = new URLSearchParams(fields);
  const type = { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://blog.example' };
  for (const address of [
    '/webmention/',
    '/webmention?a=1',
    '/webmention?_action=webmentions.tell',
    '/webmention/waiting?_action=webmentions.decide',
    lesson,
  ])
    expect((await fetch(town.url + address, { method: 'POST', body, headers: type })).status, address).toBe(403);
  expect((await tell(fields, { body: '{}', headers: { 'content-type': 'application/json' } })).status).toBe(415);
  expect((await tell({ ...fields, more: 'x'.repeat(20_000) })).status).toBe(413);
  const answer = await (await tell(fields, { headers: { cookie: sam.cookie } })).text();
  expect(answer).not.toContain('Sam Green');
});

test('one source host, and one client, may tell only so often', async () => {
  const statuses: number[] = [];
  for (let page = 0; page < 22; page += 1)
    statuses.push((await tell({ source: `https://busy.example/${page}`, target: town.url + lesson })).status);
  expect(new Set(statuses.slice(0, 5))).toEqual(new Set([201]));
  expect(statuses.at(-1)).toBe(429);
  town.clock.forward(20);
});

test('a page inside, a page by a redirect to inside, and one that is no page are never read', async () => {
  blog.pages.set('/inwards', (_, response) => response.writeHead(302, { location: 'http://10.0.0.1/' }).end());
  blog.pages.set('/file', (_, response) =>
    response.writeHead(200, { 'content-type': 'application/pdf' }).end(`<a href="${town.url}${lesson}">x</a>`),
  );
  const sentences: string[] = [];
  for (const source of [
    'http://169.254.169.254/latest',
    'http://localhost:81/',
    blog.at('/inwards'),
    blog.at('/file'),
  ]) {
    const answer = await tell({ source, target: town.url + lesson });
    await look();
    sentences.push((await stranger.get(new URL(answer.headers.get('location') ?? '').pathname)).text);
  }
  expect(sentences.map((text) => /not public|no page of the web/.exec(text)?.[0])).toEqual([
    'not public',
    'not public',
    'not public',
    'no page of the web',
  ]);
});

test('only moderators decide', async () => {
  const wish = { id: newId(), changedAt: '0', kind: 'shown' };
  expect((await stranger.get('/webmention/waiting')).status).toBe(303);
  expect((await sam.get('/webmention/waiting')).status).toBe(403);
  expect((await sam.send('/about', 'webmentions.decide', wish)).status).toBe(403);
  expect((await ada.send('/webmention/waiting', 'webmentions.decide', wish)).status).toBe(404);
});

test('somebody tells us by hand, and is led to what becomes of it', async () => {
  const page = await stranger.get(`/webmention?target=${encodeURIComponent(town.url + lesson)}`);
  expect(page.html.querySelector('[name=target]')?.getAttribute('value')).toBe(town.url + lesson);
  const sent = await stranger.send('/webmention', 'webmentions.tell', {
    source: blog.at('/post'),
    target: town.url + lesson,
  });
  expect([sent.status, sent.path]).toEqual([303, expect.stringMatching(/^\/webmention\/[0-9a-f-]{36}$/)]);
});

test('a lesson tells the pages it links to, and its authors see whom; a staff lesson tells nobody', async () => {
  blog.pages.set('/read-me', (request, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html', link: '</take?key=1>; rel="webmention"' })
      .end(request.method),
  );
  blog.pages.set('/take', (_, response) => response.writeHead(202).end());
  blog.pages.set('/deaf', '<p>nothing');
  const happened = `We read [this](${blog.at('/read-me')}), [that](${blog.at('/deaf')}) and [inside](http://10.0.0.1/x).`;
  await write({ title: 'Staff read it', happened, circle: 'staff' });
  const path = await write({ title: 'We read it', happened });
  while (await readNextLinks(town.site, siteUrl));
  while (await tellNextSite(town.site, siteUrl, blog.asking));
  expect(blog.taken).toEqual([
    { path: '/take?key=1', fields: { source: town.url + path, target: blog.at('/read-me') } },
  ]);
  const { text } = await sam.get(`${path}/webmentions`);
  expect(text).toContain('They know.');
  expect(text).toContain('Their page names no place to tell them.');
  expect(text).toContain('not public');
  const pat = await town.signedIn('pat@council.example');
  expect((await pat.get(`${path}/webmentions`)).status).toBe(403);
});
