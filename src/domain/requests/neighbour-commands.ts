import { and, eq, isNotNull, isNull, ne } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { mayBeSeen } from '../channels/channel-filter-queries.ts';
import { type ChannelStatus, statusesSeenBy } from '../channels/channel-rules.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { type Circle, circlesSeenBy, type Member } from '../people/viewer.ts';
import { listSeries } from '../series/series-list-queries.ts';
import { offerTopic } from '../topics/offer-commands.ts';
import { addEvent } from './request-commands.ts';
import { introducedLetter, neighbourLetter } from './request-letters.ts';
import { type RequestEventKind, sayObjective } from './request-rules.ts';

/**
 * Brings somebody who wants to open a channel together with the owner of one like it: by a letter that asks whether they
 * could post there, or by a topic for both on the list of the series that meets next. Each once for a channel.
 */
export async function approachNeighbour(
  tx: Writer,
  asker: Member,
  { requestId, channelId, wantsToMeet }: { requestId: string; channelId: string; wantsToMeet: boolean },
  stationery: Stationery,
  now: Date,
) {
  const opening = await findOwnOpening(tx, asker.person.id, requestId);
  const channel = await findOwned(tx, asker, channelId);
  if (!opening || !channel) return { kind: 'nobody-there' as const };
  const event = { requestId, kind: wantsToMeet ? ('introduced' as const) : ('neighbour-asked' as const) };
  if (await hasHappened(tx, { ...event, words: channel.name })) return { kind: 'approached' as const };
  const objective = sayObjective(opening);
  const list = wantsToMeet ? await putOnList(tx, asker, { channel, objective }, stationery, now) : undefined;
  if (wantsToMeet && !list) return { kind: 'no-series' as const };
  const words = { channel: channel.name, objective, asker: asker.person, list };
  const letters = [
    neighbourLetter(channel.owner, words),
    ...(list ? [introducedLetter(asker.person, words, list)] : []),
  ];
  await queueLetters(
    tx,
    letters.map((letter) => ({ id: stationery.newId(), letter })),
    stationery,
    now,
  );
  const how = { id: stationery.newId(), words: channel.name, byId: asker.person.id, at: now };
  await addEvent(tx, { ...event, ...how });
  return { kind: 'approached' as const };
}

interface Pair {
  channel: { name: string; circle: Circle; status: ChannelStatus };
  objective: string;
}

/** Puts a topic for both on the list that is next talked about; only where everybody who reads it may see the channel. */
async function putOnList(tx: Writer, asker: Member, { channel, objective }: Pair, stationery: Stationery, now: Date) {
  const fits = (circle: Circle) =>
    circlesSeenBy(circle).includes(channel.circle) && statusesSeenBy({ circle }).includes(channel.status);
  const next = (await listSeries(tx, asker, now)).find(
    (one) => one.state === null && one.next && fits(one.series.circle),
  );
  if (!next?.next) return undefined;
  const { id: personId, name, email } = asker.person;
  const offer = {
    ...{ seriesId: next.series.id, circles: asker.circles, kind: 'help-me' as const },
    title: `One channel or two? ${channel.name}`.slice(0, 120),
    question: `${objective} Would “${channel.name}” do?`.slice(0, 300),
  };
  const who = { personId, name, email, route: 'web' as const, enteredById: null };
  const offered = await offerTopic(tx, offer, who, stationery.newId, now);
  if (offered.kind === 'no-such-series') return undefined;
  const { slug } = offered;
  return { name: next.series.name, day: next.next.slice(0, 10), url: `${stationery.siteUrl}/series/${slug}/topics` };
}

const hasHappened = async (
  tx: Writer,
  { requestId, kind, words }: { requestId: string; kind: RequestEventKind; words: string },
): Promise<boolean> => {
  const { channelRequestEvents: events } = tx.tables;
  const same = and(eq(events.requestId, requestId), eq(events.kind, kind), eq(events.words, words));
  return (await tx.$count(events, same)) > 0;
};

async function findOwnOpening(tx: Writer, askedById: string, id: string) {
  const { channelRequests: requests } = tx.tables;
  const [request] = await tx
    .select({ opening: requests.opening })
    .from(requests)
    .where(and(eq(requests.id, id), eq(requests.askedById, askedById), isNull(requests.settledAt)));
  return request?.opening;
}

/** A channel that this viewer may see and somebody else owns, who can be written to. */
async function findOwned(tx: Writer, viewer: Member, id: string) {
  const { channels, people } = tx.tables;
  const { name, circle, status } = channels;
  const isReached = and(isNotNull(people.email), isNull(people.leftAt), ne(people.id, viewer.person.id));
  const [channel] = await tx
    .select({ name, circle, status, owner: { name: people.name, email: people.email } })
    .from(channels)
    .innerJoin(people, eq(people.id, channels.ownerId))
    .where(and(eq(channels.id, id), mayBeSeen(channels, viewer), isReached));
  return channel;
}
