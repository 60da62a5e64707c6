import { and, eq, isNull } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { queueLetter } from '../mail/outbox-commands.ts';
import { type WrongRecord, wrongRecordLetter } from './channel-letters.ts';

export interface ChannelReport extends Omit<WrongRecord, 'channelName'> {
  channelId: string;
  now: Date;
  newId: () => string;
}

/** More keepers than this need not all be told. */
const MOST_KEEPERS = 5;

/**
 * Passes on that something in a channel's record is wrong: to its team, else to its unit, and to its owner; to the keepers
 * of the register when there is none of these.
 */
export async function reportChannel(tx: Writer, { channelId, now, newId, ...report }: ChannelReport) {
  const { channels, units, people } = tx.tables;
  const [channel] = await tx
    .select({ name: channels.name, team: channels.teamMailbox, unit: units.mailbox, owner: people.email })
    .from(channels)
    .innerJoin(units, eq(units.id, channels.unitId))
    .leftJoin(people, and(eq(people.id, channels.ownerId), isNull(people.leftAt)))
    .where(eq(channels.id, channelId));
  if (!channel) return { kind: 'no-such-channel' as const };
  const near = [channel.team || channel.unit, channel.owner].flatMap((address) => address || []);
  const addresses = near.length > 0 ? near : await listKeeperAddresses(tx);
  if (addresses.length === 0) return { kind: 'nobody-to-tell' as const };
  for (const address of new Set(addresses))
    await queueLetter(tx, newId(), wrongRecordLetter(address, { ...report, channelName: channel.name }), now);
  return { kind: 'passed-on' as const };
}

async function listKeeperAddresses(tx: Writer): Promise<string[]> {
  const { people, roles } = tx.tables;
  const rows = await tx
    .selectDistinct({ email: people.email })
    .from(roles)
    .innerJoin(people, and(eq(people.id, roles.personId), isNull(people.leftAt)))
    .limit(MOST_KEEPERS);
  return rows.flatMap(({ email }) => email ?? []);
}
