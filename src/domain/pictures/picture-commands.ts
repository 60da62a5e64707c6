import { and, eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { Tables } from '#db/tables.ts';
import type { PictureSubject } from './picture-queries.ts';

type Picture = Tables['pictures']['$inferSelect'];

/** A picture whose files are kept already, and what is known about it. */
export interface NewPicture extends Pick<Picture, 'id' | 'hash' | 'width' | 'height' | 'alt' | 'seenBy' | 'addedById'> {
  credit?: string;
  licence?: string;
  consent?: string;
  subject: PictureSubject;
  now: Date;
}

/** Says what a picture belongs to and who may see it: until then nobody can open its files. */
export async function addPicture(tx: Writer, { subject, now, ...picture }: NewPicture) {
  await tx
    .insert(tx.tables.pictures)
    .values({ ...picture, subjectKind: subject.kind, subjectId: subject.id, addedAt: now });
}

/** Lets others see the pictures of a record, or nobody but those: as the record itself moves. */
export async function showPictures(tx: Writer, { kind, id }: PictureSubject, seenBy: Picture['seenBy']) {
  const { pictures } = tx.tables;
  await tx
    .update(pictures)
    .set({ seenBy })
    .where(and(eq(pictures.subjectKind, kind), eq(pictures.subjectId, id)));
}

/** Takes a picture away from its record. Its files go with the next sweep, if no other record has them. */
export async function removePicture(tx: Writer, id: string) {
  const { pictures } = tx.tables;
  await tx.delete(pictures).where(eq(pictures.id, id));
}
