import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { type Circle, STRANGER } from '../people/viewer.ts';
import { forgetEntry, saveEntry } from '../search/search-commands.ts';
import { onOneLine } from '../text/typed-text-rules.ts';
import { listNotedTopics } from './note-queries.ts';

/** Renews what search knows of the notes of a meetup: nothing before they are published. Call it when the meetup changes, too. */
export async function keepNotesEntry(
  tx: Writer,
  { id, slug, title, circle }: { id: string; slug: string; title: string; circle: Circle },
) {
  const { notePublications } = tx.tables;
  const published = await tx.select().from(notePublications).where(eq(notePublications.meetupId, id));
  if (published.length === 0) return forgetEntry(tx, 'notes', id);
  const topics = await listNotedTopics(tx, STRANGER, [id]);
  const texts = topics.flatMap((topic) => [topic.title, ...topic.notes.map(({ words }) => words)]);
  await saveEntry(tx, {
    ...{ kind: 'notes', subjectId: id, circle, path: `/meetups/${slug}#notes` },
    title: `Notes: ${title}`,
    body: onOneLine(texts.filter(Boolean).join('. ')),
  });
}
