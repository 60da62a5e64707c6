import { and, desc, eq, gt, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { isOpenTo } from '../lessons/open-lesson-queries.ts';
import { viewerIn } from '../people/viewer.ts';
import { onOneLine } from '../text/typed-text-rules.ts';
import { circlesThatSee, circlesThatSeeChannel, type News } from './news-rules.ts';

const MOST = 300;
const MOST_LETTERS = 200;

/** What was said since a moment under lessons, meetups and channels, for those who follow the conversation. */
export async function listCommentNews(read: Reader, since: Date): Promise<News[]> {
  const said = await listSaid(read, since);
  const threads = said.length > 0 ? await listThreads(read, [...new Set(said.map(({ subjectId }) => subjectId))]) : [];
  const byId = new Map(threads.map((thread) => [thread.id, thread]));
  return said.flatMap(({ id, subjectId, personId, guestEmail, hatName, words, at }): News[] => {
    const thread = byId.get(subjectId);
    if (!thread) return [];
    const { seenBy, title } = thread;
    const about = { kind: 'thread' as const, subjectId, name: title, seenBy };
    return [
      {
        ...{ kind: 'comment', subjectId: id, at, seenBy, about: [about], byIds: personId ? [personId] : [] },
        byEmail: guestEmail || undefined,
        ...{
          words: `${hatName || 'Somebody'} spoke under “${title}”`,
          detail: shorten(words),
          path: `/comments/${id}`,
        },
      },
    ];
  });
}

/** What may be read: not held, or released, and neither removed nor taken back. What was held is new when it appears. */
function listSaid(read: Reader, since: Date) {
  const { comments, commentHolds, commentReleases, commentRemovals, commentWithdrawals } = read.tables;
  const { id, subjectId, personId, guestEmail, hatName, words, saidAt } = comments;
  const { releasedAt } = commentReleases;
  return read
    .select({
      ...{ id, subjectId, personId, guestEmail, hatName, words },
      at: sql`coalesce(${releasedAt}, ${saidAt})`.mapWith(saidAt).as('appeared_at'),
    })
    .from(comments)
    .leftJoin(commentHolds, eq(commentHolds.commentId, id))
    .leftJoin(commentReleases, eq(commentReleases.commentId, id))
    .leftJoin(commentRemovals, eq(commentRemovals.commentId, id))
    .leftJoin(commentWithdrawals, eq(commentWithdrawals.commentId, id))
    .where(
      and(
        or(and(isNull(commentHolds.commentId), gt(saidAt, since)), and(isNotNull(releasedAt), gt(releasedAt, since))),
        isNull(commentRemovals.commentId),
        isNull(commentWithdrawals.commentId),
      ),
    )
    .orderBy(desc(saidAt), desc(id))
    .limit(MOST);
}

/** What they stand under, with the followers who may see that. */
async function listThreads(read: Reader, ids: readonly string[]) {
  const { lessons, lessonPublications, lessonWithdrawals, meetups, channels } = read.tables;
  const [told, dates, ways] = await Promise.all([
    read
      .select({ id: lessons.id, title: lessons.title, circle: lessons.circle })
      .from(lessonPublications)
      .innerJoin(lessons, eq(lessons.id, lessonPublications.lessonId))
      .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, lessons.id))
      .where(and(inArray(lessons.id, [...ids]), isOpenTo(read, viewerIn('staff')))),
    read
      .select({ id: meetups.id, title: meetups.title, circle: meetups.circle })
      .from(meetups)
      .where(inArray(meetups.id, [...ids])),
    read
      .select({ id: channels.id, title: channels.name, circle: channels.circle, status: channels.status })
      .from(channels)
      .where(inArray(channels.id, [...ids])),
  ]);
  return [
    ...[...told, ...dates].map(({ circle, ...thread }) => ({ ...thread, seenBy: circlesThatSee(circle) })),
    ...ways.map((channel) => ({ ...channel, seenBy: circlesThatSeeChannel(channel) })),
  ];
}

const shorten = (words: string) => {
  const letters = [...onOneLine(words)];
  return letters.length > MOST_LETTERS ? `${letters.slice(0, MOST_LETTERS).join('').trimEnd()} …` : letters.join('');
};
