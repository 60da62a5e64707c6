import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';

/** Who can get into a channel today, by name: for its owner, its deputy and keepers; nobody for anybody else. */
export async function listAccess(read: Reader, channel: { id: string; isHolder: boolean }) {
  if (!channel.isHolder) return [];
  const { channelAccess, people } = read.tables;
  return read
    .select({
      personId: channelAccess.personId,
      name: people.name,
      level: channelAccess.level,
      since: channelAccess.since,
    })
    .from(channelAccess)
    .innerJoin(people, eq(people.id, channelAccess.personId))
    .where(and(eq(channelAccess.channelId, channel.id), isNull(channelAccess.until)))
    .orderBy(asc(people.name), asc(people.id));
}
