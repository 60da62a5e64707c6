import { asc, eq } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { isNamedTo } from '../people/people-rules.ts';
import type { Viewer } from '../people/viewer.ts';
import { MOST_NOTES, type ShownNote } from './margin-rules.ts';

/** The notes in the margin of a draft, oldest first. For whoever takes part in it: ask `findDraftToRead` before. */
export async function listMargin(read: Reader, viewer: Viewer, lessonId: string): Promise<ShownNote[]> {
  const { marginNotes, marginNoteSettlements, people } = read.tables;
  const { id, section, words, revision, saidAt } = marginNotes;
  const rows = await read
    .select({
      ...{ id, section, words, revision, saidAt },
      settledAt: marginNoteSettlements.settledAt,
      sayer: { id: people.id, name: people.name, circle: people.circle, showsName: people.showsName },
    })
    .from(marginNotes)
    .innerJoin(people, eq(people.id, marginNotes.saidById))
    .leftJoin(marginNoteSettlements, eq(marginNoteSettlements.noteId, marginNotes.id))
    .where(eq(marginNotes.lessonId, lessonId))
    .orderBy(asc(marginNotes.saidAt), asc(marginNotes.id))
    .limit(MOST_NOTES);
  return rows.map(({ sayer, ...note }) => ({
    ...note,
    saidBy: isNamedTo(viewer, sayer) ? sayer.name : null,
    isOwn: sayer.id === viewer.person?.id,
  }));
}
