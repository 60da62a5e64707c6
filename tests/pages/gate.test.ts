import { expect, test } from 'vitest';
import { openChannelSite } from '#tests/support/channel-site.ts';

const { stranger, keeper, staff, owner, partner } = await openChannelSite();

test('an owner agrees to the policy and passes the modules, and the mark stands on the channel for staff alone', async () => {
  const page = '/channels/sandford-reads';
  expect((await staff.get(page)).text).toContain('Not trained at present');
  expect((await keeper.get(page)).text).toContain('Still to do: read the policy, do the training');
  expect((await keeper.get('/training/records')).text).toMatch(
    /Ann Lee.*Still to do: read the policy, do the training/,
  );
  expect((await owner.get('/profile')).text).toContain('Still to do: read the policy, do the training');
  const agreed = await owner.send('/policy/open-channels', 'gate.agree', { policyKey: 'open-channels', version: '2' });
  expect(agreed.path).toBe('/policy/open-channels?notice=policy-agreed');
  expect((await owner.get('/policy/open-channels')).text).toContain('You agreed to this on');
  expect((await keeper.get('/training/records?needs=policy')).text).not.toContain('Ann Lee');
  expect((await keeper.get('/training/records?needs=training')).text).toMatch(/Ann Lee.*Still to do: do the training/);
  for (const key of ['speaking-for-us', 'plain-words-for-everyone', 'when-something-goes-wrong'])
    await pass(owner, key);
  expect((await staff.get(page)).text).toMatch(/Trained until \d/);
  for (const visitor of [stranger(), partner]) expect((await visitor.get(page)).text).not.toMatch(/trained/i);
  expect((await keeper.get('/training/records')).text).not.toContain('Ann Lee');
});

/** Sends the right answers, found by being told which were wrong. */
async function pass(visitor: typeof owner, key: string) {
  const path = `/training/${key}`;
  const wrong = await visitor.send(path, 'gate.answer', { moduleKey: key });
  expect([wrong.status, wrong.text.includes('Choose an answer')]).toEqual([400, true]);
  const fields: Record<string, string> = { moduleKey: key };
  for (const [at, field] of wrong.html.querySelectorAll('main fieldset').entries()) {
    const options = field.querySelectorAll('input').map((input) => input.getAttribute('value') ?? '');
    for (const option of options) {
      fields[`answer${at}`] = option;
      const tried = await visitor.send(path, 'gate.answer', fields);
      const sentence = tried.html.querySelectorAll('main fieldset')[at]?.querySelector('.problem')?.textContent ?? '';
      if (tried.status === 303 || !sentence) break;
      expect(sentence).toContain('Not quite. Right is:');
    }
  }
  const done = await visitor.send(path, 'gate.answer', fields);
  expect(done.path).toBe(`${path}?notice=training-passed`);
}

test('a policy says how it read before; an old version cannot be agreed to', async () => {
  expect((await stranger().get('/policy/open-channels/1')).text).toContain('This is no longer in force');
  expect((await stranger().get('/policy/open-channels/9')).status).toBe(404);
  const current = (await stranger().get('/policy/open-channels')).text;
  expect(current).toContain('agree to it after signing in');
  expect(current).toContain('New, under “While you run it”: say when words or pictures were made by a machine');
  const old = await staff.send('/policy/open-channels', 'gate.agree', { policyKey: 'open-channels', version: '1' });
  expect([old.status, old.text.includes('changed while you read it')]).toEqual([409, true]);
});

test('a keeper writes down what was done in person or signed on paper; nobody else may', async () => {
  expect((await staff.get('/training/records')).status).toBe(403);
  const entry = { email: 'sam@council.example', what: 'speaking-for-us', on: '2026-01-05', note: 'In the depot' };
  expect((await staff.send('/training', 'gate.enter', entry)).status).toBe(403);
  expect((await keeper.send('/training/records', 'gate.enter', { ...entry, email: 'no@council.example' })).status).toBe(
    400,
  );
  expect((await keeper.send('/training/records', 'gate.enter', { ...entry, on: '2999-01-01' })).status).toBe(400);
  expect((await keeper.send('/training/records', 'gate.enter', entry)).status).toBe(303);
  const paper = { ...entry, what: 'policy open-channels' };
  const early = await keeper.send('/training/records', 'gate.enter', paper);
  expect([early.status, early.text.includes('A paper from before is of an earlier one')]).toEqual([400, true]);
  expect((await keeper.send('/training/records', 'gate.enter', { ...paper, on: '2026-11-03' })).status).toBe(303);
  expect((await staff.get('/policy/open-channels')).text).toContain('You agreed to this on 3 November 2026');
  expect((await staff.get('/training/speaking-for-us')).text).toContain('You passed this on 5 January 2026');
  const own = `/people/${staff.person.id}`;
  for (const visitor of [staff, keeper]) {
    const { text } = await visitor.get(own);
    expect(text).toMatch(/Policy “Speaking for us”, version 2.*3 November 2026.*Signed on paper, written down by/);
    expect(text).toMatch(
      /Training “Speaking for us”.*5 January 2028.*Learned in person, written down by.*In the depot/,
    );
  }
  for (const visitor of [stranger(), partner, owner]) expect((await visitor.get(own)).text).not.toContain('depot');
});
