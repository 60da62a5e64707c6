import { and, eq, inArray } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { type ChannelSave, saveChannel } from '../channels/channel-commands.ts';
import { fieldsOf } from '../channels/channel-rules.ts';

export interface EmergencyTurn {
  channelId: string;
  turn: number | null;
  minutes: number | null;
}

/** Puts the channels of the emergency sheet in order, each with its history. One that is not on the sheet any more is left alone. */
export async function orderEmergency(
  tx: Writer,
  turns: readonly EmergencyTurn[],
  saving: Pick<ChannelSave, 'savedById' | 'now' | 'newId'>,
) {
  const { channels } = tx.tables;
  const ids = turns.map(({ channelId }) => channelId);
  const rows = await tx
    .select()
    .from(channels)
    .where(and(inArray(channels.id, ids), eq(channels.emergencyUse, true)));
  for (const row of rows) {
    const wished = turns.find(({ channelId }) => channelId === row.id);
    if (!wished) continue;
    const fields = { ...fieldsOf(row), emergencyOrder: wished.turn, postsWithinMinutes: wished.minutes };
    await saveChannel(tx, { ...saving, id: row.id, fields, checkedOn: null });
  }
  return { kind: 'ordered' as const };
}
