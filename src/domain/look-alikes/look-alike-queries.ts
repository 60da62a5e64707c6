import { aliasedTable, and, asc, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';

const MOST_LISTED = 200;

/** What waits for the keepers first, then what is settled, newest first. For keepers. */
export async function listLookAlikes(read: Reader) {
  const { lookAlikes } = read.tables;
  const [open, ended] = await Promise.all([
    select(read).where(isNull(lookAlikes.endedAt)).orderBy(asc(lookAlikes.reportedAt)).limit(MOST_LISTED),
    select(read).where(isNotNull(lookAlikes.endedAt)).orderBy(desc(lookAlikes.endedAt)).limit(50),
  ]);
  return { open, ended };
}

/** One report with everything done about it. For keepers. */
export async function findLookAlike(read: Reader, id: string) {
  const { lookAlikes, lookAlikeSteps: steps, people } = read.tables;
  const [found] = await select(read).where(eq(lookAlikes.id, id));
  if (!found) return undefined;
  const done = await read
    .select({ kind: steps.kind, words: steps.words, at: steps.at, by: people.name })
    .from(steps)
    .leftJoin(people, eq(people.id, steps.byId))
    .where(eq(steps.lookAlikeId, id))
    .orderBy(asc(steps.at), asc(steps.id));
  return { ...found, steps: done };
}

/** Since when keepers warn of a link by one of its keys; undefined when they do not. */
export async function findWarning(read: Reader, linkKeys: readonly string[]): Promise<Date | undefined> {
  if (linkKeys.length === 0) return undefined;
  const { lookAlikes } = read.tables;
  const [warned] = await read
    .select({ at: lookAlikes.confirmedAt })
    .from(lookAlikes)
    .where(and(inArray(lookAlikes.linkKey, [...linkKeys]), isNotNull(lookAlikes.confirmedAt)))
    .orderBy(desc(lookAlikes.confirmedAt))
    .limit(1);
  return warned?.at ?? undefined;
}

function select(read: Reader) {
  const { lookAlikes, channels, people } = read.tables;
  const reporter = aliasedTable(people, 'reporter');
  return read
    .select({
      lookAlike: lookAlikes,
      imitates: { slug: channels.slug, name: channels.name },
      reporter: { name: reporter.name },
    })
    .from(lookAlikes)
    .leftJoin(channels, eq(channels.id, lookAlikes.imitatesId))
    .leftJoin(reporter, eq(reporter.id, lookAlikes.reportedById))
    .$dynamic();
}
