import type { APIRoute } from 'astro';
import { findNotebook } from '#domain/notes/note-queries.ts';
import { noteKey } from '#domain/notes/note-rules.ts';
import { refusal, requireMember } from '#server/guards.ts';

/**
 * What stands in the boxes of a meetup now, for a page of notes that is open: nothing (204) when the mark that it has
 * `heard` is still the newest.
 */
export const GET: APIRoute = async (context) => {
  requireMember(context);
  const { params, locals, url } = context;
  const notebook = await findNotebook(locals.read, locals.viewer, { slug: params.slug ?? '' });
  if (!notebook?.mayWrite) throw refusal('NOT_FOUND', 'There are no notes for you to write at this address.');
  const notes = notebook.topics.flatMap((topic) => topic.notes);
  const mark = String(notes.reduce((sum, { version }) => sum + version, 0));
  const headers = { 'cache-control': 'private, no-store', 'content-type': 'application/json; charset=utf-8' };
  if (mark === url.searchParams.get('heard')) return new Response(null, { status: 204, headers });
  const news = notes.map((note) => ({
    key: noteKey(note),
    ...{ words: note.words, version: note.version, savedBy: note.savedBy },
  }));
  return new Response(JSON.stringify({ mark, notes: news }), { headers });
};
