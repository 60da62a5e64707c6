import { inject, test } from 'vitest';
import { makeDatabase } from '#tests/support/postgres-server.ts';
import { raceForReleasedPlaces } from '#tests/support/race.ts';
import { openTestSite } from '#tests/support/site.ts';

test('300 people hit a released block of 20 places over HTTP on PostgreSQL: order is kept, no party is split, everyone is told once', async () => {
  const url = await makeDatabase(inject('postgresUrl'), 'race');
  await raceForReleasedPlaces(await openTestSite({ DATABASE_URL: url }));
});
