import { expect, test } from 'vitest';
import { faultsOf, titlesIn } from '#tests/support/atom.ts';
import { formOf, writeLesson } from '#tests/support/lesson-form.ts';
import { openTestSite } from '#tests/support/site.ts';
import type { Visitor } from '#tests/support/visit.ts';

const site = await openTestSite();
const { mailbox } = site;
const ann = await site.signedIn('ann@council.example', { name: 'Ann Author' });
const sam = await site.signedIn('sam@council.example', { name: 'Sam Green' });
const kit = await site.signedIn('kit@council.example', { name: 'Kit Quill', roles: ['moderator'] });
const lesson = `/lessons/${await writeLesson(ann, { title: 'Ask one question' })}`;

/** The way to say something under a page, and the form there as it stands. */
async function openForm(visitor: Visitor, page = lesson) {
  const way = (await visitor.get(page)).html.querySelector('.conversation a.button')?.getAttribute('href') ?? '';
  return { way, form: formOf(await visitor.get(way)) };
}

async function say(visitor: Visitor, words: string) {
  const { way, form } = await openForm(visitor);
  const sent = await visitor.send(way, 'comments.say', { ...form, words });
  expect(sent.status, sent.text).toBe(303);
  return sent.path.split('?')[0] ?? '';
}

test('a member says something with a little Markdown, everybody reads it, and its author has it by mail', async () => {
  const path = await say(
    sam,
    '# No title\n\n![x](https://evil.example/x.png) *Yes* <img src=x onerror=alert(1)>\n\n| a |\n|---|\n| [b](https://shop.example/) |',
  );
  const page = await site.stranger().get(lesson);
  const said = page.html.querySelector('.conversation .prose');
  expect(said?.querySelectorAll('h1, h2, h3, h4, img, table')).toEqual([]);
  expect(said?.textContent).toContain('# No title');
  expect(said?.querySelector('a')?.getAttribute('rel')).toBe('nofollow ugc noopener');
  expect(page.html.querySelector('.comment-by')?.textContent).toContain('A colleague');
  expect((await ann.get(path)).text).toContain('Sam Green');
  const letter = await mailbox.next('ann@council.example');
  expect([letter.subject, letter.text?.includes('/comments/new?reply=')]).toEqual([
    'A comment under “Ask one question”',
    true,
  ]);
});

test('a guest is heard after one press and a moderator, answers reach them, and their address is nowhere', async () => {
  const guest = site.stranger();
  const { way, form } = await openForm(guest);
  const fields = { ...form, words: 'We asked our street <b>', name: 'Mo Street', email: 'mo@home.example' };
  const wrong = await guest.send(way, 'comments.ask', { ...fields, email: 'mo' });
  expect([wrong.status, wrong.html.querySelector('[name=words]')?.textContent]).toEqual([
    400,
    'We asked our street <b>',
  ]);
  expect((await guest.send(way, 'comments.ask', { ...fields, trap: 'x' })).status).toBe(303);
  expect((await guest.send(way, 'comments.ask', fields)).path).toBe(`${lesson}?notice=comment-asked#comments`);
  const link =
    /http\S+(\/comments\/confirmation\/\S+)/.exec((await mailbox.next('mo@home.example')).text ?? '')?.[1] ?? '';
  const token = link.split('/').at(-1) ?? '';
  expect((await guest.get(link)).text).toContain('One more press');
  for (const _ of [1, 2]) expect((await guest.send(link, 'comments.confirm', { token })).status).toBe(303);
  expect((await guest.get(link)).text).toContain('A moderator reads first words');
  expect((await guest.get(lesson)).text).not.toContain('Mo Street');
  const id = String(form['id']);
  expect((await guest.get(`/comments/${id}`)).status).toBe(404);
  const released = await kit.send(`/moderation/comments/${id}`, 'moderation.release', { commentId: id, editedAt: '0' });
  expect(released.status, released.text).toBe(303);
  expect((await mailbox.next('mo@home.example')).subject).toBe('Your comment appears now');
  const page = await guest.get(lesson);
  expect([page.text.includes('Mo Street'), page.body.includes('mo@home.example')]).toEqual([true, false]);

  const reply = `/comments/new?reply=${id}`;
  const answer = { ...formOf(await ann.get(reply)), words: 'Thank you, Mo' };
  expect((await ann.send(reply, 'comments.say', answer)).status).toBe(303);
  expect((await mailbox.next('mo@home.example')).subject).toBe('An answer to you under “Ask one question”');
});

test('a forged hat, a reply to nothing and somebody else’s comment are refused in a sentence', async () => {
  const { way, form } = await openForm(sam);
  const forged = await sam.send(way, 'comments.say', { ...form, words: 'I speak for all', hat: 'unit:x' });
  expect([forged.status, forged.text.includes('You may not speak for that')]).toEqual([400, true]);
  const lost = await sam.send(way, 'comments.say', { ...form, words: 'Hm', replyToId: 'nothing' });
  expect(lost.status).toBe(409);
  const path = await say(sam, 'Mine');
  expect((await ann.get(`${path}/edit`)).status).toBe(404);
  expect((await site.stranger().get(`${path}/edit`)).status).toBeGreaterThanOrEqual(300);
  const id = path.split('/').at(-1) ?? '';
  expect((await ann.send(path, 'comments.edit', { id, words: 'Yours' })).status).toBe(404);
  expect((await sam.get(`${path}/edit`)).text).toContain('15 minutes more');
  expect((await sam.send(`${path}/edit`, 'comments.edit', { id, words: 'Mended' })).status).toBe(303);
  site.clock.forward(15);
  const late = await sam.send(`${path}/edit`, 'comments.edit', { id, words: 'Late words' });
  expect([late.status, late.text.includes('15 minutes are over')]).toEqual([409, true]);
  expect((await sam.send(`${path}/edit`, 'comments.withdraw', { id })).status).toBe(303);
  const gone = await site.stranger().get(path);
  expect([gone.status, gone.text.includes('took it back'), gone.text.includes('Mended')]).toEqual([410, true, false]);
});

test('a public thread has a feed and can be followed by mail; one for staff is for staff', async () => {
  const thread =
    (await sam.get(lesson)).html.querySelector('.conversation a[href^="/threads/"]')?.getAttribute('href') ?? '';
  const feed = await (await fetch(`${site.url}${thread}.atom`)).text();
  expect(faultsOf(feed, `${site.url}${thread}.atom`)).toEqual([]);
  expect(titlesIn(feed).join()).toContain('Mo Street under “Ask one question”');
  expect(feed).not.toContain('Sam Green');
  expect((await site.stranger().get(thread)).text).toContain('Follow this conversation');
  const inside = `/lessons/${await writeLesson(ann, { title: 'For us', circle: 'staff' })}`;
  const { way } = await openForm(sam, inside);
  const id = way.split('=').at(-1);
  for (const path of [way, `/threads/${id}`, `/threads/${id}.atom`])
    expect((await site.stranger().get(path)).status, path).toBe(404);
});
