import { and, asc, count, eq, gt, inArray, isNull, min, or } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { listCovers } from '../people/cover-queries.ts';
import { isDue, type Today } from './due-queries.ts';
import { ASKED_STATUSES } from './review-ask-rules.ts';

/** The most that one page shows and one form answers. */
export const MOST_AT_ONCE = 500;

export interface Answerable {
  id: string;
  slug: string;
  name: string;
  ownerId: string | null;
  deputyId: string | null;
}

/** Which of these channels this person may answer for: theirs, those of somebody they stand in for, and those they were asked about. */
export async function listAnswerable(
  tx: Writer,
  channelIds: readonly string[],
  personId: string,
  at: Today,
): Promise<Answerable[]> {
  const { channels } = tx.tables;
  const { id, slug, name, ownerId, deputyId } = channels;
  const isWanted = inArray(id, channelIds.slice(0, MOST_AT_ONCE));
  return tx
    .select({ id, slug, name, ownerId, deputyId })
    .from(channels)
    .where(and(isWanted, inArray(channels.status, [...ASKED_STATUSES]), await isTheirs(tx, personId, at)))
    .orderBy(asc(name), asc(id));
}

/** The channels that are due and that this person may answer for, the longest due first, with what is to be looked at. */
export async function listMyDue(read: Reader, personId: string, at: Today) {
  const { channels, platforms, units } = read.tables;
  const { slug, name, handle, place, url, objective, audience, reviewDueOn, lastReviewedOn, ownerId, deputyId } =
    channels;
  return read
    .select({
      ...{ id: channels.id, slug, name, handle, place, url, objective, audience, reviewDueOn, lastReviewedOn },
      ...{ ownerId, deputyId, platform: platforms.label, unit: units.name },
    })
    .from(channels)
    .innerJoin(platforms, eq(platforms.key, channels.platformKey))
    .innerJoin(units, eq(units.id, channels.unitId))
    .where(and(isDue(read, at), await isTheirs(read, personId, at)))
    .orderBy(asc(reviewDueOn), asc(units.name), asc(name), asc(channels.id))
    .limit(MOST_AT_ONCE);
}

export type MyDue = Awaited<ReturnType<typeof listMyDue>>[number];

/** What the link of a letter asks about. */
export async function findAsk(read: Reader, linkHash: string, now: Date) {
  const { reviewAsks, channels, platforms, units, people } = read.tables;
  const { slug, name, handle, place, url, objective, audience, lastReviewedOn, status, circle } = channels;
  const [found] = await read
    .select({
      ask: { answer: reviewAsks.answer, askedOn: reviewAsks.askedOn, expiresAt: reviewAsks.expiresAt },
      channel: { slug, name, handle, place, url, objective, audience, lastReviewedOn, status, circle },
      platform: platforms.label,
      unit: units.name,
      person: people.name,
    })
    .from(reviewAsks)
    .innerJoin(channels, eq(channels.id, reviewAsks.channelId))
    .innerJoin(platforms, eq(platforms.key, channels.platformKey))
    .innerJoin(units, eq(units.id, channels.unitId))
    .innerJoin(people, eq(people.id, reviewAsks.personId))
    .where(and(eq(reviewAsks.id, linkHash), isNull(people.leftAt)));
  if (!found) return undefined;
  const { ask, channel, ...rest } = found;
  const isAsked = (ASKED_STATUSES as readonly string[]).includes(channel.status);
  const isOpen = ask.answer === null && ask.expiresAt > now && isAsked;
  return { ask, channel, ...rest, isOpen };
}

async function isTheirs(read: Reader | Writer, personId: string, { today, now }: Today) {
  const { channels, reviewAsks } = read.tables;
  const away = await listStoodInFor(read, personId, today);
  const holders = [personId, ...away];
  const isAskedAbout = read
    .select({ id: reviewAsks.channelId })
    .from(reviewAsks)
    .where(and(eq(reviewAsks.personId, personId), isNull(reviewAsks.answer), gt(reviewAsks.expiresAt, now)));
  return or(
    inArray(channels.ownerId, holders),
    inArray(channels.deputyId, holders),
    inArray(channels.id, isAskedAbout),
  );
}

/** Who is away today, and has this person standing in. */
async function listStoodInFor(read: Reader | Writer, personId: string, today: string): Promise<string[]> {
  const { covers, absences } = read.tables;
  const asked = await read
    .select({ id: absences.personId })
    .from(covers)
    .innerJoin(absences, eq(absences.id, covers.absenceId))
    .where(and(eq(covers.personId, personId), eq(covers.answer, 'accepted')));
  const stands = await listCovers(
    read,
    asked.map(({ id }) => id),
    today,
  );
  return stands.filter(({ coverId }) => coverId === personId).map((one) => one.personId);
}

/** How many channels this person answers for, and the first day on which one of them falls due. */
export async function findMyNext(read: Reader, personId: string) {
  const { channels } = read.tables;
  const isHeld = or(eq(channels.ownerId, personId), eq(channels.deputyId, personId));
  const [row] = await read
    .select({ held: count(), nextOn: min(channels.reviewDueOn) })
    .from(channels)
    .where(and(isHeld, inArray(channels.status, [...ASKED_STATUSES])));
  return { held: row?.held ?? 0, nextOn: row?.nextOn ?? null };
}
