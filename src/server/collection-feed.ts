import type { Reader } from '#db/database.ts';
import { listCollectionLessons } from '#domain/collections/collection-part-queries.ts';
import { findCollection, listCollections } from '#domain/collections/collection-queries.ts';
import { escapeHtml } from '#domain/mail/letter-rules.ts';
import { type Circle, STRANGER } from '#domain/people/viewer.ts';
import { feedLinks } from './feed-answer.ts';
import type { Feed } from './feeds.ts';
import type { SiteFacts } from './site-facts.ts';

/** The feed of a collection for the head of its page: readers of feeds do not sign in. */
export const feedsOf = ({ slug, title, circle }: { slug: string; title: string; circle: Circle }) =>
  circle === 'public' ? feedLinks(`/collections/${slug}`, title) : [];

/** The collections for everyone that were changed last: the same feed whoever asks. */
export async function collectionsFeed(read: Reader, site: SiteFacts): Promise<Feed> {
  const collections = await listCollections(read, STRANGER, 1);
  return {
    title: `Collections – ${site.name}`,
    description: 'Lessons that somebody put together, in an order.',
    siteUrl: site.url,
    pagePath: '/collections',
    feedPath: '/collections.atom',
    author: site.name,
    entries: collections.map(({ id, slug, title, introduction, startedAt, updatedAt }) => ({
      ...{ id, title, updatedAt, publishedAt: startedAt, authors: [], tags: [] },
      path: `/collections/${slug}`,
      summary: introduction.split('\n')[0] ?? '',
      html: paragraphs(introduction),
    })),
  };
}

/** The lessons of a collection as they come into it; undefined when it is not for everyone. */
export async function collectionFeed(read: Reader, site: SiteFacts, slug: string): Promise<Feed | undefined> {
  const collection = await findCollection(read, STRANGER, slug);
  if (!collection || collection.withdrawal) return undefined;
  const lessons = await listCollectionLessons(read, STRANGER, collection.id);
  return {
    title: `${collection.title} – ${site.name}`,
    description: collection.introduction,
    siteUrl: site.url,
    pagePath: `/collections/${collection.slug}`,
    feedPath: `/collections/${collection.slug}.atom`,
    author: site.name,
    entries: lessons
      .filter(({ withdrawal }) => withdrawal === null)
      .map((lesson) => ({
        ...{ id: lesson.id, title: lesson.title, publishedAt: lesson.addedAt, authors: [], tags: [] },
        path: `/lessons/${lesson.slug}`,
        summary: lesson.line || lesson.tryThis,
        html: paragraphs([lesson.line, lesson.tryThis].filter(Boolean).join('\n\n')),
        updatedAt: new Date(Math.max(lesson.addedAt.getTime(), lesson.updatedAt.getTime())),
      }))
      .sort((one, other) => other.publishedAt.getTime() - one.publishedAt.getTime()),
  };
}

const paragraphs = (text: string) =>
  text
    .split(/\n{2,}/)
    .filter(Boolean)
    .map((one) => `<p>${escapeHtml(one).replaceAll('\n', '<br>')}</p>`)
    .join('\n');
