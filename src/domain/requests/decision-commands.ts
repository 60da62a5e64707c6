import { and, eq, isNotNull } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { ChannelAddress } from '../channels/channel-address-rules.ts';
import { saveChannel } from '../channels/channel-commands.ts';
import { type Channel, type ChannelFields, fieldsOf } from '../channels/channel-rules.ts';
import { UNSAID } from '../channels/new-channel-rules.ts';
import { startHandOver } from '../handovers/hand-over-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { localDay } from '../time/date-words.ts';
import { type Asker, addEvent, findOpen, settle, tellConcerned } from './request-commands.ts';
import { type ChannelRequest, makesOwner, openingFields, stillFits } from './request-rules.ts';

export interface Decision {
  id: string;
  verdict: 'agreed' | 'refused' | 'asked-back';
  words: string;
  /** Where the channel to open will be, read from the link in the request; null for other kinds. */
  address: Omit<ChannelAddress, 'kind' | 'warning'> | null;
}

/**
 * A keeper decides about a request, with a reason, and what is agreed is done in the same write: everybody concerned hears
 * of it. Of two keepers who decide at once the second is told that it is settled.
 */
export async function decideRequest(tx: Writer, keeper: Asker, decision: Decision, stationery: Stationery, now: Date) {
  const { id, verdict, words } = decision;
  const open = await findOpen(tx, id);
  if (!open) return { kind: 'settled-before' as const };
  if (verdict === 'agreed') {
    const done = await carryOut(tx, open, decision, { keeper, stationery, now });
    if (done) return done;
  }
  if (verdict !== 'asked-back' && !(await settle(tx, id, now))) return { kind: 'settled-before' as const };
  await addEvent(tx, { id: stationery.newId(), requestId: id, kind: verdict, words, byId: keeper.id, at: now });
  const { channelRequests } = tx.tables;
  const [request = open] = await tx.select().from(channelRequests).where(eq(channelRequests.id, id));
  await tellConcerned(tx, request, { event: verdict, words, by: keeper }, stationery, now);
  return { kind: 'decided' as const };
}

/** A channel that was agreed to is there now: its owner or a keeper says so. */
export async function noteOpened(
  tx: Writer,
  person: Asker & { isKeeper: boolean },
  id: string,
  stationery: Stationery,
  now: Date,
) {
  const { channelRequests } = tx.tables;
  const [request] = await tx.select().from(channelRequests).where(eq(channelRequests.id, id));
  const channel = request?.kind === 'open' && request.channelId ? await findRow(tx, request.channelId) : undefined;
  if (!request || channel?.status !== 'approved') return { kind: 'not-now' as const };
  if (!person.isKeeper && channel.ownerId !== person.id) return { kind: 'not-yours' as const };
  await change(
    tx,
    channel,
    { status: 'open', openedOn: localDay(now, stationery.zone) },
    { keeper: person, stationery, now },
  );
  await addEvent(tx, { id: stationery.newId(), requestId: id, kind: 'opened', words: '', byId: person.id, at: now });
  await tellConcerned(tx, request, { event: 'opened', words: '', by: person }, stationery, now);
  return { kind: 'opened' as const, slug: channel.slug };
}

interface Hands {
  keeper: Asker;
  stationery: Stationery;
  now: Date;
}

/** Does what was asked for. @returns why it cannot be done; undefined when it was. */
async function carryOut(tx: Writer, request: ChannelRequest, { address }: Decision, hands: Hands) {
  if (makesOwner(request.kind) && (await hasLeft(tx, request.askedById))) return { kind: 'no-such-person' as const };
  if (request.kind === 'open') return addChannel(tx, request, address, hands);
  const channel = request.channelId ? await findRow(tx, request.channelId) : undefined;
  if (!channel || !stillFits(request.kind, channel)) return { kind: 'not-now' as const };
  if (request.kind === 'pause') return change(tx, channel, { status: 'paused' }, hands);
  if (request.kind === 'resume') return change(tx, channel, { status: 'open' }, hands);
  if (request.kind === 'close') return change(tx, channel, { status: 'closing' }, hands);
  if (channel.ownerId === null) return change(tx, channel, { ownerId: request.askedById }, hands);
  const wish = { channelId: channel.id, role: 'owner' as const, toId: request.askedById, startedById: hands.keeper.id };
  const started = await startHandOver(tx, wish, hands.stationery, hands.now);
  return started.kind === 'started' ? undefined : { kind: started.kind };
}

async function addChannel(tx: Writer, request: ChannelRequest, address: Decision['address'], hands: Hands) {
  const { opening, id: requestId, askedById } = request;
  if (!opening || !address) return { kind: 'not-now' as const };
  const id = hands.stationery.newId();
  const fields: ChannelFields = { ...UNSAID, ...address, ...openingFields(opening, askedById), status: 'approved' };
  const saved = await saveChannel(tx, {
    id,
    fields,
    checkedOn: null,
    savedById: hands.keeper.id,
    now: hands.now,
    newId: hands.stationery.newId,
  });
  if (saved.kind === 'already-listed') return { kind: 'already-listed' as const, name: saved.name };
  if (saved.kind === 'owner-is-deputy') return { kind: 'owner-is-deputy' as const };
  const { channelRequests } = tx.tables;
  await tx.update(channelRequests).set({ channelId: id }).where(eq(channelRequests.id, requestId));
  return undefined;
}

async function change(
  tx: Writer,
  channel: Channel,
  changed: Partial<ChannelFields>,
  { keeper, stationery, now }: Hands,
) {
  const fields = { ...fieldsOf(channel), ...changed };
  const saved = await saveChannel(tx, {
    id: channel.id,
    fields,
    checkedOn: null,
    savedById: keeper.id,
    now,
    newId: stationery.newId,
  });
  return saved.kind === 'owner-is-deputy' ? { kind: 'owner-is-deputy' as const } : undefined;
}

const hasLeft = async (tx: Writer, id: string): Promise<boolean> =>
  (await tx.$count(tx.tables.people, and(eq(tx.tables.people.id, id), isNotNull(tx.tables.people.leftAt)))) > 0;

async function findRow(tx: Writer, id: string): Promise<Channel | undefined> {
  const { channels } = tx.tables;
  const [row] = await tx.select().from(channels).where(eq(channels.id, id));
  return row;
}
