import { inArray } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { type PostOffice, queueLetters } from '../mail/outbox-commands.ts';
import type { Member } from '../people/viewer.ts';
import { bulkLetter } from './bulk-letters.ts';
import { type Bulk, nameRows, planBulk } from './bulk-queries.ts';
import { type BulkPlan, type BulkRow, doable } from './bulk-rules.ts';
import { sayChange } from './channel-change-words.ts';
import { historyRow } from './channel-history-commands.ts';
import { saveChannelEntries } from './channel-search-commands.ts';
import { slices } from './import-rules.ts';

export interface BulkEdit extends Bulk {
  /** Whether a plan is the one that was shown: nothing is done when it would be another one by now. */
  isShown: (plan: BulkPlan) => Promise<boolean>;
  office: PostOffice & { siteName: string };
  now: Date;
  newId: () => string;
}

const BATCH = 100;

/**
 * Changes many channels at once as was shown, in one write: an entry in the history of each, and one letter to everybody
 * who answers for one of them, before or after, but for whoever does it.
 */
export async function editChannels(tx: Writer, keeper: Member, edit: BulkEdit) {
  const plan = await planBulk(tx, keeper, edit);
  if (!(await edit.isShown(plan))) return { kind: 'changed-since' as const };
  const rows = doable(plan);
  for (const part of slices(rows, BATCH)) {
    await changeRows(tx, part, keeper.person.id, edit);
    await edit.breathe();
  }
  await tellPeople(tx, await nameRows(tx, rows), keeper, edit);
  return { kind: 'changed' as const, count: rows.length };
}

async function changeRows(tx: Writer, rows: readonly BulkRow[], changedById: string, { wish, now, newId }: BulkEdit) {
  const { channels, channelChanges } = tx.tables;
  const ids = rows.map(({ id }) => id);
  await tx
    .update(channels)
    .set({ ...wish, updatedAt: now })
    .where(inArray(channels.id, ids));
  const entries = rows.map(({ id, changes }) => historyRow({ channelId: id, changes, changedById, now, newId }));
  await tx.insert(channelChanges).values(entries);
  if (wish.unitId) await saveChannelEntries(tx, ids);
}

async function tellPeople(tx: Writer, rows: readonly BulkRow[], keeper: Member, { office, now, newId }: BulkEdit) {
  const { people } = tx.tables;
  const byPerson = new Map<string, BulkRow[]>();
  for (const row of rows)
    for (const id of row.peopleIds.filter((id) => id !== keeper.person.id))
      if (!byPerson.get(id)?.push(row)) byPerson.set(id, [row]);
  if (byPerson.size === 0) return;
  const concerned = await tx
    .select({ id: people.id, name: people.name, email: people.email })
    .from(people)
    .where(inArray(people.id, [...byPerson.keys()]));
  const letters = concerned.flatMap(({ id, name, email }) => {
    const lines = (byPerson.get(id) ?? []).map((row) => `${row.name}: ${row.changes.map(sayChange).join('; ')}`);
    return email ? [{ id: newId(), letter: bulkLetter({ name, email }, keeper.person.name, lines, office) }] : [];
  });
  await queueLetters(tx, letters, office, now);
}
