import { type AnyColumn, and, eq, gte, isNotNull, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';

/**
 * Whether a column names somebody who has not agreed to every policy in force, or whose training is not valid today:
 * `standingFrom` as a condition.
 */
export function isUngated(read: Reader | Writer, personId: AnyColumn, today: string): SQL | undefined {
  const { policies, trainingModules } = read.tables;
  const wantsPolicies = sql`${read.select({ most: countAll }).from(policies).where(eq(policies.needsAgreement, true))}`;
  const wantsModules = sql`${read.select({ most: countAll }).from(trainingModules).where(eq(trainingModules.isForChannels, true))}`;
  return and(
    isNotNull(personId),
    or(
      and(sql`${wantsPolicies} > 0`, notInArray(personId, agreed(read, wantsPolicies))),
      and(sql`${wantsModules} > 0`, notInArray(personId, trained(read, wantsModules, today))),
    ),
  );
}

const countAll = sql<number>`count(*)`;

function agreed(read: Reader | Writer, wanted: SQL) {
  const { policies, policyAcknowledgements: agreements } = read.tables;
  const isInForce = and(
    eq(policies.key, agreements.policyKey),
    eq(policies.needsAgreement, true),
    gte(agreements.version, policies.version),
  );
  return read
    .select({ id: agreements.personId })
    .from(agreements)
    .innerJoin(policies, isInForce)
    .groupBy(agreements.personId)
    .having(sql`count(distinct ${agreements.policyKey}) >= ${wanted}`);
}

function trained(read: Reader | Writer, wanted: SQL, today: string) {
  const { trainingModules, trainingRecords: records } = read.tables;
  const isWanted = and(eq(trainingModules.key, records.moduleKey), eq(trainingModules.isForChannels, true));
  return read
    .select({ id: records.personId })
    .from(records)
    .innerJoin(trainingModules, isWanted)
    .where(gte(records.expiresOn, today))
    .groupBy(records.personId)
    .having(sql`count(distinct ${records.moduleKey}) >= ${wanted}`);
}
