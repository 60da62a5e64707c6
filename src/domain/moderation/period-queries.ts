import { and, asc, desc, eq, gt, lte } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { blank, keepQuery } from '#db/kept-query.ts';

const MOST_LISTED = 50;

/** The pre-election period that runs at a moment; of several the one that ends last. */
export async function findRunningPeriod(read: Reader | Writer, now: Date) {
  const [running] = await runningPeriod(read, { now });
  return running;
}

const runningPeriod = keepQuery((read: Reader | Writer) => {
  const { electionPeriods } = read.tables;
  const { startsAt, endsAt } = electionPeriods;
  return read
    .select()
    .from(electionPeriods)
    .where(and(gt(endsAt, blank('now', endsAt)), lte(startsAt, blank('now', startsAt))))
    .orderBy(desc(endsAt))
    .limit(1);
});

/** The periods that run or are ahead, the next first. */
export const listComingPeriods = (read: Reader | Writer, now: Date) => {
  const { electionPeriods } = read.tables;
  return read
    .select()
    .from(electionPeriods)
    .where(gt(electionPeriods.endsAt, now))
    .orderBy(asc(electionPeriods.startsAt), asc(electionPeriods.id))
    .limit(MOST_LISTED);
};

/** Every period, the last one first. For admins. */
export const listPeriods = (read: Reader) => {
  const { electionPeriods } = read.tables;
  return read
    .select()
    .from(electionPeriods)
    .orderBy(desc(electionPeriods.startsAt), desc(electionPeriods.id))
    .limit(MOST_LISTED);
};

export async function findPeriod(read: Reader | Writer, id: string) {
  const { electionPeriods } = read.tables;
  const [period] = await read.select().from(electionPeriods).where(eq(electionPeriods.id, id));
  return period;
}
