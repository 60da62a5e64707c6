import { inArray } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { Tables } from '#db/tables.ts';
import { belongsTo, type PictureSubject } from './picture-queries.ts';

type Picture = Tables['pictures']['$inferSelect'];

/** A picture whose files are kept already, and what is known about it. */
export interface NewPicture extends Pick<Picture, 'id' | 'hash' | 'width' | 'height' | 'alt' | 'seenBy' | 'addedById'> {
  credit?: string;
  licence?: string;
  consent?: string;
  subject: PictureSubject;
  now: Date;
}

/** Says what a picture belongs to and who may see it: until then nobody can open its files. Adding it twice adds it once. */
export async function addPicture(tx: Writer, { subject, now, ...picture }: NewPicture) {
  await tx
    .insert(tx.tables.pictures)
    .values({ ...picture, subjectKind: subject.kind, subjectId: subject.id, addedAt: now })
    .onConflictDoNothing();
}

/** Takes pictures away from their records. Their files go with the next sweep, if no other record has them. */
export async function removePictures(tx: Writer, ids: readonly string[]) {
  const { pictures } = tx.tables;
  await tx.delete(pictures).where(inArray(pictures.id, [...ids]));
}

/** The same for all pictures of a record that is gone. */
export async function removePicturesOf(tx: Writer, subject: PictureSubject) {
  await tx.delete(tx.tables.pictures).where(belongsTo(tx, subject));
}
