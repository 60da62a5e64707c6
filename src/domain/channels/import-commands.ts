import { sql } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { addChannels } from './channel-batch-commands.ts';
import { saveChannel } from './channel-commands.ts';
import { partWith } from './import-gone-commands.ts';
import { planImport } from './import-queries.ts';
import {
  type GoneChoice,
  type ImportContext,
  type ImportPlan,
  type Planned,
  type RegisterFile,
  slices,
} from './import-rules.ts';

export interface Import extends ImportContext {
  file: RegisterFile;
  /** What happens to channels that are gone from the list; nothing when it is not said. */
  gone?: GoneChoice | undefined;
  /** Null when it is not a person of the site. */
  savedById: string | null;
  now: Date;
}

const BATCH = 50;

/**
 * Takes a file into the register, in the one write it is called in: all lines that can be read, or nothing. Lines that
 * cannot are refused with a reason. The same file again changes nothing.
 */
export async function importChannels(tx: Writer, { file, ...context }: Import): Promise<ImportPlan> {
  const plan = await planImport(tx, file, context);
  await apply(tx, plan, { ...context, file });
  return plan;
}

/** The same, if what the file does by now is what somebody was shown: else nothing is done. */
export async function importAsShown(
  tx: Writer,
  { isShown, ...wish }: Import & { isShown: (plan: ImportPlan) => Promise<boolean> },
) {
  const plan = await planImport(tx, wish.file, wish);
  const isDone = await isShown(plan);
  if (isDone) await apply(tx, plan, wish);
  return { plan, isDone };
}

async function apply(tx: Writer, plan: ImportPlan, { file, ...context }: Import) {
  const { breathe, savedById, now } = context;
  for (const units of slices(plan.units, BATCH)) await tx.insert(tx.tables.units).values(units.map(unitRow));
  for (const added of slices(plan.added, BATCH)) {
    await addChannels(tx, added, context);
    await breathe();
  }
  for (const { id, fields, closure, lastCheckedOn } of plan.changed) {
    const saved = await saveChannel(tx, { ...context, id, fields, closing: closure, checkedOn: lastCheckedOn });
    if (saved.kind === 'already-listed') throw new Error(`the plan gives ${id} a link that ${saved.id} has`);
    await breathe();
  }
  const ended = plan.added.filter(({ closure }) => closure !== undefined);
  for (const part of slices(ended, BATCH)) await saveClosures(tx, part, savedById);
  for (const part of slices(plan.sources, BATCH)) {
    await saveSources(tx, part, file.source ?? '', now);
    await breathe();
  }
  await partWith(tx, plan.gone, context);
  await breathe();
}

const unitRow = ({ id, slug, name }: ImportPlan['units'][number]) => ({ id, slug, name, aliases: [] });

/** Last, since a channel may lead to one that stands further down in the file. */
async function saveClosures(tx: Writer, planned: readonly Planned[], closedById: string | null) {
  const { channelClosures } = tx.tables;
  const rows = planned.flatMap(({ id, closure }) => (closure ? [{ ...closure, channelId: id, closedById }] : []));
  await tx.insert(channelClosures).values(rows);
}

/** Remembers what the list said, so that its next issue can be told from what is changed here. */
async function saveSources(tx: Writer, lines: ImportPlan['sources'], source: string, now: Date) {
  const { channelSources } = tx.tables;
  const set = { channelId: sql`excluded.channel_id`, said: sql`excluded.said`, saidAt: sql`excluded.said_at` };
  await tx
    .insert(channelSources)
    .values(lines.map((line) => ({ ...line, source, saidAt: now })))
    .onConflictDoUpdate({ target: [channelSources.source, channelSources.key], set });
}
