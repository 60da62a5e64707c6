import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { localDay } from '#domain/time/date-words.ts';
import { answerTryOut } from '#domain/try-outs/answer-commands.ts';
import type { Result } from '#domain/try-outs/standing-rules.ts';
import { planTryOut } from '#domain/try-outs/try-out-commands.ts';
import { usualDay } from '#domain/try-outs/try-out-rules.ts';
import { daysAfter, daysBefore } from './demo-calendar.ts';
import { type DemoPerson, type DemoRoom, editorOf, expectKind } from './demo-room.ts';

/** What somebody found different where they are; what went badly is said as plainly as what went well. */
const DIFFERENCES: Record<Result, readonly string[]> = {
  worked: [
    'We did it on paper, since half of ours do not read mail.',
    'It took two of us, not one.',
    '',
    'We asked on a market day, and had twice the answers.',
    'Ours is shorter: four lines are enough.',
  ],
  partly: [
    'It worked with the young ones and not with their parents.',
    'Good for a month; then nobody had time for it.',
    '',
  ],
  'did-not': ['Nobody passes our notice board any more.', 'Our people want to be rung, not written to.'],
};

/** In a hundred lessons that were published at least two months ago, how many somebody else has tried. */
const TRIED_IN_HUNDRED = 55;

/** Who tried what others had learned, how it went, and who is trying something now. */
export async function seedTryOuts(room: DemoRoom) {
  const { chance, now } = room;
  for (const lesson of await listOlderLessons(room)) {
    if (!chance.inHundred(TRIED_IN_HUNDRED)) continue;
    const triers = chance.some([...room.people.values()].filter(isColleague), chance.between(1, 6));
    for (const [at, trier] of triers.entries()) await seedTryOut(room, lesson, trier, at);
  }

  function listOlderLessons({ tx }: DemoRoom) {
    const { lessons, lessonPublications, lessonWithdrawals } = tx.tables;
    return tx
      .select({ id: lessons.id, publishedAt: lessonPublications.publishedAt })
      .from(lessons)
      .innerJoin(lessonPublications, eq(lessonPublications.lessonId, lessons.id))
      .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, lessons.id))
      .where(
        and(
          isNull(lessonWithdrawals.lessonId),
          inArray(lessons.worked, ['yes', 'partly']),
          eq(lessons.circle, 'public'),
        ),
      )
      .orderBy(asc(lessons.slug));
  }

  async function seedTryOut(
    { tx, settings, stationery }: DemoRoom,
    lesson: { id: string; publishedAt: Date },
    person: DemoPerson,
    turn: number,
  ) {
    const isOpen = turn === 5;
    const zone = settings.timeZone;
    const saidAt = isOpen ? daysBefore(now, 9) : daysAfter(lesson.publishedAt, chance.between(3, 240));
    const answeredAt = daysAfter(saidAt, chance.between(28, 90));
    if (saidAt >= now || (!isOpen && answeredAt >= now)) return;
    const askOn = usualDay(localDay(saidAt, zone));
    const trier = { ...editorOf(person), person: { ...person, unitId: null }, isKeeper: false, isModerator: false };
    const wish = { id: chance.newId(), jobId: chance.newId(), lessonId: lesson.id, askOn, zone };
    expectKind('planned', await planTryOut(tx, trier, wish, saidAt));
    if (isOpen) return;
    const result: Result = chance.inHundred(65) ? 'worked' : chance.inHundred(65) ? 'partly' : 'did-not';
    const said = {
      result,
      difference: DIFFERENCES[result][turn % DIFFERENCES[result].length] ?? '',
      today: localDay(answeredAt, zone),
      zone,
    };
    const key = { lessonId: lesson.id, personId: person.id };
    expectKind('answered', await answerTryOut(tx, key, said, stationery, answeredAt));
  }
}

const isColleague = ({ circle }: DemoPerson) => circle !== 'public';
