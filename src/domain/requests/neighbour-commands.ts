import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { queueLetter } from '../mail/outbox-commands.ts';
import type { Stationery } from '../meetups/stationery.ts';
import type { Viewer } from '../people/viewer.ts';
import { proposeTopic } from '../topics/proposal-commands.ts';
import { neighbourLetter } from './request-letters.ts';
import { sayObjective } from './request-rules.ts';

type Member = Viewer & { person: NonNullable<Viewer['person']> };

/**
 * Brings somebody who wants to open a channel together with the owner of one like it: by a letter that asks whether they
 * could post there, or by a topic for both on the list of the series that meets next.
 */
export async function approachNeighbour(
  tx: Writer,
  asker: Member,
  { requestId, channelId, wantsToMeet }: { requestId: string; channelId: string; wantsToMeet: boolean },
  stationery: Stationery,
  now: Date,
) {
  const opening = await findOwnOpening(tx, asker.person.id, requestId);
  const channel = await findOwned(tx, channelId);
  if (!opening || !channel) return { kind: 'nobody-there' as const };
  if (wantsToMeet) {
    const topic = {
      title: `One channel or two? ${channel.name}`,
      question: `${sayObjective(opening)} Would “${channel.name}” do, with ${channel.ownerName || 'its owner'}?`,
      kind: 'help-me' as const,
    };
    const proposed = await proposeTopic(tx, asker, topic, stationery.newId, now);
    if (proposed.kind === 'no-series') return proposed;
  }
  const to = { name: channel.ownerName, email: channel.ownerEmail };
  const words = { channel: channel.name, objective: sayObjective(opening), asker: asker.person, wantsToMeet };
  await queueLetter(tx, stationery.newId(), neighbourLetter(to, words), now);
  return { kind: 'approached' as const };
}

async function findOwnOpening(tx: Writer, askedById: string, id: string) {
  const { channelRequests: requests } = tx.tables;
  const [request] = await tx
    .select({ opening: requests.opening })
    .from(requests)
    .where(and(eq(requests.id, id), eq(requests.askedById, askedById)));
  return request?.opening;
}

async function findOwned(tx: Writer, id: string) {
  const { channels, people } = tx.tables;
  const [channel] = await tx
    .select({ name: channels.name, ownerName: people.name, ownerEmail: people.email })
    .from(channels)
    .innerJoin(people, eq(people.id, channels.ownerId))
    .where(and(eq(channels.id, id), isNotNull(people.email), isNull(people.leftAt)));
  return channel;
}
