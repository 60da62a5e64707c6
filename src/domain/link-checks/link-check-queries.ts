import { aliasedTable, and, asc, eq, gt, inArray, isNotNull, isNull, lt, ne, or, sql } from 'drizzle-orm';
import type { Reader, Writer } from '#db/database.ts';
import type { LinkOutcome } from './link-verdict-rules.ts';

/** The outcomes that somebody has to look at. */
export const TROUBLES = ['gone', 'elsewhere', 'not-reached'] as const satisfies readonly LinkOutcome[];

const MONTH_MS = 30 * 86_400_000;

/** Up to when an address counts as asked long ago. */
export const askedLongAgo = (now: Date): Date => new Date(now.getTime() - MONTH_MS);

/** The public link of a channel that has waited longest to be asked, if any has waited a month; one whose link is new goes first. */
export async function findNextLink(read: Reader, now: Date): Promise<{ channelId: string; url: string } | undefined> {
  const { channels, linkChecks } = read.tables;
  const isDue = or(
    isNull(linkChecks.channelId),
    ne(linkChecks.url, channels.url),
    lt(linkChecks.askedAt, askedLongAgo(now)),
  );
  const [next] = await read
    .select({ channelId: channels.id, url: sql<string>`${channels.url}` })
    .from(channels)
    .leftJoin(linkChecks, eq(linkChecks.channelId, channels.id))
    .where(
      and(
        isNotNull(channels.url),
        sql`${channels.url} like 'http%'`,
        eq(channels.circle, 'public'),
        inArray(channels.status, ['open', 'paused']),
        isDue,
      ),
    )
    .orderBy(
      asc(sql`case when ${linkChecks.channelId} is null then 0 else 1 end`),
      asc(linkChecks.askedAt),
      asc(channels.id),
    )
    .limit(1);
  return next;
}

/** The ids of channels whose link, as it is now, came to this when it was asked last. */
export function idsWithLink(read: Reader | Writer, outcome: LinkOutcome) {
  const { linkChecks, channels } = read.tables;
  const asked = aliasedTable(channels, 'asked');
  return read
    .select({ id: linkChecks.channelId })
    .from(linkChecks)
    .innerJoin(asked, and(eq(asked.id, linkChecks.channelId), eq(asked.url, linkChecks.url)))
    .where(eq(linkChecks.outcome, outcome));
}

/** The channels whose link has been in trouble only since a moment, for the letter to the keepers. */
export function listNewTroubles(read: Reader | Writer, since: Date, most: number) {
  const { linkChecks, channels } = read.tables;
  return read
    .select({ slug: channels.slug, name: channels.name, outcome: linkChecks.outcome, detail: linkChecks.detail })
    .from(linkChecks)
    .innerJoin(channels, and(eq(channels.id, linkChecks.channelId), eq(channels.url, linkChecks.url)))
    .where(
      and(
        inArray(linkChecks.outcome, [...TROUBLES]),
        gt(linkChecks.since, since),
        inArray(channels.status, ['open', 'paused']),
      ),
    )
    .orderBy(asc(channels.name), asc(channels.id))
    .limit(most);
}

export type LinkTrouble = Awaited<ReturnType<typeof listNewTroubles>>[number];
