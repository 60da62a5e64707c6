import { and, asc, desc, eq, inArray, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import type { Tables } from '#db/tables.ts';
import {
  type Candidate,
  LEAST_LIKENESS,
  LIKENESS_VERSION,
  likenessOf,
  MOST_HOLDERS,
  type Shared,
  tellingWords,
} from './likeness-rules.ts';

type Sharing = Shared & { lessonId: string };

/** Of what very many share, only the newest are looked at. */
const MOST_SHARERS = 500;
const MOST_CANDIDATES = 60;

/** The published lessons that are like this one, the likest first. */
export async function listCandidates(tx: Writer, lessonId: string): Promise<Candidate[]> {
  const likenesses = [...gather(await listShared(tx, lessonId))]
    .map(([id, shared]) => ({ id, likeness: likenessOf(shared) }))
    .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
    .sort((one, other) => other.likeness - one.likeness)
    .slice(0, MOST_CANDIDATES);
  const circles = new Map((await listPublished(tx, likenesses)).map(({ id, circle }) => [id, circle]));
  return likenesses.flatMap((one) => {
    const circle = circles.get(one.id);
    return circle ? [{ ...one, circle }] : [];
  });
}

/** Published lessons whose relatives were never worked out, or by earlier rules. */
export function listUnreckoned(read: Reader | Writer, most: number) {
  const { lessons, lessonPublications, lessonReckonings } = read.tables;
  const { id, wantedHtml, happenedHtml, whyHtml, nextTimeHtml } = lessons;
  return read
    .select({ id, wantedHtml, happenedHtml, whyHtml, nextTimeHtml })
    .from(lessonPublications)
    .innerJoin(lessons, eq(lessons.id, lessonPublications.lessonId))
    .leftJoin(lessonReckonings, eq(lessonReckonings.lessonId, lessons.id))
    .where(or(isNull(lessonReckonings.lessonId), lt(lessonReckonings.version, LIKENESS_VERSION)))
    .orderBy(asc(lessons.id))
    .limit(most);
}

/** Everything other lessons share with this one: five queries, however many there are. */
async function listShared(tx: Writer, lessonId: string): Promise<Sharing[]> {
  const { lessonTags, lessonChannels, lessonUnits } = tx.tables;
  return [
    ...(await listSharers(tx, 'tag', lessonTags, lessonTags.tag, lessonId)),
    ...(await listSharers(tx, 'channel', lessonChannels, lessonChannels.channelId, lessonId)),
    ...(await listSharers(tx, 'unit', lessonUnits, lessonUnits.unitId, lessonId)),
    ...(await listWordSharers(tx, lessonId)),
  ];
}

type Around = Tables['lessonTags'] | Tables['lessonChannels'] | Tables['lessonUnits'];
type Column = Tables['lessonTags']['tag'] | Tables['lessonChannels']['channelId'] | Tables['lessonUnits']['unitId'];

async function listSharers(
  tx: Writer,
  kind: Shared['kind'],
  around: Around,
  column: Column,
  lessonId: string,
): Promise<Sharing[]> {
  const own = tx.select({ thing: column }).from(around).where(eq(around.lessonId, lessonId));
  const rows = await tx
    .select({
      lessonId: around.lessonId,
      holders: sql<number>`count(*) over (partition by ${column})`.mapWith(Number),
    })
    .from(around)
    .where(inArray(column, own))
    .orderBy(desc(around.lessonId))
    .limit(MOST_SHARERS);
  return rows.filter((row) => row.lessonId !== lessonId).map((row) => ({ kind, ...row }));
}

async function listWordSharers(tx: Writer, lessonId: string): Promise<Sharing[]> {
  const { searchEntries } = tx.tables;
  const isLesson = eq(searchEntries.kind, 'lesson');
  const [own] = await tx
    .select({ title: searchEntries.title, body: searchEntries.body })
    .from(searchEntries)
    .where(and(isLesson, eq(searchEntries.subjectId, lessonId)));
  const words = own ? tellingWords(own.title, own.body) : [];
  if (words.length === 0) return [];
  const found = tx.wordHolders(words, MOST_HOLDERS + 1);
  const held = sql`(select number, count(*) over (partition by word) as holders from ${found} as found) as held`;
  const rows = await tx
    .select({ lessonId: searchEntries.subjectId, holders: sql<number>`held.holders`.mapWith(Number) })
    .from(held)
    .crossJoin(searchEntries)
    .where(
      and(
        sql`held.holders <= ${MOST_HOLDERS}`,
        eq(searchEntries.number, sql`held.number`),
        isLesson,
        ne(searchEntries.subjectId, lessonId),
      ),
    );
  return rows.map((row) => ({ kind: 'word', ...row }));
}

async function listPublished(tx: Writer, likenesses: readonly { id: string }[]) {
  const { lessons, lessonPublications, lessonWithdrawals } = tx.tables;
  const ids = likenesses.map(({ id }) => id);
  return tx
    .select({ id: lessons.id, circle: lessons.circle })
    .from(lessons)
    .innerJoin(lessonPublications, eq(lessonPublications.lessonId, lessons.id))
    .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, lessons.id))
    .where(and(inArray(lessons.id, ids), isNull(lessonWithdrawals.lessonId)));
}

function gather(all: readonly Sharing[]): Map<string, Shared[]> {
  const byLesson = new Map<string, Shared[]>();
  for (const { lessonId, ...shared } of all) {
    const before = byLesson.get(lessonId);
    if (before) before.push(shared);
    else byLesson.set(lessonId, [shared]);
  }
  return byLesson;
}
