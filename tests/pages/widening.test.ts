import { expect, test } from 'vitest';
import { channelRoom } from '#tests/support/channels.ts';
import { openFilledTown } from '#tests/support/everybody.ts';

const { town, people } = await openFilledTown();
const CIRCLE = '/series/sandford-cafe/circle';

test('everybody can see whether the circle has widened: a picture, and the same numbers as a table', async () => {
  const page = await people.stranger!.open(CIRCLE);
  expect(page.status).toBe(200);
  expect(page.text).toContain('came from partners or the town');
  const totals = page.html.querySelectorAll('.widening-wide-drawing text').map(({ textContent }) => textContent.trim());
  const rows = page.html.querySelectorAll('tbody tr').map((row) => row.querySelector('td')?.textContent.trim());
  expect(rows.length).toBeGreaterThan(8);
  for (const total of rows) expect(totals).toContain(total);
});

test('it names nobody, and units only to staff', async () => {
  const { stranger, partner, librarian } = people;
  await channelRoom(town.site).addUnit('archives', 'Archives');
  for (const name of ['Ann', 'Bea', 'Cleo', 'Dot', 'Eve'])
    await town.signedIn(`${name}@sandford.example`, { name, unitId: 'archives' });
  const texts = await Promise.all([stranger, partner, librarian].map(async (who) => (await who!.open(CIRCLE)).text));
  for (const text of texts) expect(text).not.toMatch(/Maureen|Ravi|Rosa Aldergate/);
  expect(texts.map((text) => text.includes('Not at the table yet: Archives.'))).toEqual([false, false, true]);
});

test('the page of a series leads there', async () => {
  expect(
    (await people.stranger!.open('/series/sandford-cafe')).html.querySelector(`a[href="${CIRCLE}"]`),
  ).not.toBeNull();
});
