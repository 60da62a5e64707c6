import { expect, test } from 'vitest';
import { newId } from '#server/chance.ts';
import { openChannelSite } from '#tests/support/channel-site.ts';

const { stranger, keeper, staff, partner, owner, mailbox, site } = await openChannelSite();
const PAGE = '/channels/sandford-reads/report';
const said = (more: Record<string, string> = {}) => ({ slug: 'sandford-reads', id: newId(), ...more });
const addressIn = (text: string | undefined) =>
  new URL(text?.match(/http\S+\/corrections\/\S+/)?.[0] ?? 'http://none/').pathname;

test('somebody without an account says what a line should be; the owner takes it over, and they hear of it', async () => {
  const visitor = stranger();
  expect((await visitor.get('/channels/sandford-reads')).html.querySelector('aside a[href$="/report"]')).not.toBeNull();
  const form = await visitor.get(PAGE);
  expect(form.text).toContain('What it is for: Say what is on this month');
  const wish = said({
    objective: 'Say what to read next',
    audience: 'Whales',
    words: 'Seen on the wall',
    answerTo: 'rosa@home.example',
  });
  const done = await visitor.send(PAGE, 'corrections.send', wish);
  expect(done.path).toBe('/channels/sandford-reads?notice=channel-reported');
  expect((await mailbox.next('kit@council.example')).text).toContain('Say what to read next');
  const letter = await mailbox.next('ann.lee@council.example');
  expect(letter.text).not.toContain('rosa@home.example');
  const path = addressIn(letter.text);
  for (const one of [staff, partner]) expect((await one.get(path)).status).toBe(404);
  expect((await visitor.get(path)).path).toContain('/sign-in');
  const page = await owner.get(path);
  expect(page.text).toMatch(/They say:? ?Say what to read next/);
  expect(page.body).not.toContain('rosa@home.example');
  const id = path.split('/').at(-1) ?? '';
  const bare = await owner.send(path, 'corrections.decide', { id, decision_audience: 'refused' });
  expect(bare.text).toContain('Say why, in a sentence');
  const decided = {
    decision_objective: 'accepted',
    decision_audience: 'refused',
    reason_audience: 'They cannot read.',
    decision_words: 'accepted',
  };
  expect((await staff.send(path, 'corrections.decide', { id, ...decided })).status).toBe(404);
  expect((await owner.send(path, 'corrections.decide', { id, ...decided })).path).toBe(
    `${path}?notice=correction-decided`,
  );
  expect((await visitor.get('/channels/sandford-reads')).text).toContain('For Say what to read next');
  expect((await mailbox.next('rosa@home.example')).text).toContain('left as it is. They cannot read.');
  expect((await staff.get('/channels/sandford-reads')).text).toContain('Somebody told us: a correction.');
  expect((await keeper.get('/corrections')).text).toContain('Sandford reads');
  expect((await keeper.send(path, 'corrections.decide', { id, all: 'true' })).status).toBe(409);
});

test('what cannot be is a sentence beside the line, and what was typed stays', async () => {
  const visitor = stranger();
  const nothing = await visitor.send(PAGE, 'corrections.send', said());
  expect([nothing.status, nothing.text.includes('Say what is wrong')]).toEqual([400, true]);
  const wrong = await visitor.send(
    PAGE,
    'corrections.send',
    said({ languages: 'Klingonish', mode: 'shouting', name: 'Kept' }),
  );
  expect(wrong.status).toBe(400);
  expect(wrong.text).toMatch(/“Klingonish”.*Choose from the list/);
  expect(wrong.html.querySelector('[name=name]')?.getAttribute('value')).toBe('Kept');
  const hidden = { ...said({ words: 'x' }), slug: 'depot-board' };
  expect((await visitor.send('/channels/depot-board/report', 'corrections.send', hidden)).status).toBe(404);
});

test('hostile words stay words, and a machine that fills in every field is thanked and forgotten', async () => {
  const count = () => site.read.$count(site.read.tables.corrections);
  const before = await count();
  await stranger().send(PAGE, 'corrections.send', said({ words: 'Buy', trap: 'x' }));
  expect(await count()).toBe(before);
  const id = newId();
  const hostile = '<script>alert(1)</script><img src=x onerror=alert(1)>';
  await stranger().send(PAGE, 'corrections.send', said({ id, place: hostile, words: hostile }));
  const page = await owner.get(`/corrections/${id}`);
  expect(page.text).toContain(hostile);
  expect(page.html.querySelectorAll('main script, main img')).toEqual([]);
});

test('an owner who finds something wrong takes it over in the next step', async () => {
  const id = newId();
  const sent = await owner.send(PAGE, 'corrections.send', said({ id, notFor: 'Complaints' }));
  expect(sent.path).toBe(`/corrections/${id}?notice=correction-own`);
  await owner.send(`/corrections/${id}`, 'corrections.decide', { id, all: 'true' });
  expect((await stranger().get('/channels/sandford-reads')).text).toContain('Not for Complaints');
});

test('one channel is told of only so often', async () => {
  const statuses = [];
  for (let n = 0; n < 6; n++) {
    const wish = { ...said({ words: `Time ${n}` }), slug: 'park-gate-board' };
    statuses.push((await stranger().send('/channels/park-gate-board/report', 'corrections.send', wish)).status);
  }
  expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
});
