import { and, eq, isNull } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { addHistory } from './channel-history-commands.ts';
import { ACCESS } from './channel-history-rules.ts';
import type { Access } from './channel-rules.ts';

export interface AccessChange {
  channelId: string;
  personId: string;
  /** The day it begins or ends, 'YYYY-MM-DD'. */
  day: string;
  changedById: string;
  /** The entry of the channel's history that this puts back. */
  undoesId?: string | undefined;
  now: Date;
  newId: () => string;
}

/** Writes down that somebody can get into a channel, and how far. Giving it again changes the level. */
export async function giveAccess(tx: Writer, { level, ...change }: AccessChange & { level: Access['level'] }) {
  const { channelAccess } = tx.tables;
  const { channelId, personId, day } = change;
  const before = await findAccess(tx, change);
  if (before?.level === level) return { kind: 'unchanged' as const };
  const since = before ? before.since : day;
  await tx
    .insert(channelAccess)
    .values({ channelId, personId, level, since, until: null })
    .onConflictDoUpdate({
      target: [channelAccess.channelId, channelAccess.personId],
      set: { level, since, until: null },
    });
  await note(tx, change, before?.level ?? '', level);
  return { kind: 'given' as const };
}

/** Writes down that somebody's access has been taken away on the platform. The row stays, with its end. */
export async function endAccess(tx: Writer, change: AccessChange) {
  const { channelAccess } = tx.tables;
  const before = await findAccess(tx, change);
  if (!before) return { kind: 'unchanged' as const };
  await tx.update(channelAccess).set({ until: change.day }).where(isOf(tx, change));
  await note(tx, change, before.level, '');
  return { kind: 'ended' as const };
}

async function findAccess(tx: Writer, change: AccessChange): Promise<Access | undefined> {
  const { channelAccess } = tx.tables;
  const [row] = await tx
    .select()
    .from(channelAccess)
    .where(and(isOf(tx, change), isNull(channelAccess.until)));
  return row;
}

const isOf = ({ tables: { channelAccess } }: Writer, { channelId, personId }: AccessChange) =>
  and(eq(channelAccess.channelId, channelId), eq(channelAccess.personId, personId));

async function note(tx: Writer, { personId, ...entry }: AccessChange, from: string, to: string) {
  const { people } = tx.tables;
  const [person] = await tx.select({ name: people.name }).from(people).where(eq(people.id, personId));
  const said = (level: string) => level && `${person?.name}, ${level}`;
  await addHistory(tx, { ...entry, changes: [{ field: ACCESS, from: said(from), to: said(to), personId }] });
}
