import { type AnyColumn, and, asc, eq, inArray, or, type SQL } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Tables } from '#db/tables.ts';
import { isRegisterKeeper } from '../channels/channel-rules.ts';
import type { Viewer } from '../people/viewer.ts';

type Picture = Tables['pictures']['$inferSelect'];

const MOST_PICTURES = 50;

/** Whether a viewer may see the files of this hash, for any record that it belongs to; `isPublic` when anybody may. */
export async function findPicture(read: Reader, viewer: Viewer, hash: string) {
  const { pictures } = read.tables;
  const rows = await read
    .selectDistinct({ seenBy: pictures.seenBy })
    .from(pictures)
    .where(and(eq(pictures.hash, hash), mayBeSeen(pictures, viewer)));
  return rows.length > 0 ? { isPublic: rows.some(({ seenBy }) => seenBy === 'public') } : undefined;
}

/** The pictures of one record that a viewer may see, in the order in which they were added. */
export function listPictures(read: Reader, viewer: Viewer, { kind, id }: PictureSubject) {
  const { pictures } = read.tables;
  const { hash, width, height, alt, credit, licence } = pictures;
  return read
    .select({ id: pictures.id, hash, width, height, alt, credit, licence })
    .from(pictures)
    .where(and(eq(pictures.subjectKind, kind), eq(pictures.subjectId, id), mayBeSeen(pictures, viewer)))
    .orderBy(asc(pictures.id))
    .limit(MOST_PICTURES);
}

/** Which of these hashes some record has a picture of. */
export async function listKeptHashes(read: Reader, hashes: readonly string[]): Promise<string[]> {
  const { pictures } = read.tables;
  const kept = await read
    .selectDistinct({ hash: pictures.hash })
    .from(pictures)
    .where(inArray(pictures.hash, [...hashes]));
  return kept.map(({ hash }) => hash);
}

export interface PictureSubject {
  kind: Picture['subjectKind'];
  id: string;
}

/** Whoever added a picture goes on seeing it. */
function mayBeSeen({ seenBy, addedById }: Record<'seenBy' | 'addedById', AnyColumn>, viewer: Viewer): SQL | undefined {
  const audiences: Picture['seenBy'][] = [...viewer.circles, ...(isRegisterKeeper(viewer) ? ['keepers' as const] : [])];
  return or(inArray(seenBy, audiences), viewer.person ? eq(addedById, viewer.person.id) : undefined);
}
