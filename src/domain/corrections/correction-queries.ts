import { and, asc, desc, eq, inArray, isNotNull, isNull, or } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import { isRegisterKeeper } from '../channels/channel-rules.ts';
import type { Viewer } from '../people/viewer.ts';

const MOST_OPEN = 200;
const MOST_DECIDED = 50;

/** The corrections that a viewer decides about: of channels they own or deputise, all for keepers. Open ones first come the oldest, decided ones the latest. */
export async function listCorrections(read: Reader, viewer: Viewer) {
  const { corrections } = read.tables;
  const [open, decided] = await Promise.all([
    selectCorrections(read)
      .where(and(isTheirs(read, viewer), isNull(corrections.closedAt)))
      .orderBy(asc(corrections.sentAt), asc(corrections.id))
      .limit(MOST_OPEN),
    selectCorrections(read)
      .where(and(isTheirs(read, viewer), isNotNull(corrections.closedAt)))
      .orderBy(desc(corrections.closedAt), desc(corrections.id))
      .limit(MOST_DECIDED),
  ]);
  const fields = await listFields(
    read,
    [...open, ...decided].map(({ id }) => id),
  );
  const withFields = (rows: typeof open) => rows.map((row) => ({ ...row, fields: fields.get(row.id) ?? [] }));
  return { open: withFields(open), decided: withFields(decided) };
}

/** One correction with everything it says and the whole channel, or undefined when it is not this viewer's to decide. */
export async function findCorrection(read: Reader | Writer, viewer: Viewer, id: string) {
  const { corrections, correctionFields, channels, people } = read.tables;
  const [found] = await read
    .select({ correction: corrections, channel: channels })
    .from(corrections)
    .innerJoin(channels, eq(channels.id, corrections.channelId))
    .where(and(eq(corrections.id, id), isTheirs(read, viewer)));
  if (!found) return undefined;
  const items = await read
    .select({ item: correctionFields, by: people.name })
    .from(correctionFields)
    .leftJoin(people, eq(people.id, correctionFields.decidedById))
    .where(eq(correctionFields.correctionId, id))
    .orderBy(asc(correctionFields.field));
  return { ...found, items: items.map(({ item, by }) => ({ ...item, by })) };
}

function selectCorrections(read: Reader) {
  const { corrections, channels } = read.tables;
  const { id, sentAt, closedAt } = corrections;
  return read
    .select({ id, sentAt, closedAt, channel: { slug: channels.slug, name: channels.name } })
    .from(corrections)
    .innerJoin(channels, eq(channels.id, corrections.channelId))
    .$dynamic();
}

async function listFields(read: Reader, ids: readonly string[]): Promise<Map<string, string[]>> {
  const { correctionFields } = read.tables;
  if (ids.length === 0) return new Map();
  const rows = await read
    .select({ id: correctionFields.correctionId, field: correctionFields.field })
    .from(correctionFields)
    .where(inArray(correctionFields.correctionId, [...ids]))
    .orderBy(asc(correctionFields.field));
  const byId = Map.groupBy(rows, ({ id }) => id);
  return new Map([...byId].map(([id, fields]) => [id, fields.map(({ field }) => field)]));
}

/** Nobody signed in holds a channel, so a stranger finds none. */
function isTheirs({ tables: { channels } }: Reader | Writer, viewer: Viewer) {
  if (isRegisterKeeper(viewer)) return undefined;
  const personId = viewer.person?.id ?? '';
  return or(eq(channels.ownerId, personId), eq(channels.deputyId, personId));
}
