import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { openPrograms } from '#tests/support/api.ts';
import { openChannelSite } from '#tests/support/channel-site.ts';

const { site, clock, keeper, staff, partner, owner, ...opened } = await openChannelSite();
const { ask, tokenOf } = openPrograms({ ...opened, site, clock });
const JSON_BODY = { 'content-type': 'application/json' };
const review = (slug: string, token?: string, body = '{}', headers: object = JSON_BODY) =>
  ask(`/api/channels/${slug}/reviews`, token, { method: 'POST', body, headers });
const namesIn = (json: { channels: { name: string }[] }) => json.channels.map(({ name }) => name).sort();

test('a program sees what its person’s circle sees, and nothing of the roles they have', async () => {
  const everyone = ['Park gate board', 'Sandford reads'];
  expect(namesIn((await ask('/api/channels')).json)).toEqual(everyone);
  const partners = await ask('/api/channels', await tokenOf(partner.person.id, 'channels:read'));
  expect(namesIn(partners.json)).toEqual(everyone);
  expect(partners.text).not.toContain('NOTE-FOR-STAFF');
  for (const person of [staff, owner, keeper]) {
    const seen = await ask('/api/channels', await tokenOf(person.person.id, 'channels:read'));
    expect(namesIn(seen.json)).toEqual(['Depot board', ...everyone]);
    expect(seen.text).toContain('NOTE-FOR-STAFF');
    expect(seen.text).not.toMatch(/PLACE-FOR-HOLDERS|signInPlace|ownerAddress/);
  }
  expect((await ask('/api/channels/depot-board')).status).toBe(404);
});

test('a cookie is not looked at: a page elsewhere learns nothing of whoever opens it', async () => {
  const { json, headers } = await ask('/api/channels', undefined, { headers: { cookie: staff.cookie } });
  expect(namesIn(json)).toEqual(['Park gate board', 'Sandford reads']);
  expect(headers.get('access-control-allow-origin')).toBe('*');
  expect(headers.get('access-control-allow-credentials')).toBe(null);
  expect((await review('sandford-reads', undefined, '{}', { ...JSON_BODY, cookie: owner.cookie })).status).toBe(401);
});

test('a program does what was ticked for it, where its person may do it', async () => {
  const reads = await tokenOf(owner.person.id, 'channels:read');
  const reviews = await tokenOf(owner.person.id, 'channels:review');
  const refused = await review('sandford-reads', reads);
  expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([
    403,
    'Bearer error="insufficient_scope", scope="channels:review"',
  ]);
  expect((await ask('/api/channels', reviews)).status).toBe(403);
  expect((await review('park-gate-board', reviews)).json).toMatchObject({ status: 403, type: '/api#not-allowed' });
  expect((await review('nope', reviews)).status).toBe(404);
  const done = await review('sandford-reads', reviews, '{"notes":"Looked at together."}');
  expect([done.status, done.json.lastCheckedOn]).toEqual([200, clock.now().toISOString().slice(0, 10)]);
  const kept = await site.read.select().from(site.read.tables.channelReviews);
  expect(kept.at(-1)).toMatchObject({ reviewedById: owner.person.id, notes: 'Looked at together.' });
});

test('what a program sends is read as strictly as a form', async () => {
  const token = await tokenOf(owner.person.id, 'channels:review');
  for (const body of [
    '{',
    '[]',
    '"x"',
    '{"notes":5}',
    '{"note":"x"}',
    '{"notes":"\\u0000"}',
    `{"notes":"${'a'.repeat(501)}"}`,
  ])
    expect((await review('sandford-reads', token, body)).status, body.slice(0, 20)).toBe(400);
  expect((await review('sandford-reads', token, '{}', { 'content-type': 'text/plain' })).status).toBe(415);
  expect((await review('sandford-reads', token, `{"notes":"${'a'.repeat(200_000)}"}`)).status).toBe(413);
  const smuggled = '/api/channels/sandford-reads/reviews?_action=tokens.make';
  expect((await ask(smuggled, token, { method: 'POST', body: '{}', headers: JSON_BODY })).status).toBe(404);
});

test('a token ends on its last day, when it is revoked, and is only ever kept as its hash', async () => {
  const token = await tokenOf(staff.person.id, 'channels:read');
  const lasting = await tokenOf(staff.person.id, 'channels:read');
  const rows = JSON.stringify(await site.read.select().from(site.read.tables.apiTokens));
  expect(rows).not.toContain(token);
  const page = await staff.get('/profile/tokens');
  const [id = ''] = page.html.querySelectorAll('input[name=id]').map((input) => input.getAttribute('value') ?? '');
  expect((await partner.send('/profile/tokens', 'tokens.revoke', { id })).status).toBe(303);
  expect((await ask('/api/units', lasting)).status).toBe(200);
  expect((await staff.send('/profile/tokens', 'tokens.revoke', { id })).path).toContain('notice=token-revoked');
  const again = await staff.send('/profile/tokens', 'tokens.revoke', { id });
  expect((await staff.get(again.path)).text).toContain('It was revoked already.');
  const answers = await Promise.all([token, lasting].map((one) => ask('/api/units', one)));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  clock.forward(31 * 24 * 60);
  for (const one of [token, lasting, 'x', `${token}x`]) {
    const { status, headers } = await ask('/api/units', one);
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer error="invalid_token"']);
  }
  clock.forward(-31 * 24 * 60);
});

test('a token ends with the day on which its person leaves', async () => {
  const leaver = await opened.signedIn('lee@council.example');
  const token = await tokenOf(leaver.person.id, 'channels:read');
  expect((await ask('/api/units', token)).status).toBe(200);
  const { people } = site.read.tables;
  const isLeaver = eq(people.id, leaver.person.id);
  await site.write((tx) =>
    tx
      .update(people)
      .set({ leftAt: clock.now() })
      .where(isLeaver)
      .then(() => {}),
  );
  expect((await ask('/api/units', token)).status).toBe(401);
});

test('the page makes a token, shows it once, and says when it was used', async () => {
  const made = await partner.send('/profile/tokens', 'tokens.make', {
    ...{ id: '01890000-0000-7000-8000-000000000001', name: 'The intranet', lasting: '30' },
    scopes: ['channels:read'],
  });
  const token = made.html.querySelector('code.secret')?.text ?? '';
  expect(token).toMatch(/^teacake_[\w-]{43}$/);
  expect((await ask('/api/units', token)).status).toBe(200);
  const after = await partner.get('/profile/tokens');
  expect(after.body).not.toContain(token);
  expect(after.text).toContain('Last used on');
  const wrong = await partner.send('/profile/tokens', 'tokens.make', { id: 'x', name: '', lasting: '30' });
  expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('Choose what it may do')]);
  expect((await opened.stranger().get('/profile/tokens')).path).toContain('/sign-in');
});

test('nothing that has not changed is sent twice, with a token or without', async () => {
  for (const token of [undefined, await tokenOf(staff.person.id, 'channels:read')]) {
    await ask('/api/channels', token);
    const first = await ask('/api/channels', token);
    const etag = first.headers.get('etag') ?? 'none';
    const again = await ask('/api/channels', token, { headers: { 'if-none-match': etag } });
    expect([again.status, again.text]).toEqual([304, '']);
    expect(first.headers.get('vary')).toContain('authorization');
    expect(first.headers.get('cache-control')).toBe(token ? 'private, no-cache' : 'no-cache');
  }
});

test('a browser elsewhere may ask first, and every other method is a problem in words', async () => {
  const { status, headers } = await ask('/api/channels', undefined, {
    method: 'OPTIONS',
    headers: { origin: 'https://elsewhere.example', 'access-control-request-headers': 'authorization' },
  });
  expect([status, headers.get('access-control-allow-origin')]).toEqual([204, '*']);
  expect(headers.get('access-control-allow-headers')).toContain('authorization');
  for (const method of ['PUT', 'DELETE', 'PATCH', 'POST']) {
    const answer = await ask('/api/channels', undefined, { method });
    expect([answer.status, answer.headers.get('content-type')], method).toEqual([405, 'application/problem+json']);
    expect(answer.headers.get('allow')).toContain('GET');
  }
  const long = await ask(`/api/channels?q=${'a'.repeat(5000)}`);
  expect([long.status, long.json.title]).toEqual([414, 'URI Too Long']);
});

test('a token that asks too often waits, also after a restart, while others go on', async () => {
  const [token, other] = [
    await tokenOf(owner.person.id, 'channels:read'),
    await tokenOf(owner.person.id, 'channels:read'),
  ];
  await ask('/api/units', token);
  const { limits } = site.read.tables;
  await site.write((tx) =>
    tx
      .update(limits)
      .set({ used: 20 })
      .then(() => {}),
  );
  let last = await ask('/api/units', token);
  for (let asked = 0; asked < 60 && last.status === 200; asked += 1) last = await ask('/api/units', token);
  expect([last.status, last.json.type]).toEqual([429, '/api#too-often']);
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await ask('/api/units', other)).status).toBe(200);
  clock.forward(16);
  expect((await ask('/api/units', token)).status).toBe(200);
});
