import { inArray } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { changesBetween } from './channel-history-rules.ts';
import type { Channel, ChannelFields, Closure } from './channel-rules.ts';
import { openPlan, type Placed, type Register } from './import-plan-rules.ts';
import { listLive, readRegister } from './import-register-queries.ts';
import {
  type ImportContext,
  type ImportPlan,
  type Planned,
  type RegisterFile,
  refused,
  slices,
} from './import-rules.ts';
import { fieldsAs, keyOfId, mergeLine } from './import-source-rules.ts';
import { readLine } from './line-rules.ts';

const OWNER_IS_DEPUTY = 'Owner and deputy are the same person.';
const WHOLE_ROWS = 100;

/** Works out what a file would change, without changing anything. */
export async function planImport(read: Reader, file: RegisterFile, context: ImportContext): Promise<ImportPlan> {
  const { breathe } = context;
  const plan: ImportPlan = { ...emptyLists(), units: [], unchanged: 0 };
  const register = await readRegister(read, file, breathe);
  const open = openPlan(register, context);
  const placed: Placed[] = [];
  for (const line of file.lines) {
    const row = readLine(register.platforms, line, file.width, file.read);
    const outcome = row.kind === 'read' ? open.place(row) : row;
    if (outcome.kind === 'refused') plan.refused.push(outcome);
    else placed.push(outcome);
    if (outcome.kind === 'placed' && row.kind === 'read' && row.remark)
      plan.remarks.push({ line: line.line, sentence: row.remark });
    await breathe();
  }
  await compare(read, placed, plan, { ...context, idOf: open.idOf });
  const used = new Set([...plan.added, ...plan.changed].map(({ fields }) => fields.unitId));
  plan.units = open.newUnits.filter(({ id }) => used.has(id));
  plan.gone = await listLive(read, goneIds(register, open.seen, file, plan));
  plan.refused.sort((a, b) => a.line - b.line);
  return plan;
}

const emptyLists = () => ({
  added: [],
  changed: [],
  conflicts: [],
  gone: [],
  sources: [],
  refused: [],
  remarks: [],
});

/** The channels that the list spoke of before and does not now; a line that is refused is still in it. */
function goneIds(
  { sources }: Register,
  seen: ReadonlySet<string>,
  file: RegisterFile,
  { refused }: ImportPlan,
): string[] {
  if (!sources) return [];
  const keys = refused.map(({ cells }) => keyOfId(file.read(cells).sourceId?.trim() ?? ''));
  const there = new Set([...seen, ...keys.map((key) => sources.get(key)?.channelId)]);
  const before = new Set([...sources.values()].map(({ channelId }) => channelId));
  return [...before].filter((id) => !there.has(id));
}

interface Comparing extends ImportContext {
  idOf: (slug: string) => string | undefined;
}

/** Sorts the lines into channels to add, channels to change, and those that are like that already. */
async function compare(read: Reader, placed: readonly Placed[], plan: ImportPlan, comparing: Comparing) {
  for (const part of slices(placed, WHOLE_ROWS)) {
    const before = await findWhole(read, part);
    for (const one of part) {
      const { channel, closure } = before.get(one.id) ?? {};
      const { conflicts, ...planned } = planOne(one, channel, closure, comparing);
      const { ownerId, deputyId } = planned.fields;
      if (ownerId !== null && ownerId === deputyId) {
        plan.refused.push(refused(one.line, 'value', OWNER_IS_DEPUTY));
        continue;
      }
      if (!channel) plan.added.push(planned);
      else if (isChanged(planned, channel)) plan.changed.push(planned);
      else plan.unchanged++;
      if (channel && conflicts.length > 0) plan.conflicts.push({ ...nameOf(channel), changes: conflicts });
      remember(plan, one);
    }
    await comparing.breathe();
  }
}

const nameOf = ({ id, slug, name }: Channel) => ({ id, slug, name });

/** A line says the same as before, mostly: then there is nothing to write. */
function remember(plan: ImportPlan, { id, source }: Placed) {
  if (!source) return;
  const { key, said, before = {} } = source;
  const fields = Object.keys({ ...said, ...before });
  if (fields.some((field) => said[field] !== before[field])) plan.sources.push({ key, channelId: id, said });
}

async function findWhole(read: Reader, placed: readonly Placed[]) {
  const { channels, channelClosures } = read.tables;
  const ids = placed.filter(({ isNew }) => !isNew).map(({ id }) => id);
  if (ids.length === 0) return new Map<string, { channel: Channel; closure: Closure | undefined }>();
  const whole = await read.select().from(channels).where(inArray(channels.id, ids));
  const ends = await read.select().from(channelClosures).where(inArray(channelClosures.channelId, ids));
  const endOf = new Map(ends.map((closure) => [closure.channelId, closure]));
  return new Map(whole.map((channel) => [channel.id, { channel, closure: endOf.get(channel.id) }]));
}

function planOne(placed: Placed, before: Channel | undefined, end: Closure | undefined, context: Comparing) {
  const { id, slug, lastCheckedOn, source } = placed;
  const merged = before && mergeLine(before, placed.fields, source?.before);
  const fields = merged ? fieldsAs(context.conflicts ?? 'ours', before, merged) : (placed.fields as ChannelFields);
  const { changes = [], conflicts = [] } = merged ?? {};
  const closure = closureOf(placed, fields, before, end, context);
  const name = before?.name ?? fields.name;
  return { id, slug, name, fields, lastCheckedOn, closure, changes, conflicts };
}

function closureOf(
  { id, closing }: Placed,
  { status }: ChannelFields,
  before: Channel | undefined,
  end: Closure | undefined,
  { today, idOf }: Comparing,
): Planned['closure'] {
  const isClosing = before?.status !== 'closed' || end !== undefined || Object.keys(closing).length > 0;
  if (status !== 'closed' || !isClosing) return undefined;
  const { goInstead, ...said } = closing;
  const insteadId = goInstead ? idOf(goInstead) : undefined;
  const old = { closedOn: today, why: 'other', handleFate: 'unknown', goInsteadId: null, ...end } as const;
  const { closedOn, why, handleFate, goInsteadId } = { ...old, ...said };
  const next = { closedOn, why, handleFate, goInsteadId: insteadId && insteadId !== id ? insteadId : goInsteadId };
  const isSame = end && Object.entries(next).every(([name, value]) => end[name as keyof typeof next] === value);
  return isSame ? undefined : next;
}

const isChanged = ({ fields, closure, lastCheckedOn }: Planned, before: Channel): boolean =>
  closure !== undefined ||
  (lastCheckedOn ?? '') > (before.lastReviewedOn ?? '') ||
  changesBetween(before, fields).length > 0;
