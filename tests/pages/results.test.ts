import { expect, test } from 'vitest';
import { openChannelSite } from '#tests/support/channel-site.ts';

const { stranger, keeper, staff, partner, owner } = await openChannelSite();
const PAGE = '/channels/sandford-reads/results';
const said = {
  slug: 'sandford-reads',
  words: 'Forty people found a reading group',
  benefits: 'Readers',
  resultOn: '2026-10-01',
};

test('the owner says what came of it, and each circle reads what is for it', async () => {
  const page = await owner.get(PAGE);
  expect(page.text).toContain('What changed because of it?');
  const done = await owner.send(PAGE, 'results.add', { ...said, circle: 'public' });
  expect(done.path).toBe(`${PAGE}?notice=result-added`);
  await keeper.send(PAGE, 'results.add', {
    ...said,
    resultOn: '2026-09-01',
    words: 'For staff alone',
    circle: 'staff',
  });
  for (const visitor of [stranger(), partner]) {
    const { text } = await visitor.get('/channels/sandford-reads');
    expect(text).toContain('Forty people found a reading group');
    expect(text).not.toContain('For staff alone');
  }
  expect((await staff.get('/channels/sandford-reads')).text).toContain('For staff alone');
});

test('followers are no result: nothing is refused, but a hint asks for what changed', async () => {
  const done = await owner.send(PAGE, 'results.add', { ...said, words: '900 new followers', circle: 'staff' });
  expect(done.path).toBe(`${PAGE}?notice=result-counts`);
});

test('what is missing is a sentence, and nobody else gets in', async () => {
  expect((await owner.send(PAGE, 'results.add', { ...said, words: '', circle: 'public' })).text).toContain(
    'Say what changed',
  );
  const ahead = await owner.send(PAGE, 'results.add', { ...said, resultOn: '2090-01-01', circle: 'public' });
  expect(ahead.text).toContain('Enter a day that is not ahead');
  expect((await staff.get(PAGE)).status).toBe(403);
  expect((await staff.send(PAGE, 'results.add', { ...said, circle: 'public' })).status).toBe(403);
  expect((await stranger().get(PAGE)).path).toContain('/sign-in');
  const asked = { slug: 'sandford-reads', question: 'Is it worth it?' };
  expect((await staff.send(PAGE, 'results.propose', asked)).status).toBe(403);
  expect((await owner.send(PAGE, 'results.propose', asked)).status).toBe(409);
});
