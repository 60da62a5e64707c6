import { and, asc, eq, gt, inArray, isNotNull } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';

/** One of our accounts that is open today, as everybody may see it. */
export interface OfficialAccount {
  id: string;
  slug: string;
  name: string;
  /** A platform's key, as in /channels.json. */
  platform: string;
  kind: string;
  handle: string;
  link: string;
  unit: string;
  /** 'YYYY-MM-DD', or null when nobody has checked it yet. */
  lastCheckedOn: string | null;
}

/** So many at a time, since one query for ten thousand would hold everybody up. */
const PAGE = 500;

/** Every channel with a link that is open to everyone, some at a time, in the order in which they were added. */
export async function* walkOfficial(read: Reader): AsyncGenerator<OfficialAccount[]> {
  for (let last = ''; ; ) {
    const page = await listPage(read, last);
    if (page.length > 0) yield page.flatMap(({ link, ...account }) => (link ? { ...account, link } : []));
    if (page.length < PAGE) return;
    last = page.at(-1)?.id ?? '';
  }
}

function listPage(read: Reader, after: string) {
  const { channels, platforms, units } = read.tables;
  const isOpen = and(
    eq(channels.circle, 'public'),
    inArray(channels.status, ['open', 'paused']),
    isNotNull(channels.url),
  );
  return read
    .select({
      id: channels.id,
      slug: channels.slug,
      name: channels.name,
      platform: platforms.key,
      kind: platforms.kind,
      handle: channels.handle,
      link: channels.url,
      unit: units.name,
      lastCheckedOn: channels.lastReviewedOn,
    })
    .from(channels)
    .innerJoin(platforms, eq(platforms.key, channels.platformKey))
    .innerJoin(units, eq(units.id, channels.unitId))
    .where(and(gt(channels.id, after), isOpen))
    .orderBy(asc(channels.id))
    .limit(PAGE);
}
