import { eq, notInArray } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { planJob } from '../jobs/job-commands.ts';
import { isForChannels, type Rulebook } from './rulebook-rules.ts';

/** The kind of job that asks people to read a policy again. */
export const REREAD = 'ask-to-reread';

/**
 * Writes down which policies and modules are in force, as the files say. A policy with a new version that people have to
 * agree to makes a job that asks them.
 */
export async function installRulebook(tx: Writer, { policies, modules }: Rulebook, newId: () => string, now: Date) {
  const { tables } = tx;
  for (const policy of policies) {
    const [before] = await tx.select().from(tables.policies).where(eq(tables.policies.key, policy.key));
    await tx.insert(tables.policies).values(policy).onConflictDoUpdate({ target: tables.policies.key, set: policy });
    if (before && before.version < policy.version && policy.needsAgreement)
      await planJob(tx, { id: newId(), kind: REREAD, subjectId: policy.key, dueAt: now });
  }
  for (const module of modules) {
    const { key, title, version, validMonths, requiredFor } = module;
    const row = {
      key,
      title,
      version,
      validMonths,
      requiredFor: [...requiredFor],
      isForChannels: isForChannels(module),
    };
    await tx
      .insert(tables.trainingModules)
      .values(row)
      .onConflictDoUpdate({ target: tables.trainingModules.key, set: row });
  }
  // What is no longer taught is no longer asked for; who passed it has.
  await tx
    .update(tables.trainingModules)
    .set({ requiredFor: [], isForChannels: false })
    .where(
      notInArray(
        tables.trainingModules.key,
        modules.map(({ key }) => key),
      ),
    );
}
