import { and, asc, desc, eq, inArray, isNotNull, isNull, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { blank, keepQuery } from '#db/kept-query.ts';
import { mayBeSeen } from '../channels/channel-filter-queries.ts';
import type { Member, Viewer } from '../people/viewer.ts';
import { ASIDES, kindsFor, type RequestStep } from './request-rules.ts';

const MOST_LISTED = 200;

/** A request with its channel and whoever asked, as far as the viewer may read it: their own, or any for keepers. */
export async function findRequest(read: Reader, viewer: Viewer, id: string) {
  const [found] = await select(read).where(and(eq(read.tables.channelRequests.id, id), isFor(read, viewer)));
  return found;
}

/**
 * A channel with what this viewer can ask about it: staff about each they see, a partner about those that somebody of
 * their own organisation answers for.
 */
export async function findAskable(read: Reader, viewer: Member, slug: string) {
  const { channels, people } = read.tables;
  const { id, name, status, ownerId, deputyId } = channels;
  const [channel] = await read
    .select({ id, slug: channels.slug, name, status, ownerId, deputyId })
    .from(channels)
    .where(and(eq(channels.slug, slug), mayBeSeen(channels, viewer)));
  if (!channel) return undefined;
  const holders = [channel.ownerId, channel.deputyId].flatMap((holder) => holder ?? []);
  const own = read.select({ id: people.organisationId }).from(people).where(eq(people.id, viewer.person.id));
  const colleagues = and(inArray(people.id, holders), inArray(people.organisationId, own));
  const mayAsk = viewer.circle === 'staff' || (await read.$count(people, colleagues)) > 0;
  return { ...channel, kinds: mayAsk ? kindsFor(channel, viewer.person.id) : [] };
}

/** What keepers have to decide, the longest waiting first. */
export const listWaiting = (read: Reader) => {
  const { channelRequests: requests } = read.tables;
  return select(read)
    .where(and(isNotNull(requests.askedAt), isNull(requests.settledAt)))
    .orderBy(asc(requests.askedAt))
    .limit(MOST_LISTED);
};

/** What keepers decided, or askers took back, lately. */
export const listSettled = (read: Reader) => {
  const { channelRequests: requests } = read.tables;
  return select(read).where(isNotNull(requests.settledAt)).orderBy(desc(requests.settledAt)).limit(50);
};

/** Somebody's own requests and drafts, newest first. */
export const listOwn = (read: Reader, personId: string) => {
  const { channelRequests: requests } = read.tables;
  return select(read).where(eq(requests.askedById, personId)).orderBy(desc(requests.begunAt)).limit(MOST_LISTED);
};

/** What happened to a request, oldest first. */
export const listEvents = (read: Reader | Writer, requestId: string) => {
  const { channelRequestEvents: events, people } = read.tables;
  return read
    .select({ kind: events.kind, words: events.words, at: events.at, by: people.name })
    .from(events)
    .leftJoin(people, eq(people.id, events.byId))
    .where(eq(events.requestId, requestId))
    .orderBy(asc(events.at), asc(events.id));
};

/** The trail of requests on a channel: for staff. */
export async function listTrail(read: Reader, viewer: Viewer, channelId: string) {
  return viewer.circle === 'staff' ? trailOf(read, { channelId }) : [];
}

const trailOf = keepQuery((read: Reader) => {
  const { channelRequests: requests, channelRequestEvents: events, people } = read.tables;
  return read
    .select({
      requestId: requests.id,
      request: requests.kind,
      kind: events.kind,
      words: events.words,
      at: events.at,
      by: people.name,
    })
    .from(requests)
    .innerJoin(events, eq(events.requestId, requests.id))
    .leftJoin(people, eq(people.id, events.byId))
    .where(and(eq(requests.channelId, blank('channelId', requests.channelId)), isNotNull(requests.askedAt)))
    .orderBy(desc(events.at), desc(events.id))
    .limit(20);
});

/** Everybody a decision concerns: whoever asked, and who answers for the channel so far. */
export async function listConcerned(tx: Writer, request: { askedById: string; channelId: string | null }) {
  const { people, channels } = tx.tables;
  const [channel] = request.channelId
    ? await tx
        .select({ ownerId: channels.ownerId, deputyId: channels.deputyId })
        .from(channels)
        .where(eq(channels.id, request.channelId))
    : [];
  const ids = [request.askedById, channel?.ownerId, channel?.deputyId].flatMap((id) => id ?? []);
  return tx
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(and(inArray(people.id, ids), isNotNull(people.email), isNull(people.leftAt)));
}

function select(read: Reader) {
  const { channelRequests: requests, channels, people } = read.tables;
  return read
    .select({
      request: requests,
      channel: { id: channels.id, slug: channels.slug, name: channels.name, status: channels.status },
      asker: { id: people.id, name: people.name, email: people.email },
      step: lastStep(read),
    })
    .from(requests)
    .innerJoin(people, eq(people.id, requests.askedById))
    .leftJoin(channels, eq(channels.id, requests.channelId))
    .$dynamic();
}

/** What happened to a request last: a column beside it. */
function lastStep(read: Reader): SQL<RequestStep | null> {
  const { channelRequests: requests, channelRequestEvents: events } = read.tables;
  const last = read
    .select({ kind: events.kind })
    .from(events)
    .where(and(eq(events.requestId, requests.id), notInArray(events.kind, [...ASIDES])))
    .orderBy(desc(events.at), desc(events.id))
    .limit(1);
  return sql<RequestStep | null>`(${last})`;
}

/** Drafts are their author's alone. */
function isFor({ tables: { channelRequests: requests } }: Reader, viewer: Viewer) {
  const isOwn = eq(requests.askedById, viewer.person?.id ?? '');
  return viewer.isKeeper || viewer.isAdmin ? or(isOwn, isNotNull(requests.askedAt)) : isOwn;
}
