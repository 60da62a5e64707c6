import { test } from 'vitest';
import { raceForPlaces } from '#tests/support/race.ts';
import { openTestSite } from '#tests/support/site.ts';

test('200 people race over HTTP for 20 places on SQLite: 20 have one, 180 wait in one line', async () => {
  await raceForPlaces(await openTestSite());
}, 60_000);
