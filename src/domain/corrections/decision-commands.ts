import { and, eq, isNull } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { saveChannel } from '../channels/channel-commands.ts';
import { type Channel, fieldsOf } from '../channels/channel-rules.ts';
import { listPlatforms } from '../channels/platform-queries.ts';
import { queueLetter } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import type { Member } from '../people/viewer.ts';
import { outcomeLetter } from './correction-letters.ts';
import { findCorrection } from './correction-queries.ts';
import { type Correctable, type CorrectionField, type Decision, readCorrection, WORDS } from './correction-rules.ts';

export interface DecisionWish {
  correctionId: string;
  /** What is decided now, by field; what is not there waits. */
  decisions: ReadonlyMap<string, { decision: Decision; reason: string }>;
}

/**
 * Decides about fields of a correction: those accepted are saved to the channel in the same write, with its history naming
 * the correction. What somebody else decided meanwhile stands. With the last of it, whoever sent it is told, once.
 */
export async function decideCorrection(
  tx: Writer,
  wish: DecisionWish,
  decider: Member,
  stationery: Stationery,
  now: Date,
) {
  const found = await findCorrection(tx, decider, wish.correctionId);
  if (!found) return { kind: 'no-such-correction' as const };
  const open = found.items.filter(({ decision }) => decision === null);
  const decided = open.filter(({ field }) => wish.decisions.has(field));
  const isLate = decided.length < wish.decisions.size;
  if (decided.length === 0) return { kind: 'decided-already' as const };
  const accepted = decided.filter(({ field }) => wish.decisions.get(field)?.decision === 'accepted');
  const saved = await saveAccepted(tx, found.channel, accepted, { decider, stationery, now });
  if (saved.kind !== 'saved') return saved;
  const by = { decidedById: decider.person.id, decidedAt: now };
  for (const { field } of decided) await decide(tx, wish.correctionId, field, { ...wish.decisions.get(field), ...by });
  if (decided.length === open.length) await close(tx, wish.correctionId, decider, stationery, now);
  return { kind: isLate ? ('partly' as const) : ('decided' as const) };
}

async function saveAccepted(
  tx: Writer,
  channel: Channel,
  accepted: readonly CorrectionField[],
  { decider, stationery, now }: { decider: Member; stationery: Stationery; now: Date },
) {
  const changed = accepted.filter(({ field }) => field !== WORDS);
  const platforms = changed.length > 0 ? await listPlatforms(tx) : [];
  let fields = fieldsOf(channel);
  for (const { field, should } of changed) {
    const read = readCorrection(platforms, field as Correctable, should);
    if ('sentence' in read) return { kind: 'cannot-be' as const, field, sentence: read.sentence };
    fields = { ...fields, ...read.fields };
  }
  if (changed.length === 0) return { kind: 'saved' as const };
  const saved = await saveChannel(tx, {
    ...{ id: channel.id, fields, checkedOn: null, savedById: decider.person.id, now, newId: stationery.newId },
    correctionId: accepted[0]?.correctionId,
  });
  if (saved.kind !== 'already-listed') return { kind: 'saved' as const };
  return { kind: 'cannot-be' as const, field: 'url', sentence: `“${saved.name}” has this link already` };
}

function decide(tx: Writer, correctionId: string, field: string, decision: Partial<CorrectionField>) {
  const { correctionFields } = tx.tables;
  const isOpen = isNull(correctionFields.decision);
  return tx
    .update(correctionFields)
    .set(decision)
    .where(and(eq(correctionFields.correctionId, correctionId), eq(correctionFields.field, field), isOpen));
}

/** The address goes once its owner was told. */
async function close(tx: Writer, id: string, decider: Member, stationery: Stationery, now: Date) {
  const { corrections } = tx.tables;
  const found = await findCorrection(tx, decider, id);
  const answerTo = found?.correction.answerTo;
  if (found && answerTo) await queueLetter(tx, stationery.newId(), outcomeLetter(answerTo, found, stationery), now);
  await tx.update(corrections).set({ closedAt: now, answerTo: null }).where(eq(corrections.id, id));
}
