import { eq, lt, ne, or, sql } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { askedLongAgo } from './link-check-queries.ts';
import type { LinkVerdict } from './link-verdict-rules.ts';

interface Link {
  channelId: string;
  url: string;
}

/** Notes that a link is being asked for, unless it was within the month: a crash, or another process, asks nobody twice. */
export async function claimLink(tx: Writer, { channelId, url }: Link, now: Date): Promise<boolean> {
  const { linkChecks } = tx.tables;
  const claimed = await tx
    .insert(linkChecks)
    .values({ channelId, url, askedAt: now })
    .onConflictDoUpdate({
      target: linkChecks.channelId,
      set: { url, askedAt: now },
      setWhere: sql`${or(ne(linkChecks.url, url), lt(linkChecks.askedAt, askedLongAgo(now)))}`,
    })
    .returning({ id: linkChecks.channelId });
  return claimed.length > 0;
}

/** Notes what came of it. Whatever that is, the channel itself stays as it is: people decide. */
export async function noteLink(tx: Writer, { channelId }: Link, { outcome, detail }: LinkVerdict, now: Date) {
  const { linkChecks } = tx.tables;
  const isThis = eq(linkChecks.channelId, channelId);
  const [before] = await tx
    .select({ outcome: linkChecks.outcome, since: linkChecks.since })
    .from(linkChecks)
    .where(isThis);
  const since = before?.outcome === outcome ? before.since : now;
  await tx.update(linkChecks).set({ outcome, detail, since }).where(isThis);
}
