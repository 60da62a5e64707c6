import { beforeAll, test } from 'vitest';
import { openPglite } from '#tests/support/pglite.ts';
import { expectFairness, raceForPlaces } from '#tests/support/race.ts';
import { openTestSite } from '#tests/support/site.ts';

let town: Awaited<ReturnType<typeof openTestSite>>;
beforeAll(async () => {
  town = await openTestSite({}, () => openPglite());
});

test('of two hundred people who press at once, exactly twenty hold a place and the others wait in turn', async () => {
  expectFairness(await raceForPlaces(town));
}, 60_000);
