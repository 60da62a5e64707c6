import type { Reader } from '#db/database.ts';
import { countByUnit } from '../channels/channel-count-queries.ts';
import { WHOLE_SITE } from '../jobs/job-rules.ts';
import { listFigures } from './figure-queries.ts';
import { yearBefore } from './figure-rules.ts';
import type { HealthScope } from './health-queries.ts';

/** What the pictures of a page of health are drawn from: each unit by how its channels stand, and a year of nights. */
export async function findHealthPictures(read: Reader, scope: HealthScope & { unit?: { id: string } }, today: string) {
  const since = yearBefore(today);
  const [counts, nights] = await Promise.all([
    countByUnit(read, scope.viewer, today),
    listFigures(read, scope.unit?.id ?? WHOLE_SITE, since),
  ]);
  const units = counts.filter(({ id }) => !scope.unitIds || scope.unitIds.includes(id));
  return { units, nights, since };
}
