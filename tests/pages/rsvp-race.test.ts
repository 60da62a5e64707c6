import { test } from 'vitest';
import { raceForReleasedPlaces } from '#tests/support/race.ts';
import { openTestSite } from '#tests/support/site.ts';

test('300 people hit a released block of 20 places over HTTP on SQLite: order is kept, no party is split, everyone is told once', async () => {
  await raceForReleasedPlaces(await openTestSite());
});
