import { and, desc, eq, isNotNull, ne, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { blank, keepQuery } from '#db/kept-query.ts';
import { isNamedTo } from '../people/people-rules.ts';
import type { Viewer } from '../people/viewer.ts';
import type { LessonTryOuts } from './standing-rules.ts';
import { openKeyOf } from './try-out-rules.ts';

/** A try-out by its id, by the link of a letter, or the open one of somebody. */
export type TryOutKey = { tryOutId: string } | { linkHash: string } | { lessonId: string; personId: string };

/** A try-out with its lesson, its person and its result so far; undefined when there is none. */
export async function findTryOut(read: Reader | Writer, key: TryOutKey) {
  const { tryOuts, tryOutResults, tryOutLinks, lessons, lessonWithdrawals, people, units, organisations } = read.tables;
  const linked = (hash: string) =>
    read.select({ id: tryOutLinks.tryOutId }).from(tryOutLinks).where(eq(tryOutLinks.id, hash));
  const [found] = await read
    .select({
      tryOut: tryOuts,
      lesson: {
        id: lessons.id,
        slug: lessons.slug,
        title: lessons.title,
        tryThis: lessons.tryThis,
        circle: lessons.circle,
      },
      person: { id: people.id, name: people.name, email: people.email, showsName: people.showsName },
      place: sql<string | null>`coalesce(${units.name}, ${organisations.name})`,
      result: tryOutResults.result,
      withdrawnAt: lessonWithdrawals.withdrawnAt,
    })
    .from(tryOuts)
    .innerJoin(lessons, eq(lessons.id, tryOuts.lessonId))
    .innerJoin(people, eq(people.id, tryOuts.personId))
    .leftJoin(units, eq(units.id, tryOuts.unitId))
    .leftJoin(organisations, eq(organisations.id, tryOuts.organisationId))
    .leftJoin(tryOutResults, eq(tryOutResults.tryOutId, tryOuts.id))
    .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, lessons.id))
    .where(
      'tryOutId' in key
        ? eq(tryOuts.id, key.tryOutId)
        : 'linkHash' in key
          ? eq(tryOuts.id, linked(key.linkHash))
          : eq(tryOuts.openKey, openKeyOf(key.lessonId, key.personId)),
    );
  if (!found) return undefined;
  const { withdrawnAt, ...rest } = found;
  return { ...rest, isWithdrawn: withdrawnAt !== null };
}

export type FoundTryOut = NonNullable<Awaited<ReturnType<typeof findTryOut>>>;

/** The people who wrote a lesson and can be told what became of it: all but the one who did it. */
export function listAuthorAddresses(tx: Writer, lessonId: string, exceptId: string) {
  const { lessonAuthors, people } = tx.tables;
  return tx
    .select({ name: people.name, email: people.email, circle: people.circle, id: people.id })
    .from(lessonAuthors)
    .innerJoin(people, eq(people.id, lessonAuthors.personId))
    .where(and(eq(lessonAuthors.lessonId, lessonId), isNotNull(people.email), ne(people.id, exceptId)));
}

const MOST_SHOWN = 100;

/** What became of a lesson, newest first, and whether this viewer is trying it now. Names only to those who may know them. */
export async function listTryOuts(read: Reader, viewer: Viewer, lessonId: string): Promise<LessonTryOuts> {
  const rows = await tryOutsOf(read, { lessonId, most: MOST_SHOWN });
  const own = rows.find(({ result, person }) => result === null && person.id === viewer.person?.id);
  const tried = rows.flatMap(({ result, answeredAt, difference, place, person }) => {
    if (result === null || answeredAt === null) return [];
    const name = person.name && isNamedTo(viewer, person) ? person.name : '';
    return [
      {
        result,
        answeredAt,
        difference: difference ?? '',
        place: place ?? '',
        name,
        personId: person.id,
        placeId: place,
      },
    ];
  });
  const open = rows.filter(({ result }) => result === null).length;
  return { tried, trying: open, ownAskOn: own?.askOn ?? null };
}

const tryOutsOf = keepQuery((read: Reader) => {
  const { tryOuts, tryOutResults, people, units, organisations } = read.tables;
  return read
    .select({
      askOn: tryOuts.askOn,
      result: tryOutResults.result,
      difference: tryOutResults.difference,
      answeredAt: tryOutResults.answeredAt,
      place: sql<string | null>`coalesce(${units.name}, ${organisations.name})`,
      person: { id: people.id, name: people.name, circle: people.circle, showsName: people.showsName },
    })
    .from(tryOuts)
    .innerJoin(people, eq(people.id, tryOuts.personId))
    .leftJoin(units, eq(units.id, tryOuts.unitId))
    .leftJoin(organisations, eq(organisations.id, tryOuts.organisationId))
    .leftJoin(tryOutResults, eq(tryOutResults.tryOutId, tryOuts.id))
    .where(eq(tryOuts.lessonId, blank('lessonId', tryOuts.lessonId)))
    .orderBy(desc(tryOutResults.answeredAt), desc(tryOuts.id))
    .limit(sql.placeholder('most'));
});
