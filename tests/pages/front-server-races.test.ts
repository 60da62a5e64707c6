import { expect, test } from 'vitest';
import type { Watch } from '#db/database.ts';
import { heading, openFront } from '#tests/support/front.ts';

/** What was read while the mark stood where it does. */
function watchMark(mark: { now: number }): Watch {
  const then = mark.now;
  return { run: (work) => work(), isCurrent: () => mark.now === then };
}

/** As where the database has to be asked. */
const slowly = (isCurrent: Watch['isCurrent']) => async () => {
  await new Promise((resume) => setTimeout(resume, 5));
  return isCurrent();
};

test('a page that was being rendered when something was written is not kept', async () => {
  const mark = { now: 1 };
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const { url, seen } = await openFront(
    async ({ request }, response) => {
      const then = mark.now;
      if (request.url === '/' && then === 1) await held;
      response.end(`<h1>At ${then}</h1>`);
    },
    { watch: () => watchMark(mark) },
  );
  const early = fetch(url);
  await expect.poll(() => seen.length).toBe(1);
  mark.now = 2;
  await fetch(`${url}/other`);
  release();
  expect([await heading(await early), await heading(await fetch(url))]).toEqual(['At 1', 'At 2']);
});

test('those who ask after something was written share one new rendering, whatever is still being rendered', async () => {
  const mark = { now: 1 };
  const { promise: held, resolve: release } = Promise.withResolvers<void>();
  const { url, seen } = await openFront(
    async (_, response) => {
      await held;
      response.end('<h1>Tea</h1>');
    },
    { watch: () => ({ ...watchMark(mark), isCurrent: slowly(watchMark(mark).isCurrent) }) },
  );
  const early = fetch(url);
  await expect.poll(() => seen.length).toBe(1);
  mark.now = 2;
  const late = Array.from({ length: 10 }, () => fetch(url));
  await expect.poll(() => seen.length).toBe(2);
  release();
  await Promise.all([early, ...late]);
  expect(seen.length).toBe(2);
});
