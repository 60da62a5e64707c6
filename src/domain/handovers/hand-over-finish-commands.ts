import { and, eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { endAccess, giveAccess } from '../channels/channel-access-commands.ts';
import { saveChannel } from '../channels/channel-commands.ts';
import { addHistory } from '../channels/channel-history-commands.ts';
import { HAND_OVER } from '../channels/channel-history-rules.ts';
import { fieldsOf } from '../channels/channel-rules.ts';
import type { Viewer } from '../people/viewer.ts';
import { type HandOver, otherRole, ROLE_COLUMN } from './hand-over-rules.ts';
import { sayHandOver } from './hand-over-words.ts';

/**
 * Both have signed: the channel gets its new owner or deputy, and who can get in follows what was ticked. Whoever had the
 * other role and takes this one leaves the other free, since nobody is both.
 */
export async function finishHandOver(
  tx: Writer,
  handOver: HandOver,
  { viewer, today }: { viewer: Viewer; today: string },
  newId: () => string,
  now: Date,
) {
  const { channels, handOvers } = tx.tables;
  const { id, channelId, role, toId } = handOver;
  const savedById = viewer.person?.id ?? null;
  const [channel] = await tx.select().from(channels).where(eq(channels.id, channelId));
  if (!channel) return;
  const other = ROLE_COLUMN[otherRole(role)];
  const fields = {
    ...fieldsOf(channel),
    [ROLE_COLUMN[role]]: toId,
    ...(channel[other] === toId && { [other]: null }),
  };
  await saveChannel(tx, { id: channelId, fields, checkedOn: null, savedById, now, newId });
  const changes = [{ field: HAND_OVER, from: '', to: await sayParties(tx, handOver) }];
  await addHistory(tx, { channelId, changes, changedById: savedById, now, newId });
  await moveAccess(tx, handOver, { day: today, changedById: savedById ?? toId, now, newId });
  const end = { end: 'done' as const, endedAt: now, endedById: savedById, openKey: null };
  await tx.update(handOvers).set(end).where(eq(handOvers.id, id));
}

/** What was ticked as done on the platform is written down here too. */
async function moveAccess(
  tx: Writer,
  { id, channelId, fromId, toId }: HandOver,
  change: { day: string; changedById: string; now: Date; newId: () => string },
) {
  const { handOverSteps } = tx.tables;
  const isDone = and(eq(handOverSteps.handOverId, id), eq(handOverSteps.notNeeded, ''));
  const rows = await tx.select({ step: handOverSteps.step }).from(handOverSteps).where(isDone);
  const done = rows.map(({ step }) => step);
  if (done.includes('access-added')) await giveAccess(tx, { ...change, channelId, personId: toId, level: 'admin' });
  if (done.includes('access-removed') && fromId) await endAccess(tx, { ...change, channelId, personId: fromId });
}

async function sayParties(tx: Writer, { role, fromId, toId }: HandOver): Promise<string> {
  const { people } = tx.tables;
  const nameOf = async (id: string | null) => {
    if (id === null) return '';
    const [person] = await tx.select({ name: people.name }).from(people).where(eq(people.id, id));
    return person?.name ?? '';
  };
  return sayHandOver({ role, from: await nameOf(fromId), to: await nameOf(toId) });
}
