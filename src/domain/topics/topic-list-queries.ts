import { and, asc, count, eq, gt, inArray, isNull, lte, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { showPerson } from '../meetups/meetup-people-rules.ts';
import { personOf } from '../meetups/meetup-queries.ts';
import type { Viewer } from '../people/viewer.ts';
import type { OpenTopic, TopicToChoose } from './topic-facts.ts';
import { byTurn, isComms, type Origin, strengthOf } from './topic-rules.ts';

/** More than anybody reads; whoever floods a list does not slow it down. */
const MOST_OPEN = 200;

/** The open topics of a series in the order of its list, each with its strength and whether the viewer's vote is on it. */
export async function listOpenTopics(read: Reader, viewer: Viewer, seriesId: string, now: Date): Promise<OpenTopic[]> {
  const topics = await listTopicsToChoose(read, viewer, seriesId, now);
  return topics.map(({ origin: _, ...topic }) => topic);
}

/** The same with the unit or partner that each comes from: for hosts. */
export async function listTopicsToChoose(
  read: Reader,
  viewer: Viewer,
  seriesId: string,
  now: Date,
): Promise<TopicToChoose[]> {
  const rows = await selectOpen(read, viewer, seriesId, now);
  return rows.map((row) => toOpen(row, viewer)).sort(byTurn);
}

/** A topic that anybody in its circle may vote for and a host may choose: offered, confirmed, and neither chosen nor withdrawn. */
export const isOpen = ({ tables: { topics, topicWithdrawals } }: Reader | Writer) =>
  and(isNull(topics.meetupId), isNull(topics.heldUntil), isNull(topicWithdrawals.topicId));

function selectOpen(read: Reader, viewer: Viewer, seriesId: string, now: Date) {
  const { topics, topicWithdrawals, series, people, units, organisations } = read.tables;
  return read
    .select({
      topic: topics,
      ...countsOf(read, viewer, now),
      offerer: personOf(read),
      unit: { id: units.id, name: units.name, aliases: units.aliases },
      organisation: { id: organisations.id, name: organisations.name },
    })
    .from(topics)
    .innerJoin(series, eq(series.id, topics.seriesId))
    .leftJoin(topicWithdrawals, eq(topicWithdrawals.topicId, topics.id))
    .leftJoin(people, eq(people.id, topics.offeredById))
    .leftJoin(units, eq(units.id, people.unitId))
    .leftJoin(organisations, eq(organisations.id, people.organisationId))
    .where(and(eq(series.id, seriesId), inArray(series.circle, [...viewer.circles]), isOpen(read)))
    .orderBy(asc(topics.offeredAt), asc(topics.id))
    .limit(MOST_OPEN);
}

/** Votes, whether one is the viewer's, and how many dates went by since it was offered. */
function countsOf(read: Reader, { person }: Viewer, now: Date) {
  const { topics, topicVotes, meetups, meetupCancellations } = read.tables;
  const ofTopic = eq(topicVotes.topicId, topics.id);
  const votes = read.select({ number: count() }).from(topicVotes).where(ofTopic);
  const mine = read
    .select({ number: count() })
    .from(topicVotes)
    .where(and(ofTopic, eq(topicVotes.personId, person?.id ?? '')));
  const wentBy = and(
    gt(meetups.endsAt, topics.offeredAt),
    lte(meetups.endsAt, now),
    isNull(meetupCancellations.meetupId),
  );
  const passedOver = read
    .select({ number: count() })
    .from(meetups)
    .leftJoin(meetupCancellations, eq(meetupCancellations.meetupId, meetups.id))
    .where(and(eq(meetups.seriesId, topics.seriesId), wentBy));
  return {
    votes: sql<number>`(${votes})`.mapWith(Number),
    mine: sql<number>`(${mine})`.mapWith(Number),
    passedOver: sql<number>`(${passedOver})`.mapWith(Number),
  };
}

type FoundTopic = Awaited<ReturnType<typeof selectOpen>>[number];

/** How many votes there are stays here: a page says a strength. */
function toOpen({ topic, votes, mine, passedOver, ...row }: FoundTopic, viewer: Viewer): TopicToChoose {
  const { id, title, question, kind, isFromNewcomer, offeredAt } = topic;
  return {
    ...{ id, title, question, kind, isFromNewcomer, passedOver },
    offeredAt: offeredAt ?? new Date(0),
    strength: strengthOf(votes),
    isMyVote: mine > 0,
    isMine: viewer.person !== null && viewer.person.id === topic.offeredById,
    offeredBy: showOfferer(viewer, row.offerer, topic.offeredByName),
    origin: originOf(row),
  };
}

/** A name that was only typed is for staff, who may have to ring. */
function showOfferer(viewer: Viewer, offerer: FoundTopic['offerer'], typedName: string) {
  if (offerer) return showPerson(viewer, offerer);
  const isTold = viewer.circle === 'staff' && typedName !== '';
  return isTold ? { id: null, name: typedName, role: '' } : { id: null, name: null, role: 'a resident' };
}

/** Where somebody comes from, for seeing that three topics come from three places. */
export function originOf({ unit, organisation }: Pick<FoundTopic, 'unit' | 'organisation'>): Origin | null {
  if (unit) return { id: unit.id, name: unit.name, isComms: isComms(unit) };
  return organisation && { ...organisation, isComms: false };
}
