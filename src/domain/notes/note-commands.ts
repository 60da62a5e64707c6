import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { Viewer } from '../people/viewer.ts';
import { keepNotesEntry } from './note-entry-commands.ts';
import { findNotebook } from './note-queries.ts';
import { type Note, noteKey } from './note-rules.ts';

/** A box as somebody leaves it: they began with `before`, which was version `version`. */
export interface TypedNote {
  key: string;
  version: number;
  before: string;
  words: string;
}

/**
 * Saves the boxes that somebody changed, all or none. A box that somebody else saved meanwhile is not overwritten: then
 * the outcome is `changed-since`, and the page shows both texts. What was saved already is fine to send again.
 */
export async function saveNotes(
  tx: Writer,
  viewer: Viewer & { person: { id: string } },
  { meetupId, typed }: { meetupId: string; typed: readonly TypedNote[] },
  now: Date,
) {
  const notebook = await findNotebook(tx, viewer, { id: meetupId });
  if (!notebook) return { kind: 'no-such-meetup' as const };
  if (!notebook.mayWrite) return { kind: notebook.publishedAt ? ('published' as const) : ('not-yours' as const) };
  const notes = new Map(notebook.topics.flatMap(({ notes }) => notes.map((note) => [noteKey(note), note])));
  const changed = typed.filter(({ key, before, words }) => words !== before && words !== notes.get(key)?.words);
  if (changed.some(({ key }) => !notes.has(key))) return { kind: 'no-such-topic' as const };
  if (changed.some(({ key, version }) => notes.get(key)?.version !== version))
    return { kind: 'changed-since' as const };
  for (const { key, words } of changed) await keepNote(tx, { ...notes.get(key)!, words }, viewer.person.id, now);
  if (notebook.publishedAt) await keepNotesEntry(tx, notebook.meetup);
  return { kind: 'saved' as const, slug: notebook.meetup.slug };
}

/** Lets the whole circle of a meetup read its notes. */
export async function publishNotes(tx: Writer, meetup: Parameters<typeof keepNotesEntry>[1], byId: string, now: Date) {
  await tx
    .insert(tx.tables.notePublications)
    .values({ meetupId: meetup.id, publishedById: byId, publishedAt: now })
    .onConflictDoNothing();
  await keepNotesEntry(tx, meetup);
}

/** Takes published notes back: only those who write them read them again. */
export async function withholdNotes(tx: Writer, meetup: Parameters<typeof keepNotesEntry>[1]) {
  const { notePublications } = tx.tables;
  await tx.delete(notePublications).where(eq(notePublications.meetupId, meetup.id));
  await keepNotesEntry(tx, meetup);
}

async function keepNote(tx: Writer, { topicId, box, words, version }: Note, savedById: string, now: Date) {
  const { topicNotes } = tx.tables;
  const saved = { words, version: version + 1, savedById, savedAt: now };
  await tx
    .insert(topicNotes)
    .values({ topicId, box, ...saved })
    .onConflictDoUpdate({ target: [topicNotes.topicId, topicNotes.box], set: saved });
}
