import { and, eq, inArray, isNotNull, isNull, notExists, or, sql } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { isRegisterKeeper } from '../channels/channel-rules.ts';
import type { Viewer } from '../people/viewer.ts';
import type { Step } from './hand-over-rules.ts';

const ROWS_AT_ONCE = 300;

export interface Ticked {
  ids: readonly string[];
  steps: readonly Step[];
  /** Why there is nothing to do; empty when it was done. */
  notNeeded: string;
}

/**
 * Notes that steps were done, or do not apply, for many hand-overs at once: both people do, and keepers. Ticking again
 * changes what was noted, until somebody has signed.
 */
export async function tickSteps(tx: Writer, viewer: Viewer, { ids, steps, notNeeded }: Ticked, now: Date) {
  const tickedById = viewer.person?.id ?? '';
  const { handOverSteps } = tx.tables;
  const open = await listUnsigned(tx, viewer, ids);
  const rows = open.flatMap((handOverId) =>
    steps.map((step) => ({ handOverId, step, notNeeded, tickedById, tickedAt: now })),
  );
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await tx
      .insert(handOverSteps)
      .values(rows.slice(at, at + ROWS_AT_ONCE))
      .onConflictDoUpdate({
        target: [handOverSteps.handOverId, handOverSteps.step],
        set: {
          notNeeded: sql`excluded.not_needed`,
          tickedById: sql`excluded.ticked_by_id`,
          tickedAt: sql`excluded.ticked_at`,
        },
      });
  return { kind: open.length > 0 ? ('ticked' as const) : ('not-open' as const), count: open.length };
}

/** Takes a tick back that was set by mistake. */
export async function untickStep(tx: Writer, viewer: Viewer, { id, step }: { id: string; step: Step }) {
  const { handOverSteps } = tx.tables;
  const open = await listUnsigned(tx, viewer, [id]);
  if (open.length === 0) return { kind: 'not-open' as const };
  await tx.delete(handOverSteps).where(and(eq(handOverSteps.handOverId, id), eq(handOverSteps.step, step)));
  return { kind: 'unticked' as const };
}

/** Which of these this person works on, in condition that nobody has signed. */
async function listUnsigned(tx: Writer, viewer: Viewer, ids: readonly string[]): Promise<string[]> {
  const { handOvers, handOverSignatures } = tx.tables;
  const signatures = tx
    .select({ side: handOverSignatures.side })
    .from(handOverSignatures)
    .where(eq(handOverSignatures.handOverId, handOvers.id));
  const rows = await tx
    .select({ id: handOvers.id })
    .from(handOvers)
    .where(and(inArray(handOvers.id, [...ids]), isUnderWay(tx, viewer), notExists(signatures)));
  return rows.map(({ id }) => id);
}

/** Accepted and open, and this person is one of the two or a keeper. */
export function isUnderWay({ tables: { handOvers } }: Writer, viewer: Viewer) {
  const me = viewer.person?.id ?? '';
  const isMine = isRegisterKeeper(viewer) ? undefined : or(eq(handOvers.fromId, me), eq(handOvers.toId, me));
  return and(isNotNull(handOvers.acceptedAt), isNull(handOvers.endedAt), isMine);
}
