import { and, eq, inArray } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { saveChannelEntries } from '../channels/channel-search-commands.ts';
import { nthSlug, slugOf } from '../slugs/slug-rules.ts';
import { withUnitsBelow } from './unit-rules.ts';

export interface NewUnit {
  id: string;
  slug: string;
  name: string;
  parentId: string | null;
  mailbox: string | null;
  phone: string | null;
  description: string;
  aliases: string[];
  leadId?: string | null;
}

/** What keepers say of a unit; its address stays. */
export type UnitFields = Required<Omit<NewUnit, 'id' | 'slug'>>;

/** Adds a service area. A slug names one unit only: the first that has it. */
export async function addUnit(tx: Writer, unit: NewUnit) {
  const { units } = tx.tables;
  const added = await tx.insert(units).values(unit).onConflictDoNothing().returning({ id: units.id });
  return { kind: added.length > 0 ? ('added' as const) : ('already-there' as const) };
}

/** Adds a unit under its name, or changes one: a parent that stands below it would make a ring, and is refused. */
export async function saveUnit(tx: Writer, id: string, fields: UnitFields) {
  const { units } = tx.tables;
  const branches = await tx
    .select({ id: units.id, slug: units.slug, name: units.name, parentId: units.parentId })
    .from(units);
  const before = branches.find((unit) => unit.id === id);
  if (fields.parentId && !branches.some((unit) => unit.id === fields.parentId))
    return { kind: 'no-such-parent' as const };
  if (fields.parentId && withUnitsBelow(branches, id).includes(fields.parentId)) return { kind: 'ring' as const };
  if (branches.some((unit) => unit.id !== id && unit.name.toLowerCase() === fields.name.toLowerCase()))
    return { kind: 'name-taken' as const };
  if (fields.leadId && !(await isColleague(tx, fields.leadId))) return { kind: 'no-such-lead' as const };
  const slug = before?.slug ?? (await findFreeSlug(tx, fields.name));
  await tx
    .insert(units)
    .values({ id, slug, ...fields })
    .onConflictDoUpdate({ target: units.id, set: fields });
  if (before && before.name !== fields.name) await renewEntries(tx, id);
  return { kind: 'saved' as const, slug };
}

async function isColleague(tx: Writer, personId: string): Promise<boolean> {
  const { people } = tx.tables;
  const isStaff = and(eq(people.id, personId), eq(people.circle, 'staff'));
  return (await tx.select({ id: people.id }).from(people).where(isStaff)).length > 0;
}

const RESERVED = ['new'];
const MOST_NAMESAKES = 50;

async function findFreeSlug(tx: Writer, name: string): Promise<string> {
  const { units } = tx.tables;
  const wanted = Array.from({ length: MOST_NAMESAKES }, (_, n) => nthSlug(slugOf(name), n + 1));
  const taken = await tx.select({ slug: units.slug }).from(units).where(inArray(units.slug, wanted));
  const busy = new Set([...RESERVED, ...taken.map(({ slug }) => slug)]);
  return wanted.find((slug) => !busy.has(slug)) ?? slugOf(`${name} ${taken.length}`);
}

const AT_ONCE = 200;

/** Channels are found by the name of their unit. */
async function renewEntries(tx: Writer, unitId: string) {
  const { channels } = tx.tables;
  const ids = await tx.select({ id: channels.id }).from(channels).where(eq(channels.unitId, unitId));
  for (let at = 0; at < ids.length; at += AT_ONCE)
    await saveChannelEntries(
      tx,
      ids.slice(at, at + AT_ONCE).map(({ id }) => id),
    );
}
