import { and, eq, isNotNull } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { expiryOf } from './training-rules.ts';

interface Entered {
  id: string;
  personId: string;
  /** Null when they did it themselves. */
  enteredById: string | null;
}

/** Notes that somebody agreed to a policy as it is in force. A second time changes nothing. */
export async function acknowledgePolicy(
  tx: Writer,
  wish: Entered & { policyKey: string; version: number; statement: string; how: 'web' | 'paper' },
  agreedAt: Date,
) {
  const { policies, policyAcknowledgements } = tx.tables;
  const [policy] = await tx.select().from(policies).where(eq(policies.key, wish.policyKey));
  if (!policy) return { kind: 'no-such-policy' as const };
  if (policy.version !== wish.version) return { kind: 'changed-since' as const };
  await tx
    .insert(policyAcknowledgements)
    .values({ ...wish, agreedAt })
    .onConflictDoNothing();
  return { kind: 'agreed' as const };
}

export interface RecordWish extends Entered {
  moduleKey: string;
  how: 'on-line' | 'in-person' | 'meetup';
  score: number | null;
  /** `YYYY-MM-DD`. */
  passedOn: string;
  note: string;
  meetupId: string | null;
}

/** Writes down that somebody has passed a module; it is valid for as many months as the module says. */
export async function recordTraining(tx: Writer, wish: RecordWish) {
  const { trainingModules, trainingRecords } = tx.tables;
  const [module] = await tx.select().from(trainingModules).where(eq(trainingModules.key, wish.moduleKey));
  if (!module) return { kind: 'no-such-module' as const };
  const expiresOn = expiryOf(module, wish.passedOn);
  await tx
    .insert(trainingRecords)
    .values({ ...wish, version: module.version, expiresOn })
    .onConflictDoNothing();
  return { kind: 'recorded' as const, expiresOn };
}

/** Says which modules a meetup gives to whoever comes. */
export async function giveModules(tx: Writer, meetupId: string, keys: readonly string[], givenById: string) {
  const { meetupModules } = tx.tables;
  await tx.delete(meetupModules).where(eq(meetupModules.meetupId, meetupId));
  if (keys.length > 0)
    await tx.insert(meetupModules).values(keys.map((moduleKey) => ({ meetupId, moduleKey, givenById })));
}

/** Everybody who was marked at the door of a meetup that gives modules, and is known, has passed them. Doing it again adds nobody twice. */
export async function recordAttendance(
  tx: Writer,
  { meetupId, enteredById, passedOn }: { meetupId: string; enteredById: string; passedOn: string },
  newId: () => string,
) {
  const { meetupModules, trainingModules, trainingRecords, arrivals } = tx.tables;
  const { key, version, validMonths } = trainingModules;
  const modules = await tx
    .select({ key, version, validMonths })
    .from(meetupModules)
    .innerJoin(trainingModules, eq(key, meetupModules.moduleKey))
    .where(eq(meetupModules.meetupId, meetupId));
  if (modules.length === 0) return;
  const came = await tx
    .selectDistinct({ personId: arrivals.personId })
    .from(arrivals)
    .where(and(eq(arrivals.meetupId, meetupId), isNotNull(arrivals.personId)));
  const records = modules.flatMap((module) => came.map(({ personId }) => attended(module, personId ?? '')));
  if (records.length > 0) await tx.insert(trainingRecords).values(records).onConflictDoNothing();

  function attended({ key: moduleKey, version, validMonths }: (typeof modules)[number], personId: string) {
    const session = { moduleKey, version, meetupId, enteredById, passedOn };
    const expiresOn = expiryOf({ validMonths }, passedOn);
    return { ...session, id: newId(), personId, expiresOn, how: 'meetup' as const, score: null };
  }
}
