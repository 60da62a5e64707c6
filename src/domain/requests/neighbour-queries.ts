import { aliasedTable, and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { isLive, mayBeSeen } from '../channels/channel-filter-queries.ts';
import type { Viewer } from '../people/viewer.ts';
import { rankNeighbours, tellingWords, type WordHit } from './neighbour-rules.ts';
import { type OpeningWish, sayObjective } from './request-rules.ts';

/** The live channels this viewer may see that are most like what somebody wants to open. */
export async function listNeighbours(read: Reader, viewer: Viewer, wish: OpeningWish) {
  const words = tellingWords([sayObjective(wish), wish.audience, wish.name].join(' '));
  if (words.length === 0) return [];
  const { channels, platforms, units, people } = read.tables;
  const [hits, total] = await Promise.all([
    listHits(read, viewer, words),
    read.$count(channels, and(mayBeSeen(channels, viewer), isLive(read))),
  ]);
  const ranked = rankNeighbours(words, hits, { channels: total, unitId: wish.unitId });
  if (ranked.length === 0) return [];
  const ids = ranked.map(({ channelId }) => channelId);
  const { id, slug, name, objective, audience } = channels;
  const found = await read
    .select({
      ...{ id, slug, name, objective, audience, platform: platforms.label, unit: units.name },
      owner: {
        isReached:
          sql<number>`(${people.email} is not null and ${people.leftAt} is null and ${people.id} <> ${viewer.person?.id ?? ''})`.mapWith(
            Boolean,
          ),
      },
    })
    .from(channels)
    .innerJoin(platforms, eq(platforms.key, channels.platformKey))
    .innerJoin(units, eq(units.id, channels.unitId))
    .leftJoin(people, eq(people.id, channels.ownerId))
    .where(and(inArray(id, ids), mayBeSeen(channels, viewer)));
  return ranked.flatMap(({ channelId, likeness }) => {
    const channel = found.find((one) => one.id === channelId);
    return channel ? [{ ...channel, likeness }] : [];
  });
}

/** Which live channels have which of the words: one query, at most some hundred of the newest to a word. */
async function listHits(read: Reader, viewer: Viewer, words: readonly string[]): Promise<WordHit[]> {
  const { channels, searchEntries } = read.tables;
  const which = and(eq(searchEntries.kind, 'channel'), inArray(searchEntries.circle, [...viewer.circles])) as SQL;
  const found = words.map((word) => sql`select ${word} as word, number from ${read.bestHits([word], which)} as hits`);
  const hits = sql`(${sql.join(found, sql` union all `)}) as hits`;
  const entry = aliasedTable(searchEntries, 'entry');
  return read
    .select({ word: sql<string>`hits.word`, channelId: channels.id, unitId: channels.unitId })
    .from(entry)
    .innerJoin(hits, eq(entry.number, sql`hits.number`))
    .innerJoin(channels, eq(channels.id, entry.subjectId))
    .where(and(mayBeSeen(channels, viewer), isLive(read)));
}
