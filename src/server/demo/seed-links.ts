import { eq } from 'drizzle-orm';
import { claimLink, noteLink } from '#domain/link-checks/link-check-commands.ts';
import type { LinkVerdict } from '#domain/link-checks/link-verdict-rules.ts';
import { daysBefore } from './demo-calendar.ts';
import { type DemoRoom, named } from './demo-room.ts';

/** What a check of links found, some days ago. The demo itself asks nobody. */
const FOUND: readonly (LinkVerdict & { channel: string; daysAgo: number })[] = [
  {
    ...{ channel: 'Sandford Council on Threads', daysAgo: 3 },
    ...{ outcome: 'gone', detail: 'the site says that it is not there (404)' },
  },
  {
    ...{ channel: 'Apprentice blog', daysAgo: 5 },
    ...{ outcome: 'elsewhere', detail: 'https://jobs.sandford.example/apprentices' },
  },
  {
    ...{ channel: 'Tip queue page', daysAgo: 9 },
    ...{ outcome: 'not-reached', detail: 'the site did not answer in time' },
  },
];

export async function seedLinks({ tx, now, channels }: DemoRoom) {
  for (const { channel, daysAgo, ...verdict } of FOUND) {
    const channelId = named(channels, channel);
    const [row] = await tx
      .select({ url: tx.tables.channels.url })
      .from(tx.tables.channels)
      .where(eq(tx.tables.channels.id, channelId));
    const link = { channelId, url: row?.url ?? '' };
    await claimLink(tx, link, daysBefore(now, daysAgo));
    await noteLink(tx, link, verdict, daysBefore(now, daysAgo));
  }
}
