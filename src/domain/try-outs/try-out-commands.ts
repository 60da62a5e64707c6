import { and, eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { dropJob, planJob } from '../jobs/job-commands.ts';
import { isOpenTo } from '../lessons/open-lesson-queries.ts';
import type { Member } from '../people/viewer.ts';
import { morningOf } from '../time/morning-rules.ts';
import { ASK, openKeyOf } from './try-out-rules.ts';

export interface TryOutWish {
  id: string;
  jobId: string;
  lessonId: string;
  /** `YYYY-MM-DD`: when we ask how it went. */
  askOn: string;
  /** The IANA zone in which that day begins. */
  zone: string;
}

/** Notes that somebody will try a lesson, or on which other day they want to be asked. Twice at once is one try-out. */
export async function planTryOut(tx: Writer, trier: Member, wish: TryOutWish, now: Date) {
  if (!(await isOpenLesson(tx, trier, wish.lessonId))) return { kind: 'no-such-lesson' as const };
  const { tryOuts } = tx.tables;
  const { id: personId } = trier.person;
  const [tryOut] = await tx
    .insert(tryOuts)
    .values({
      ...{ id: wish.id, lessonId: wish.lessonId, personId, ...(await findPlace(tx, personId)) },
      ...{ saidAt: now, askOn: wish.askOn, asked: 0, openKey: openKeyOf(wish.lessonId, personId) },
    })
    .onConflictDoUpdate({ target: tryOuts.openKey, set: { askOn: wish.askOn, asked: 0 } })
    .returning({ id: tryOuts.id });
  if (!tryOut) throw new Error('A try-out that was written is not there.');
  await planJob(tx, { id: wish.jobId, kind: ASK, subjectId: tryOut.id, dueAt: morningOf(wish.askOn, wish.zone) });
  return { kind: 'planned' as const };
}

/** Takes back that somebody will try a lesson. */
export async function giveUpTryOut(tx: Writer, personId: string, lessonId: string) {
  const { tryOuts } = tx.tables;
  const given = await tx
    .delete(tryOuts)
    .where(eq(tryOuts.openKey, openKeyOf(lessonId, personId)))
    .returning({ id: tryOuts.id });
  for (const { id } of given) await dropJob(tx, ASK, id);
  return { kind: 'given-up' as const };
}

async function isOpenLesson(tx: Writer, trier: Member, lessonId: string): Promise<boolean> {
  const { lessons, lessonPublications, lessonWithdrawals } = tx.tables;
  const found = await tx
    .select({ id: lessons.id })
    .from(lessonPublications)
    .innerJoin(lessons, eq(lessons.id, lessonPublications.lessonId))
    .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, lessons.id))
    .where(and(eq(lessons.id, lessonId), isOpenTo(tx, trier)));
  return found.length > 0;
}

async function findPlace(tx: Writer, personId: string) {
  const { people } = tx.tables;
  const [place] = await tx
    .select({ unitId: people.unitId, organisationId: people.organisationId })
    .from(people)
    .where(eq(people.id, personId));
  return place;
}
