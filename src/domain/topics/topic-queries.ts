import { aliasedTable, and, asc, count, desc, eq, gt, inArray, isNull, ne, or } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import type { Viewer } from '../people/viewer.ts';

const MOST_REMOVED = 20;

/** One topic with its series and the meetup it was chosen for, whoever asks: for commands, which decide themselves. */
export async function findTopic(read: Reader | Writer, topicId: string) {
  const [found] = await selectTopics(read).where(eq(read.tables.topics.id, topicId));
  return found;
}

export type FoundTopic = NonNullable<Awaited<ReturnType<typeof findTopic>>>;

/** The same, if this viewer may see its series. */
export async function findTopicFor(read: Reader, { circles }: Viewer, topicId: string) {
  const found = await findTopic(read, topicId);
  return found && circles.includes(found.series.circle) ? found : undefined;
}

/** The topic that a letter's link opens. */
export async function findLinkedTopic(read: Reader | Writer, linkHash: string) {
  const { topics, topicLinks } = read.tables;
  const linked = read.select({ id: topicLinks.topicId }).from(topicLinks).where(eq(topicLinks.id, linkHash));
  const [found] = await selectTopics(read).where(inArray(topics.id, linked));
  return found;
}

function selectTopics(read: Reader | Writer) {
  const { topics, topicWithdrawals, series, meetups } = read.tables;
  return read
    .select({ topic: topics, series, withdrawal: topicWithdrawals, meetup: meetups })
    .from(topics)
    .innerJoin(series, eq(series.id, topics.seriesId))
    .leftJoin(topicWithdrawals, eq(topicWithdrawals.topicId, topics.id))
    .leftJoin(meetups, eq(meetups.id, topics.meetupId));
}

/** How many votes somebody has given to topics of a series that are still to be talked about. */
export async function countVotesSpent(read: Reader | Writer, personId: string, seriesId: string, now: Date) {
  const { topics, topicVotes, topicWithdrawals, meetups } = read.tables;
  const [spent] = await read
    .select({ votes: count() })
    .from(topicVotes)
    .innerJoin(topics, eq(topics.id, topicVotes.topicId))
    .leftJoin(topicWithdrawals, eq(topicWithdrawals.topicId, topics.id))
    .leftJoin(meetups, eq(meetups.id, topics.meetupId))
    .where(
      and(
        eq(topicVotes.personId, personId),
        eq(topics.seriesId, seriesId),
        isNull(topicWithdrawals.topicId),
        or(isNull(topics.meetupId), gt(meetups.endsAt, now)),
      ),
    );
  return spent?.votes ?? 0;
}

/** The topics of a series that are chosen for a date ahead which this viewer may see, and whether the viewer's vote is on them. */
export async function listChosenAhead(read: Reader, viewer: Viewer, seriesId: string, now: Date) {
  const { topics, topicVotes, meetups, meetupCancellations, series } = read.tables;
  const mine = aliasedTable(topicVotes, 'mine');
  const rows = await read
    .select({
      id: topics.id,
      title: topics.title,
      meetup: { slug: meetups.slug, title: meetups.title, startsLocal: meetups.startsLocal },
      myVote: mine.votedAt,
    })
    .from(topics)
    .innerJoin(series, eq(series.id, topics.seriesId))
    .innerJoin(meetups, eq(meetups.id, topics.meetupId))
    .leftJoin(meetupCancellations, eq(meetupCancellations.meetupId, meetups.id))
    .leftJoin(mine, and(eq(mine.topicId, topics.id), eq(mine.personId, viewer.person?.id ?? '')))
    .where(
      and(
        eq(topics.seriesId, seriesId),
        inArray(series.circle, [...viewer.circles]),
        inArray(meetups.circle, [...viewer.circles]),
        gt(meetups.endsAt, now),
        isNull(meetupCancellations.meetupId),
      ),
    )
    .orderBy(asc(meetups.startsAt), asc(topics.position));
  return rows.map(({ myVote, ...topic }) => ({ ...topic, isMyVote: myVote !== null }));
}

/** What hosts took off the list of a series, and why, latest first: the words are gone, the reason stays. */
export const listRemovedTopics = (read: Reader, viewer: Viewer, seriesId: string) => {
  const { topics, topicWithdrawals, series } = read.tables;
  return read
    .select({ offeredAt: topics.offeredAt, reason: topicWithdrawals.reason, withdrawnAt: topicWithdrawals.withdrawnAt })
    .from(topicWithdrawals)
    .innerJoin(topics, eq(topics.id, topicWithdrawals.topicId))
    .innerJoin(series, eq(series.id, topics.seriesId))
    .where(and(eq(series.id, seriesId), inArray(series.circle, [...viewer.circles]), ne(topicWithdrawals.reason, '')))
    .orderBy(desc(topicWithdrawals.withdrawnAt))
    .limit(MOST_REMOVED);
};
