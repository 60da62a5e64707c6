import { test } from 'vitest';
import { openPglite } from '#tests/support/pglite.ts';
import { raceForPlaces } from '#tests/support/race.ts';
import { openTestSite } from '#tests/support/site.ts';

test('200 people race over HTTP for 20 places on PostgreSQL: 20 have one, 180 wait in one line', async () => {
  await raceForPlaces(await openTestSite({}, () => openPglite()));
}, 120_000);
