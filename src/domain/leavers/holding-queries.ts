import { aliasedTable, and, asc, eq, gt, isNull, ne, notInArray, or } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { OVER_STATUSES } from '../channels/channel-rules.ts';
import { type HandOverRole, MOST_AT_ONCE } from '../handovers/hand-over-rules.ts';
import { risksOf } from './risk-rules.ts';

/** The channels somebody answers for, the riskiest first: those that would leave with them. */
export async function listHoldings(read: Reader | Writer, personId: string) {
  const { channels, platforms, units, people } = read.tables;
  const owner = aliasedTable(people, 'owner');
  const deputy = aliasedTable(people, 'deputy');
  const { id, slug, name, ownerId, accountKind, recoveryIsShared, signInKeptIn } = channels;
  const rows = await read
    .select({
      ...{ id, slug, name, ownerId, accountKind, recoveryIsShared, signInKeptIn },
      platform: platforms.label,
      platformKind: platforms.kind,
      unit: { id: units.id, name: units.name },
      owner: { id: owner.id, leftAt: owner.leftAt },
      deputy: { id: deputy.id, leftAt: deputy.leftAt },
    })
    .from(channels)
    .innerJoin(platforms, eq(platforms.key, channels.platformKey))
    .innerJoin(units, eq(units.id, channels.unitId))
    .leftJoin(owner, eq(owner.id, ownerId))
    .leftJoin(deputy, eq(deputy.id, channels.deputyId))
    .where(
      and(or(eq(ownerId, personId), eq(channels.deputyId, personId)), notInArray(channels.status, [...OVER_STATUSES])),
    )
    .orderBy(asc(units.name), asc(name), asc(id))
    .limit(MOST_AT_ONCE);
  const holdings = rows.map((row) => {
    const role: HandOverRole = row.ownerId === personId ? 'owner' : 'deputy';
    const other = role === 'owner' ? row.deputy : row.owner;
    const isSole = !other?.id || other.leftAt !== null;
    return { ...row, key: `${row.id} ${role}`, role, isSole, risks: risksOf({ ...row, isSole }) };
  });
  return holdings.sort((one, other) => other.risks.length - one.risks.length);
}

export type Holding = Awaited<ReturnType<typeof listHoldings>>[number];

/** Other channels somebody can get into, without answering for them. */
export const listOtherAccess = (read: Reader, personId: string) => {
  const { channels, channelAccess } = read.tables;
  return read
    .select({ slug: channels.slug, name: channels.name, level: channelAccess.level })
    .from(channelAccess)
    .innerJoin(channels, eq(channels.id, channelAccess.channelId))
    .where(
      and(
        eq(channelAccess.personId, personId),
        isNull(channelAccess.until),
        or(isNull(channels.ownerId), ne(channels.ownerId, personId)),
        or(isNull(channels.deputyId), ne(channels.deputyId, personId)),
      ),
    )
    .orderBy(asc(channels.name))
    .limit(MOST_AT_ONCE);
};

/** The series somebody hosts after a day, each with whether anybody else does. */
export async function listHostedSeries(read: Reader | Writer, personId: string, day: string) {
  const { series, seriesHosts, seriesRests, people } = read.tables;
  const rows = await read
    .select({
      ...{ id: series.id, slug: series.slug, name: series.name },
      ...{ hostId: seriesHosts.personId, untilOn: seriesHosts.untilOn, leftAt: people.leftAt },
    })
    .from(series)
    .innerJoin(seriesHosts, eq(seriesHosts.seriesId, series.id))
    .innerJoin(people, eq(people.id, seriesHosts.personId))
    .leftJoin(seriesRests, eq(seriesRests.seriesId, series.id))
    .where(isNull(seriesRests.seriesId))
    .orderBy(asc(series.name), asc(series.id));
  const hosting = rows.filter(({ untilOn, leftAt }) => leftAt === null && (untilOn === null || untilOn > day));
  return hosting
    .filter(({ hostId }) => hostId === personId)
    .map(({ id, slug, name, untilOn }) => ({
      ...{ id, slug, name, untilOn },
      isSole: !hosting.some((one) => one.id === id && one.hostId !== personId),
    }));
}

/** The meetups ahead that somebody hosts. */
export const listHostedMeetups = (read: Reader | Writer, personId: string, now: Date) => {
  const { meetups, meetupCancellations } = read.tables;
  const { id, slug, title, startsLocal, hostId, secondHostId } = meetups;
  return read
    .select({ id, slug, title, startsLocal, hostId, secondHostId })
    .from(meetups)
    .leftJoin(meetupCancellations, eq(meetupCancellations.meetupId, id))
    .where(
      and(
        or(eq(hostId, personId), eq(secondHostId, personId)),
        gt(meetups.startsAt, now),
        isNull(meetupCancellations.meetupId),
      ),
    )
    .orderBy(asc(meetups.startsAt))
    .limit(MOST_AT_ONCE);
};

/** The topics somebody offered or leads that are still to be talked about. */
export const listTopicsAhead = (read: Reader, personId: string, now: Date) => {
  const { topics, topicWithdrawals, meetups, series } = read.tables;
  return read
    .select({ id: topics.id, title: topics.title, seriesSlug: series.slug, seriesName: series.name })
    .from(topics)
    .innerJoin(series, eq(series.id, topics.seriesId))
    .leftJoin(topicWithdrawals, eq(topicWithdrawals.topicId, topics.id))
    .leftJoin(meetups, eq(meetups.id, topics.meetupId))
    .where(
      and(
        or(eq(topics.offeredById, personId), eq(topics.leadId, personId)),
        isNull(topicWithdrawals.topicId),
        isNull(topics.heldUntil),
        or(isNull(topics.meetupId), gt(meetups.endsAt, now)),
      ),
    )
    .orderBy(asc(topics.title))
    .limit(MOST_AT_ONCE);
};
