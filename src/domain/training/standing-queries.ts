import { and, desc, eq, max } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { keepQuery } from '#db/kept-query.ts';
import { type GateStanding, standingFrom } from './training-rules.ts';

/**
 * How people stand before the gate: whether they agreed to the policies in force, and whether what owners and deputies
 * have to learn is valid today. In the order of `personIds`, somebody unknown as standing before it.
 *
 * @param today `YYYY-MM-DD` where the site is.
 */
export async function listStandings(
  read: Reader | Writer,
  personIds: readonly string[],
  today: string,
): Promise<GateStanding[]> {
  const ids = [...new Set(personIds)];
  if (ids.length === 0) return [];
  const [wantedPolicies, wantedModules, agreed, trained] = await Promise.all([
    policiesInForce(read, {}),
    modulesForChannels(read, {}),
    agreementsOf(read, { ids }),
    recordsOf(read, { ids }),
  ]);
  const wanted = { policies: wantedPolicies, modules: wantedModules };
  return ids.map((id) => {
    const theirs = <Row extends { personId: string }>(rows: readonly Row[]) =>
      rows.filter((row) => row.personId === id);
    const facts = {
      agreed: new Map(theirs(agreed).map(({ key, version }) => [key, version ?? 0])),
      trained: new Map(theirs(trained).map(({ key, until }) => [key, until ?? ''])),
    };
    return standingFrom(id, facts, wanted, today);
  });
}

const policiesInForce = keepQuery((read: Reader | Writer) => {
  const { policies } = read.tables;
  return read
    .select({ key: policies.key, version: policies.version })
    .from(policies)
    .where(eq(policies.needsAgreement, true));
});

const modulesForChannels = keepQuery((read: Reader | Writer) => {
  const { trainingModules } = read.tables;
  return read.select({ key: trainingModules.key }).from(trainingModules).where(eq(trainingModules.isForChannels, true));
});

const agreementsOf = keepQuery((read: Reader | Writer) => {
  const { personId, policyKey, version } = read.tables.policyAcknowledgements;
  return read
    .select({ personId, key: policyKey, version: max(version) })
    .from(read.tables.policyAcknowledgements)
    .where(read.isAmong(personId, 'ids'))
    .groupBy(personId, policyKey);
});

const recordsOf = keepQuery((read: Reader | Writer) => {
  const { personId, moduleKey, expiresOn } = read.tables.trainingRecords;
  return read
    .select({ personId, key: moduleKey, until: max(expiresOn) })
    .from(read.tables.trainingRecords)
    .where(read.isAmong(personId, 'ids'))
    .groupBy(personId, moduleKey);
});

/** What somebody has passed, newest first, with the names modules have today and who wrote it down. */
export function listRecords(read: Reader, ofPersonId: string) {
  const { trainingRecords, trainingModules, people } = read.tables;
  const { moduleKey, how, passedOn, expiresOn, note } = trainingRecords;
  return read
    .select({ moduleKey, title: trainingModules.title, how, passedOn, expiresOn, note, enteredBy: people.name })
    .from(trainingRecords)
    .innerJoin(trainingModules, eq(trainingModules.key, moduleKey))
    .leftJoin(people, eq(people.id, trainingRecords.enteredById))
    .where(eq(trainingRecords.personId, ofPersonId))
    .orderBy(desc(passedOn), desc(trainingRecords.id))
    .limit(50);
}

/** The newest version of a policy that somebody agreed to, and when; undefined when they never did. */
export async function findAcknowledgement(read: Reader, personId: string, policyKey: string) {
  const { policyAcknowledgements: agreements } = read.tables;
  const [newest] = await read
    .select({ version: agreements.version, agreedAt: agreements.agreedAt })
    .from(agreements)
    .where(and(eq(agreements.personId, personId), eq(agreements.policyKey, policyKey)))
    .orderBy(desc(agreements.version))
    .limit(1);
  return newest;
}
