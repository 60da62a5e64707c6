import type { Writer } from '#db/database.ts';

export interface NewUnit {
  id: string;
  slug: string;
  name: string;
  parentId: string | null;
  mailbox: string | null;
  phone: string | null;
  description: string;
  aliases: string[];
}

/** Adds a service area. A slug names one unit only: the first that has it. */
export async function addUnit(tx: Writer, unit: NewUnit) {
  const { units } = tx.tables;
  const added = await tx.insert(units).values(unit).onConflictDoNothing().returning({ id: units.id });
  return { kind: added.length > 0 ? ('added' as const) : ('already-there' as const) };
}
