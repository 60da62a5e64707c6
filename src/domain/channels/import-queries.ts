import { and, asc, gt, inArray } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { changesBetween } from './channel-history-rules.ts';
import { type Channel, type ChannelFields, type Closure, fieldsOf } from './channel-rules.ts';
import { type Known, openPlan, type Placed, type Register } from './import-plan-rules.ts';
import {
  type ImportContext,
  type ImportPlan,
  type Planned,
  type ReadLine,
  type RegisterFile,
  refused,
  slices,
} from './import-rules.ts';
import { readLine } from './line-rules.ts';
import { listPlatforms } from './platform-queries.ts';

const OWNER_IS_DEPUTY = 'Owner and deputy are the same person.';
const PAGE = 1000;
const WHOLE_ROWS = 100;

/** Works out what a file would change, without changing anything. */
export async function planImport(read: Reader, file: RegisterFile, context: ImportContext): Promise<ImportPlan> {
  const { newId, breathe } = context;
  const platforms = await listPlatforms(read);
  const plan: ImportPlan = { units: [], added: [], changed: [], unchanged: 0, refused: [], remarks: [] };
  const rows: ReadLine[] = [];
  for (const line of file.lines) {
    const row = readLine(platforms, line, file.width, file.read);
    if (row.kind === 'read') rows.push(row);
    else plan.refused.push(row);
    await breathe();
  }
  const open = openPlan({ ...(await readRegister(read, rows, breathe)), platforms }, newId);
  const placed: Placed[] = [];
  for (const row of rows) {
    const outcome = open.place(row);
    if (outcome.kind === 'refused') plan.refused.push(outcome);
    else placed.push(outcome);
    if (outcome.kind === 'placed' && row.remark) plan.remarks.push({ line: row.line.line, sentence: row.remark });
    await breathe();
  }
  plan.units = open.newUnits;
  await compare(read, placed, plan, { ...context, idOf: open.idOf });
  plan.refused.sort((a, b) => a.line - b.line);
  return plan;
}

/** Page by page, since one query for ten thousand rows would hold everybody up. */
async function readRegister(read: Reader, rows: readonly ReadLine[], breathe: () => Promise<void>) {
  const { channels, units, people } = read.tables;
  const { id, slug, name, platformKey, handle, linkKey, unitId, status } = channels;
  const known: Known[] = [];
  for (let last = ''; ; last = known.at(-1)?.id ?? '') {
    const page = await read
      .select({ id, slug, name, platformKey, handle, linkKey, unitId, status })
      .from(channels)
      .where(gt(id, last))
      .orderBy(asc(id))
      .limit(PAGE);
    known.push(...page);
    await breathe();
    if (page.length < PAGE) break;
  }
  const { aliases } = units;
  const allUnits = await read
    .select({ id: units.id, slug: units.slug, name: units.name, aliases })
    .from(units)
    .orderBy(asc(units.id));
  const addresses = [...new Set(rows.flatMap(({ ownerAddress, deputyAddress }) => [ownerAddress, deputyAddress]))];
  const byAddress = new Map<string, string>();
  for (const part of slices(addresses.filter(Boolean) as string[], PAGE)) {
    const found = await read
      .select({ id: people.id, email: people.email })
      .from(people)
      .where(and(inArray(people.email, part)));
    for (const person of found) byAddress.set(person.email as string, person.id);
  }
  return { channels: known, units: allUnits, people: byAddress } satisfies Omit<Register, 'platforms'>;
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
      const planned = planOne(one, channel, closure, comparing);
      const { ownerId, deputyId } = planned.fields;
      if (ownerId !== null && ownerId === deputyId) plan.refused.push(refused(one.line, 'value', OWNER_IS_DEPUTY));
      else if (!channel) plan.added.push(planned);
      else if (isChanged(planned, channel)) plan.changed.push(planned);
      else plan.unchanged++;
    }
    await comparing.breathe();
  }
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

function planOne(placed: Placed, before: Channel | undefined, end: Closure | undefined, context: Comparing): Planned {
  const { id, slug, lastCheckedOn } = placed;
  const fields = { ...(before ? fieldsOf(before) : {}), ...placed.fields } as ChannelFields;
  return { id, slug, fields, lastCheckedOn, closure: closureOf(placed, fields, before, end, context) };
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
