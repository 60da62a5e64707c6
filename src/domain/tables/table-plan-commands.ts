import type { Writer } from '#db/database.ts';
import type { Editor } from '../meetups/meetup-commands.ts';
import { findFacts } from '../meetups/meetup-facts-queries.ts';
import { isHost } from '../meetups/rsvp-rules.ts';
import type { Pair } from './table-facts.ts';

export interface NewTablePlan {
  meetupId: string;
  seed: number;
  easyTables: number;
  together: readonly Pair[];
  tables: readonly (readonly string[])[];
}

/** Keeps the tables that were proposed, in place of the ones before. */
export async function keepTablePlan(
  tx: Writer,
  { meetupId, together, tables, ...plan }: NewTablePlan,
  editor: Editor,
  now: Date,
) {
  const facts = await findFacts(tx, meetupId);
  if (!facts) return { kind: 'no-such-meetup' as const };
  if (!isHost(facts.meetup, editor)) return { kind: 'not-yours' as const };
  const { tablePlans } = tx.tables;
  const columns = {
    ...plan,
    together: together.map((pair) => [...pair]),
    tables: tables.map((ids) => [...ids]),
    madeById: editor.person.id,
    madeAt: now,
  };
  await tx
    .insert(tablePlans)
    .values({ meetupId, ...columns })
    .onConflictDoUpdate({ target: tablePlans.meetupId, set: columns });
  return { kind: 'kept' as const, slug: facts.meetup.slug };
}
