import { inArray } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { saveChannel } from './channel-commands.ts';
import { type Channel, fieldsOf } from './channel-rules.ts';
import { type GoneChannel, type GoneChoice, slices } from './import-rules.ts';

interface Parting {
  gone?: GoneChoice | undefined;
  savedById: string | null;
  /** 'YYYY-MM-DD', local to the site. */
  today: string;
  now: Date;
  newId: () => string;
  breathe: () => Promise<void>;
}

const BATCH = 100;

/** Does with channels that are gone from a list what somebody chose. None is ever deleted. */
export async function partWith(tx: Writer, gone: readonly GoneChannel[], { gone: choice = 'leave', ...by }: Parting) {
  if (choice === 'leave') return;
  const { channels } = tx.tables;
  for (const part of slices(gone, BATCH)) {
    const ids = part.map(({ id }) => id);
    for (const channel of await tx.select().from(channels).where(inArray(channels.id, ids))) {
      await saveChannel(tx, { ...by, id: channel.id, checkedOn: null, ...partingOf(channel, choice, by.today) });
      await by.breathe();
    }
  }
}

function partingOf(channel: Channel, choice: 'review' | 'close', today: string) {
  const fields = fieldsOf(channel);
  if (choice === 'review') {
    const isDue = channel.reviewDueOn !== null && channel.reviewDueOn < today;
    return { fields, reviewDueOn: isDue ? channel.reviewDueOn : today };
  }
  const closing = { closedOn: today, why: 'other', goInsteadId: null, handleFate: 'unknown' } as const;
  return { fields: { ...fields, status: 'closed' as const }, closing };
}
