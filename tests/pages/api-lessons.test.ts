import { expect, test } from 'vitest';
import type { Member } from '#domain/people/viewer.ts';
import { newId } from '#server/chance.ts';
import { openPrograms } from '#tests/support/api.ts';
import { draft, publish, seenBy } from '#tests/support/lessons.ts';
import { openTestSite } from '#tests/support/site.ts';

const town = await openTestSite();
const { ask, tokenOf } = openPrograms(town);
const sam = await town.signedIn('sam@council.example', { showsName: true });
const pat = await town.signedIn('pat@trust.example');
const rosa = await town.signedIn('rosa@home.example');
const author: Member = { ...seenBy('staff'), person: { id: sam.person.id, name: 'Sam', email: null, unitId: null } };
for (const circle of ['public', 'partner', 'staff'] as const)
  await publish(town.site as never, author, { circle, tags: [circle], words: { title: `For ${circle}` } });
const own = await draft(town.site as never, author, { words: { title: 'Half a lesson' } });

const send = (token: string | undefined, body: object | string) =>
  ask('/api/lessons', token, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
const titles = async (path: string, token?: string) =>
  (await ask(path, token)).json.lessons.map(({ title }: { title: string }) => title);
const WISH = { title: 'From the intranet', happened: 'It *worked*.', circle: 'public', tags: ['Notice boards'] };

test('a program reads the lessons of its person’s circle, and the drafts of nobody else', async () => {
  const [staff, partner] = [await tokenOf(sam.person.id, 'lessons:read'), await tokenOf(pat.person.id, 'lessons:read')];
  expect(await titles('/api/lessons')).toEqual(['For public']);
  expect(await titles('/api/lessons', partner)).toEqual(['For public', 'For partner']);
  expect(await titles('/api/lessons', staff)).toEqual(['For public', 'For partner', 'For staff']);
  expect(await titles('/api/lessons?tag=staff', staff)).toEqual(['For staff']);
  expect((await ask('/api/lessons/for-staff', partner)).status).toBe(404);
  expect((await ask('/api/lessons/for-staff', staff)).json).toMatchObject({
    happened: expect.any(String),
    circle: 'staff',
  });
  expect((await ask(`/api/lessons/${own.slug}`, staff)).json).toMatchObject({ publishedAt: null });
  for (const token of [undefined, partner]) expect((await ask(`/api/lessons/${own.slug}`, token)).status).toBe(404);
});

test('the parts of the list follow each other', async () => {
  const token = await tokenOf(sam.person.id, 'lessons:read');
  const { json } = await ask('/api/lessons?limit=2', token);
  expect(json.lessons).toHaveLength(2);
  expect(await titles(json.next, token)).toEqual(['For staff']);
  expect((await ask('/api/lessons?limit=0')).status).toBe(400);
  expect((await ask('/api/lessons?cursor=zz')).status).toBe(400);
});

test('a draft that is sent is its person’s alone, until they publish it', async () => {
  const token = await tokenOf(sam.person.id, 'lessons:draft');
  const { status, json, headers } = await send(token, WISH);
  expect(status).toBe(201);
  expect(headers.get('location')).toBe(json.page);
  expect(json).toMatchObject({ publishedAt: null, authors: 'Sam', tags: ['notice-boards'], worked: 'not-said' });
  const path = new URL(json.page).pathname;
  expect((await sam.get(path)).text).toContain('This is a draft');
  expect((await pat.get(path)).status).toBe(404);
  expect((await sam.get('/lessons/drafts')).text).toContain('From the intranet');
  expect(await titles('/api/lessons')).toEqual(['For public']);
});

test('sent again with the same id it is one draft; other words, or somebody else’s id, change nothing', async () => {
  const token = await tokenOf(sam.person.id, 'lessons:draft');
  const id = newId();
  const both = await Promise.all([send(token, { ...WISH, id }), send(token, { ...WISH, id })]);
  expect(both.map(({ status }) => status)).toEqual([201, 201]);
  expect(both[0]?.json.page).toBe(both[1]?.json.page);
  expect((await send(token, { ...WISH, id, happened: 'Other words.' })).json).toMatchObject({ type: '/api#too-late' });
  const other = await tokenOf(rosa.person.id, 'lessons:draft');
  expect((await send(other, { ...WISH, id })).status).toBe(404);
});

test('only a token for it may send, and only for a circle its person is in', async () => {
  expect((await send(undefined, WISH)).status).toBe(401);
  const reads = await tokenOf(sam.person.id, 'lessons:read');
  expect((await send(reads, WISH)).status).toBe(403);
  expect((await ask('/api/lessons', await tokenOf(sam.person.id, 'lessons:draft'))).status).toBe(403);
  const resident = await tokenOf(rosa.person.id, 'lessons:draft');
  expect((await send(resident, { ...WISH, circle: 'staff' })).json).toMatchObject({
    status: 403,
    type: '/api#not-allowed',
  });
  expect((await send(resident, WISH)).status).toBe(201);
});

test('what is wrong is said field by field, and nothing is kept', async () => {
  const token = await tokenOf(sam.person.id, 'lessons:draft');
  const kept = () => town.site.read.$count(town.site.read.tables.lessons);
  const before = await kept();
  for (const [body, name] of [
    ['{', undefined],
    [{}, 'title'],
    [{ ...WISH, title: '' }, 'title'],
    [{ ...WISH, title: 'x'.repeat(121) }, 'title'],
    [{ ...WISH, circle: 'nobody' }, 'circle'],
    [{ ...WISH, happened: 5 }, 'happened'],
    [{ ...WISH, html: '<b>' }, 'html'],
    [{ ...WISH, id: 'x' }, 'id'],
    [{ ...WISH, originUrl: 'javascript:alert(1)' }, 'originUrl'],
    [{ ...WISH, happened: 'x'.repeat(50_001) }, 'happened'],
  ] as const) {
    const { status, json } = await send(token, body);
    expect([400, 422], JSON.stringify(body).slice(0, 80)).toContain(status);
    expect(json.errors?.[0]?.name).toBe(name);
  }
  expect(await kept()).toBe(before);
});
