import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { MOST_WORDS } from '#domain/comments/comment-rules.ts';
import { decideWebmention, noteWebmention, receiveWebmention } from '#domain/webmentions/webmention-commands.ts';
import { newId } from '#server/chance.ts';
import { readPage } from '#server/webmention/read-page.ts';
import { openPrograms } from '#tests/support/api.ts';
import { hostileTexts } from '#tests/support/hostile.ts';
import { watchPages } from '#tests/support/hostile-watch.ts';
import { publish, seenBy } from '#tests/support/lessons.ts';
import { openTestSite } from '#tests/support/site.ts';

/** Many in each of a few drafts: each alone is shown by the tests beside this one. */
const TEXTS_A_DRAFT = 50;
const PARTS = ['wanted', 'happened', 'why', 'nextTime'];
const everyNth = <T>(all: readonly T[], step: number, from: number) => all.filter((_, at) => at % step === from);

const { site, url, clock, signedIn, stranger } = await openTestSite();
const staff = await signedIn('sam@council.example');

test('hostile texts sent by a program do nothing', async () => {
  const { ask, tokenOf } = openPrograms({ site, url, clock });
  const token = await tokenOf(staff.person.id, 'lessons:draft');
  const texts = hostileTexts().map((text) => text.replaceAll('\0', ' '));
  const paths: string[] = [];
  for (let at = 0; at < texts.length; at += TEXTS_A_DRAFT) {
    const [title = '', tryThis = '', ...parts] = texts.slice(at, at + TEXTS_A_DRAFT);
    const fields = Object.fromEntries(
      PARTS.map((name, part) => [name, everyNth(parts, PARTS.length, part).join('\n\n')]),
    );
    const body = JSON.stringify({
      title: `x ${title.slice(0, 100)}`,
      tryThis: tryThis.slice(0, 190),
      ...fields,
      circle: 'public',
    });
    const headers = { 'content-type': 'application/json' };
    const { status, json } = await ask('/api/lessons', token, { method: 'POST', body, headers });
    expect(status, json.detail).toBe(201);
    paths.push(new URL(json.page).pathname);
  }
  expect(await watchPages(staff, [...paths, '/lessons/drafts'])).toEqual([]);
});

test('hostile texts in comments do nothing', async () => {
  const author = { ...seenBy('staff'), person: { ...staff.person, unitId: null } };
  const { id, slug } = await publish(site, author);
  const texts = hostileTexts();
  for (const [comment, words] of everyFew(texts, MOST_WORDS).entries()) {
    const sent = await staff.send(`/lessons/${slug}`, 'comments.say', { id: newId(), subjectId: id, words });
    expect(sent.status, words).toBe(303);
    if (comment % 15 === 14) clock.forward(20);
  }
  expect(await watchPages(stranger(), [`/lessons/${slug}`])).toEqual([]);
});

/** Joined, as many as fit into one comment. */
function everyFew(texts: readonly string[], most: number): string[] {
  const joined = [''];
  for (const text of texts.map((one) => one.slice(0, 500).replaceAll('\0', ' '))) {
    const last = joined.at(-1) ?? '';
    if (last.length + text.length + 2 > most) joined.push(text);
    else joined[joined.length - 1] = `${last}\n\n${text}`;
  }
  return joined;
}

test('hostile texts on a page elsewhere that speaks of a lesson do nothing', async () => {
  const author = { ...seenBy('staff'), person: { ...staff.person, unitId: null } };
  const texts = hostileTexts();
  const lessons = await Promise.all([1, 2, 3, 4].map(() => publish(site, author)));
  for (const [at, text] of texts.filter((_, turn) => turn % 4 === 0).entries()) {
    const lesson = lessons[at % lessons.length];
    const html = `<title>${text}</title><p class="p-author">${text}</p><p><a href="${url}">x</a> ${text}`;
    const said = readPage(html, 'https://blog.example/', () => true);
    await site.write(async (tx) => {
      const source = new URL(`https://blog.example/${at}?x=${encodeURIComponent(text.slice(0, 60).toWellFormed())}`);
      const subject = { subjectKind: 'lesson', subjectId: lesson?.id ?? '' } as const;
      const { id } = await receiveWebmention(tx, { id: newId(), source, ...subject }, clock.now());
      const [mention] = await tx.select().from(tx.tables.webmentions).where(eq(tx.tables.webmentions.id, id));
      const found = {
        outcome: 'linked',
        host: source.host,
        ...(said ?? { title: text, author: text, excerpt: text }),
      } as const;
      const now = clock.now();
      if (mention) await noteWebmention(tx, mention, found, now);
      await decideWebmention(tx, { id, kind: 'shown', changedAt: now, ofWholeSite: false }, staff.person, now);
    });
  }
  const paths = lessons.map(({ slug }) => `/lessons/${slug}`);
  expect((await stranger().get(paths[0] ?? '')).html.querySelectorAll('#said-elsewhere li').length).toBeGreaterThan(30);
  expect(await watchPages(stranger(), paths)).toEqual([]);
});
