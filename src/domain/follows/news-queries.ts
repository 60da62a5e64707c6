import type { Reader } from '#db/database.ts';
import { listRegisterNews } from './channel-news-queries.ts';
import { listCommentNews } from './comment-news-queries.ts';
import { listDateNews } from './date-news-queries.ts';
import { listLessonNews, listResultNews } from './lesson-news-queries.ts';
import type { News } from './news-rules.ts';

/** What happened since a moment that somebody may follow: the same queries, however much it is and whoever follows. */
export async function listNews(read: Reader, since: Date, now: Date): Promise<News[]> {
  const lists = await Promise.all([
    listNewsAtOnce(read, since),
    listDateNews(read, since, now),
    listCommentNews(read, since),
  ]);
  return lists.flat();
}

/** The same without what is told at once elsewhere: dates when they open, comments when they are said. */
export async function listNewsAtOnce(read: Reader, since: Date): Promise<News[]> {
  const lists = await Promise.all([
    listLessonNews(read, since),
    listResultNews(read, since),
    listRegisterNews(read, since),
  ]);
  return lists.flat();
}
