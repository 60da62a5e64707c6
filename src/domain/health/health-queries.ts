import { aliasedTable, and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { isLive, mayBeSeen } from '../channels/channel-filter-queries.ts';
import { isRegisterKeeper } from '../channels/channel-rules.ts';
import { listUnits } from '../people/people-queries.ts';
import type { Viewer } from '../people/viewer.ts';
import { findUnit, leadsUnit } from '../units/unit-queries.ts';
import { withUnitsBelow } from '../units/unit-rules.ts';
import { FINDING_KEYS, FINDINGS, type FindingKey } from './finding-queries.ts';
import { type FindingWords, TELL } from './finding-rules.ts';

export const LINES_PER_PAGE = 50;

/** Whose channels somebody looks at: only `findHealthScope` and `findUnitScope` make one. */
export interface HealthScope {
  viewer: Viewer;
  /** Undefined for the whole register. */
  unitIds: readonly string[] | undefined;
}

/** The whole register, for its keepers; undefined for everybody else. */
export const findHealthScope = (viewer: Viewer): HealthScope | undefined =>
  isRegisterKeeper(viewer) ? { viewer, unitIds: undefined } : undefined;

/** A unit and those under it, for keepers and for whoever leads it or one above it; undefined for everybody else. */
export async function findUnitScope(read: Reader, viewer: Viewer, slug: string) {
  const unit = await findUnit(read, viewer, slug);
  if (!unit || !viewer.person) return undefined;
  if (!isRegisterKeeper(viewer) && !(await leadsUnit(read, viewer.person.id, unit.id))) return undefined;
  return { unit, viewer, unitIds: withUnitsBelow(await listUnits(read), unit.id) };
}

/** How many channels each finding is about, in one query, and how many there are in all. */
export async function countFindings(read: Reader, scope: HealthScope, today: string) {
  const { channels } = read.tables;
  const sums = FINDING_KEYS.map((key) => {
    const condition = FINDINGS[key].isFound(read, today);
    return [key, sql<number>`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`.mapWith(Number)] as const;
  });
  const columns = Object.fromEntries(sums) as Record<FindingKey, SQL<number>>;
  const [row] = await read
    .select({ all: sql<number>`count(*)`.mapWith(Number), ...columns })
    .from(channels)
    .where(isLookedAt(read, scope));
  return row as Record<FindingKey | 'all', number>;
}

/** The channels that one finding is about, fifty to a page, those of one owner or one audience together. One query. */
export function listFinding(read: Reader, scope: HealthScope, key: FindingKey, today: string, page: number) {
  const { channels, platforms, units, people, linkChecks } = read.tables;
  const deputy = aliasedTable(people, 'deputy');
  const first = { 'too-many': [asc(people.name)], 'same-audience': [asc(channels.audience)] }[key as string] ?? [];
  return read
    .select({
      slug: channels.slug,
      name: channels.name,
      audience: channels.audience,
      reviewDueOn: channels.reviewDueOn,
      platform: platforms.label,
      unit: units.name,
      unitSlug: units.slug,
      linkDetail: linkChecks.detail,
      owner: sql<string | null>`${people.name}`.as('owner_name'),
      deputy: sql<string | null>`${deputy.name}`.as('deputy_name'),
    })
    .from(channels)
    .innerJoin(platforms, eq(platforms.key, channels.platformKey))
    .innerJoin(units, eq(units.id, channels.unitId))
    .leftJoin(people, eq(people.id, channels.ownerId))
    .leftJoin(deputy, eq(deputy.id, channels.deputyId))
    .leftJoin(linkChecks, eq(linkChecks.channelId, channels.id))
    .where(and(isLookedAt(read, scope), FINDINGS[key].isFound(read, today)))
    .orderBy(...first, asc(channels.name), asc(channels.id))
    .limit(LINES_PER_PAGE)
    .offset((page - 1) * LINES_PER_PAGE);
}

export type FindingLine = Awaited<ReturnType<typeof listFinding>>[number];

const isLookedAt = (read: Reader, { viewer, unitIds }: HealthScope) =>
  and(
    mayBeSeen(read.tables.channels, viewer),
    isLive(read),
    unitIds && inArray(read.tables.channels.unitId, [...unitIds]),
  );

/** What a page of health shows: the number of every finding, and one page of the list that was asked for, if there is one of that name. */
export async function findHealth(
  read: Reader,
  scope: HealthScope,
  asked: { finding: string | null; page: number },
  today: string,
) {
  const key = FINDING_KEYS.find((one) => one === asked.finding);
  const [counts, lines] = await Promise.all([
    countFindings(read, scope, today),
    key ? listFinding(read, scope, key, today, asked.page) : [],
  ]);
  const mayMend = isRegisterKeeper(scope.viewer);
  const findings = FINDING_KEYS.map((one) => ({ key: one, ...wordsOf(one, mayMend), count: counts[one] }));
  return { all: counts.all, findings, chosen: findings.find((finding) => finding.key === key), lines };
}

function wordsOf(key: FindingKey, mayMend: boolean): Omit<FindingWords, 'key'> {
  const { name, sentence, mend } = FINDINGS[key];
  return { name, sentence, mend: mayMend ? mend : TELL };
}
