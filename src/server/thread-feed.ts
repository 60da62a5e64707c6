import type { Reader } from '#db/database.ts';
import { listNewestComments } from '#domain/comments/comment-queries.ts';
import { commentPath } from '#domain/comments/comment-rules.ts';
import { findThread } from '#domain/comments/thread-queries.ts';
import { STRANGER } from '#domain/people/viewer.ts';
import type { Feed } from './feeds.ts';
import type { SiteFacts } from './site-facts.ts';

/** What was said last under something that everyone may see; the same whoever asks. */
export async function threadFeed(read: Reader, site: SiteFacts, id: string): Promise<Feed | undefined> {
  const thread = await findThread(read, STRANGER, id);
  if (!thread) return undefined;
  const comments = await listNewestComments(read, STRANGER, id);
  return {
    title: `Under “${thread.title}” – ${site.name}`,
    description: 'What people say there.',
    siteUrl: site.url,
    pagePath: `/threads/${id}`,
    feedPath: `/threads/${id}.atom`,
    author: site.name,
    entries: comments
      .filter(({ isGone }) => !isGone)
      .map(({ id, name, hat, html, saidAt, editedAt }) => ({
        ...{
          id,
          path: commentPath(id),
          summary: '',
          html,
          publishedAt: saidAt,
          updatedAt: editedAt ?? saidAt,
          tags: [],
        },
        title: `${name || 'Somebody'}${hat.name && ` for ${hat.name}`} under “${thread.title}”`,
        authors: name ? [name] : [],
      })),
  };
}
