import { beforeAll, expect, test } from 'vitest';
import type { LetterKind } from '#domain/mail/letter-kind-rules.ts';
import { queueLetters } from '#domain/mail/outbox-commands.ts';
import { newId, newToken } from '#server/chance.ts';
import { openTestSite } from '#tests/support/site.ts';

let town: Awaited<ReturnType<typeof openTestSite>>;
beforeAll(async () => {
  town = await openTestSite();
});

/** Sends a letter of a kind, or an answer. */
const send = (to: string, kind?: LetterKind) =>
  town.site.write((tx) => {
    const letter = { to, subject: `Letter: ${kind ?? 'answer'}`, paragraphs: ['Hello.'], ...(kind && { kind }) };
    return queueLetters(tx, [{ id: newId(), letter }], { newToken, siteUrl: town.url }, town.clock.now());
  });

/** The path to stop what was sent, as the letter in the mailbox says it. */
async function wayOut(to: string, kind: LetterKind) {
  await send(to, kind);
  const { headers } = await town.mailbox.next(to);
  const url = headers.find(({ key }) => key === 'list-unsubscribe')?.value.slice(1, -1) ?? '';
  return new URL(url).pathname;
}

/** As a mail program does it: no page was opened, nothing is known of who presses. */
const press = (path: string, { body = 'List-Unsubscribe=One-Click', ...init }: RequestInit = {}) =>
  fetch(town.url + path, {
    method: 'POST',
    body,
    redirect: 'manual',
    ...(typeof body === 'string' && { headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
    ...init,
  });

const form = (headers: Record<string, string>) => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
});

test('a letter that can be stopped says how to programs and to people; an answer does not', async () => {
  const to = 'says@home.example';
  await send(to, 'reminders');
  const letter = await town.mailbox.next(to);
  const header = (name: string) => letter.headers.find(({ key }) => key === name)?.value;
  const url = header('list-unsubscribe')?.match(/^<(\S+)>$/)?.[1];
  expect(url).toMatch(new RegExp(`^${town.url}/unsubscribe/[\\w-]{43}$`));
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  expect(letter.text).toContain(`No more reminders before a meetup:\n${url}`);
  expect(letter.html).toContain(`<a href="${url}">No more reminders before a meetup</a>`);
  await send(to);
  expect((await town.mailbox.next(to)).headers.map(({ key }) => key)).not.toContain('list-unsubscribe');
});

test('a mail program stops letters of one kind without origin or sign-in, and is not led on', async () => {
  const to = 'program@home.example';
  const path = await wayOut(to, 'reminders');
  const answer = await press(path);
  expect([answer.status, answer.headers.get('location'), answer.headers.get('set-cookie')]).toEqual([200, null, null]);
  expect(await answer.text()).toContain('You get no more reminders before a meetup');
  expect(await send(to, 'reminders')).toEqual([]);
  expect(await send('someone.else@home.example', 'reminders')).toHaveLength(1);
  expect(await send(to, 'hosts')).toHaveLength(1);
  expect(await send(to)).toHaveLength(1);
  expect((await press(path)).status, 'a second press').toBe(200);
});

test('it does so from another site and as a multipart form too, since only the address counts', async () => {
  const foreign = await press(await wayOut('foreign@home.example', 'hosts'), form({ origin: 'https://mail.example' }));
  expect(foreign.status).toBe(200);
  const body = new FormData();
  body.append('List-Unsubscribe', 'One-Click');
  expect((await press(await wayOut('parts@home.example', 'hosts'), { body })).status).toBe(200);
  expect(await send('foreign@home.example', 'hosts')).toEqual([]);
  expect(await send('parts@home.example', 'hosts')).toEqual([]);
});

test('who presses is not looked at, whatever cookie comes along', async () => {
  const sam = await town.signedIn('sam.green@council.example');
  const answer = await press(await wayOut('cookie@home.example', 'hosts'), form({ cookie: sam.cookie }));
  expect(await answer.text()).not.toContain('Sam Green');
});

test('opening the link changes nothing, however often', async () => {
  const path = await wayOut('scanner@home.example', 'series');
  for (const address of [path, `${path}?_action=letters.stop`, `${path}?List-Unsubscribe=One-Click`, path])
    expect((await town.stranger().get(address)).text).toContain('No more news of the series you follow?');
  expect((await fetch(town.url + path, { method: 'HEAD' })).status).toBe(200);
  expect(await send('scanner@home.example', 'series')).toHaveLength(1);
});

test('only that address with only that field may come from anywhere', async () => {
  const to = 'exact@home.example';
  const path = await wayOut(to, 'reminders');
  for (const body of ['', 'a=1', 'List-Unsubscribe=one', 'List-Unsubscribe=One-Click&a=1', 'token=x', '%00'])
    expect((await press(path, { body })).status, body).toBeOneOf([400, 405]);
  for (const address of [`${path}/`, `${path}?a=1`, `${path}?_action=letters.stop`, `/${path}`, path.slice(0, -1)])
    expect((await press(address)).status, address).toBeOneOf([400, 403, 404]);
  for (const address of ['/', '/profile', '/unsubscribe', '/profile?_action=letters.choose', '/meetups'])
    expect((await press(address)).status, address).toBe(403);
  expect((await press(path, { headers: { 'content-type': 'application/json' } })).status).toBe(415);
  expect((await press(path, { body: `List-Unsubscribe=One-Click${' '.repeat(20_000)}` })).status).toBe(413);
  expect(await send(to, 'reminders')).toHaveLength(1);
  expect((await press(`/unsubscribe/${newToken().token}`)).status).toBe(404);
});

test('a person does it by a button, and takes it back on the same page', async () => {
  const to = 'button@home.example';
  const path = await wayOut(to, 'afterwards');
  const token = path.split('/').at(-1) ?? '';
  const stranger = town.stranger();
  const stopped = await stranger.send(path, 'letters.stop', { token });
  expect([stopped.status, stopped.path]).toEqual([303, `${path}?notice=letters-stopped`]);
  expect((await stranger.open(path)).text).toContain('You get no more thanks, notes and reminders after a meetup');
  expect(await send(to, 'afterwards')).toEqual([]);
  await stranger.send(path, 'letters.resume', { token });
  expect((await stranger.open(path)).text).toContain('No more thanks, notes and reminders after a meetup?');
  expect(await send(to, 'afterwards')).toHaveLength(1);
});

test('somebody signed in chooses among all kinds on their profile, for themselves alone', async () => {
  const nadia = await town.signedIn('nadia@council.example');
  const chosen = await nadia.send('/profile', 'letters.choose', { kinds: ['hosts', 'series'] });
  expect(chosen.path).toBe('/profile?notice=letters-chosen');
  const ticked = (await nadia.get('/profile')).html.querySelectorAll('[name=kinds][checked]');
  expect(ticked.map((box) => box.getAttribute('value'))).toEqual(['series', 'hosts']);
  expect(await send('nadia@council.example', 'reminders')).toEqual([]);
  expect(await send('nadia@council.example', 'hosts')).toHaveLength(1);
  await nadia.send('/profile', 'letters.choose', {});
  expect(await send('nadia@council.example', 'hosts')).toEqual([]);
  expect((await nadia.send('/profile', 'letters.choose', { kinds: 'sign-in' })).status).toBe(400);
  expect((await town.stranger().send('/profile', 'letters.choose', { kinds: 'hosts' })).status).toBe(401);
});
