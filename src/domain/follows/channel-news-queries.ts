import type { Reader } from '#db/database.ts';
import { listAllChannelNews } from '../channels/channel-news-queries.ts';
import { sayNews, tellNews } from '../channels/channel-news-rules.ts';
import { listUnitLines } from './lesson-about-queries.ts';
import { circlesThatSeeChannel, type News } from './news-rules.ts';

const MOST = 200;

/** Which channels opened, moved and closed since a moment, for whoever follows them or their units. */
export async function listRegisterNews(read: Reader, since: Date): Promise<News[]> {
  const rows = await listAllChannelNews(read, since, MOST);
  const lineOf = rows.length > 0 ? await listUnitLines(read) : () => [];
  return rows.map((row) => {
    const seenBy = circlesThatSeeChannel(row);
    const channel = { kind: 'channel' as const, subjectId: row.channelId, name: row.name, seenBy };
    return {
      ...{ kind: 'channel', subjectId: row.id, at: row.at, seenBy, about: [channel, ...lineOf(row.unitId)] },
      ...{ byIds: row.byId ? [row.byId] : [], words: sayNews(row), detail: tellNews(row) },
      path: `/channels/${row.slug}`,
    };
  });
}
