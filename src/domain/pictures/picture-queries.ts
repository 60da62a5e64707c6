import { and, asc, eq, exists, inArray, or, type SQL } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import type { Tables } from '#db/tables.ts';
import { isRegisterKeeper } from '../channels/channel-rules.ts';
import { isAskedToRead } from '../drafts/reader-queries.ts';
import { isOpenTo } from '../lessons/open-lesson-queries.ts';
import { STRANGER, type Viewer } from '../people/viewer.ts';
import { MOST_PICTURES } from './picture-rules.ts';

type Picture = Tables['pictures']['$inferSelect'];

export interface PictureSubject {
  kind: Picture['subjectKind'];
  id: string;
}

/** Whether a viewer may see the files of this hash, for any record that it belongs to; `isPublic` when anybody may. */
export async function findPicture(read: Reader, viewer: Viewer, hash: string) {
  if (await isSeen(read, STRANGER, hash)) return { isPublic: true };
  return viewer.person && (await isSeen(read, viewer, hash)) ? { isPublic: false } : undefined;
}

async function isSeen(read: Reader, viewer: Viewer, hash: string): Promise<boolean> {
  const { pictures } = read.tables;
  const isThis = and(eq(pictures.hash, hash), mayBeSeen(read, viewer));
  return (await read.select({ id: pictures.id }).from(pictures).where(isThis).limit(1)).length > 0;
}

/** The pictures of one record that a viewer may see, in the order in which they were added. */
export function listPictures(read: Reader, viewer: Viewer, subject: PictureSubject) {
  return read
    .select(shownColumns(read))
    .from(read.tables.pictures)
    .where(and(belongsTo(read, subject), mayBeSeen(read, viewer)))
    .orderBy(asc(read.tables.pictures.id))
    .limit(MOST_PICTURES);
}

/** Those of some lessons, for laying out their own texts: whoever reads these may see them. */
export function listPicturesToLayOut(read: Reader, lessonIds: readonly string[]) {
  const { pictures } = read.tables;
  return read
    .select({ ...shownColumns(read), lessonId: pictures.subjectId })
    .from(pictures)
    .where(and(eq(pictures.subjectKind, 'lesson'), inArray(pictures.subjectId, [...lessonIds])))
    .limit(MOST_PICTURES * lessonIds.length);
}

function shownColumns({ tables: { pictures } }: Reader) {
  const { id, hash, width, height, alt, credit, licence } = pictures;
  return { id, hash, width, height, alt, credit, licence };
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

export const belongsTo = ({ tables: { pictures } }: Reader | Writer, { kind, id }: PictureSubject) =>
  and(eq(pictures.subjectKind, kind), eq(pictures.subjectId, id));

/** Whoever added a picture goes on seeing it. */
function mayBeSeen(read: Reader, viewer: Viewer): SQL | undefined {
  const { seenBy, addedById } = read.tables.pictures;
  const audiences: Picture['seenBy'][] = [...viewer.circles, ...(isRegisterKeeper(viewer) ? ['keepers' as const] : [])];
  const isReader = and(eq(seenBy, 'readers'), exists(lessonOf(read, viewer)));
  return or(inArray(seenBy, audiences), isReader, viewer.person ? eq(addedById, viewer.person.id) : undefined);
}

/** The lesson of a picture, when the viewer may read it: published in a circle of theirs, theirs to change, or shown to them. */
function lessonOf(read: Reader, viewer: Viewer) {
  const { lessons, lessonPublications, lessonWithdrawals, pictures } = read.tables;
  return read
    .select({ id: lessons.id })
    .from(lessons)
    .leftJoin(lessonPublications, eq(lessonPublications.lessonId, lessons.id))
    .leftJoin(lessonWithdrawals, eq(lessonWithdrawals.lessonId, lessons.id))
    .where(
      and(
        eq(lessons.id, pictures.subjectId),
        or(isOpenTo(read, viewer), isTheirs(read, viewer), isAskedToRead(read, viewer)),
      ),
    );
}

/** As `mayEdit` decides. */
function isTheirs(read: Reader, { person, isAdmin }: Viewer): SQL | undefined {
  const { lessons, lessonAuthors } = read.tables;
  if (!person) return undefined;
  if (isAdmin) return eq(lessons.id, lessons.id);
  const isAuthor = and(eq(lessonAuthors.lessonId, lessons.id), eq(lessonAuthors.personId, person.id));
  return or(
    eq(lessons.createdById, person.id),
    exists(read.select({ id: lessonAuthors.lessonId }).from(lessonAuthors).where(isAuthor)),
  );
}
