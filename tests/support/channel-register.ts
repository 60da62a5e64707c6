import type { Database, Writer } from '#db/database.ts';
import { recogniseLink } from '#domain/channels/link-rules.ts';
import { installPlatforms } from '#domain/channels/platform-commands.ts';
import { platformList } from '#domain/channels/platform-list.ts';
import { verifyLink } from '#domain/channels/verify-queries.ts';

type Row = Writer['tables']['channels']['$inferInsert'];

const everyone = { circles: ['public'] } as const;

/** An open channel at a link; its name is also its id. */
export function channel(name: string, link: string, more: Partial<Row> = {}): Row {
  const found = recogniseLink(platformList, link);
  if (found.kind !== 'recognised') throw new Error(`${link} is ${found.kind}`);
  return {
    id: name,
    slug: name,
    name,
    platformKey: found.platformKey,
    url: found.url,
    handle: found.handle,
    linkKey: found.linkKey,
    languages: ['en'],
    accountKind: 'corporate',
    mode: 'conversation',
    whoPosts: [],
    unitId: 'libraries',
    signInKeptIn: 'unknown',
    twoStepSignIn: 'unknown',
    emergencyUse: false,
    status: 'open',
    circle: 'public',
    lastReviewedOn: '2025-03-01',
    tags: [],
    createdAt: new Date(0),
    updatedAt: new Date(0),
    ...more,
  };
}

/** A register with these channels; `closures` gives for a closed channel the id of the one to go to instead. */
export async function withChannels(
  open: () => Promise<Database>,
  rows: Row[],
  closures: Record<string, string | null> = {},
) {
  const { read, write } = await open();
  await write(async (tx) => {
    await installPlatforms(tx);
    await tx.insert(tx.tables.units).values({ id: 'libraries', slug: 'libraries', name: 'Libraries', aliases: [] });
    await tx.insert(tx.tables.channels).values(rows);
    for (const [channelId, goInsteadId] of Object.entries(closures)) {
      const closure = {
        channelId,
        goInsteadId,
        closedOn: '2024-05-01',
        why: 'merged',
        handleFate: 'released',
      } as const;
      await tx.insert(tx.tables.channelClosures).values(closure);
    }
  });
  const ask = async (text: string, viewer: Parameters<typeof verifyLink>[1] = everyone) => {
    const { verdict, sentence, channels } = await verifyLink(read, viewer, text);
    return { verdict, sentence, names: channels.map(({ name }) => name), channels };
  };
  return { read, write, ask };
}
