import { test } from 'vitest';
import { openPglite } from '#tests/support/pglite.ts';
import { raceForReleasedPlaces } from '#tests/support/race.ts';
import { openTestSite } from '#tests/support/site.ts';

test('300 people hit a released block of 20 places over HTTP on PostgreSQL: order is kept, no party is split, everyone is told once', async () => {
  await raceForReleasedPlaces(await openTestSite({}, () => openPglite()));
});
