import { aliasedTable, eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { nameChanges } from '../channels/channel-history-queries.ts';
import { queueLetters } from '../mail/outbox-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { listCovers } from '../people/cover-queries.ts';
import { listKeepers } from '../reviews/due-queries.ts';
import { localDay } from '../time/date-words.ts';
import { correctionLetter } from './correction-letters.ts';

export interface CorrectionWish {
  id: string;
  channelId: string;
  /** What is wrong, field by field, and what it should be; `words` for what fits none. */
  items: readonly { field: string; was: string; should: string }[];
  answerTo: string | null;
  sentById: string | null;
}

/**
 * Keeps what somebody found wrong with a channel, and tells those who answer for it, whoever stands in for them, and the
 * keepers; its team where nobody is named. The same form sent twice is kept once.
 */
export async function sendCorrection(tx: Writer, wish: CorrectionWish, stationery: Stationery, now: Date) {
  const { corrections, correctionFields } = tx.tables;
  const { items, ...row } = wish;
  const channel = await findChannelAndHolders(tx, wish.channelId);
  if (!channel) return { kind: 'no-such-channel' as const };
  const added = await tx
    .insert(corrections)
    .values({ ...row, sentAt: now })
    .onConflictDoNothing()
    .returning({ id: corrections.id });
  if (added.length === 0) return { kind: 'sent' as const };
  await tx.insert(correctionFields).values(items.map((item) => ({ ...item, correctionId: wish.id })));
  const said = await nameChanges(
    tx,
    items.map(({ field, was, should }) => ({ field, from: was, to: should })),
  );
  const told = await listToTell(tx, channel, localDay(now, stationery.zone));
  const post = told
    .filter(({ id }) => id === null || id !== wish.sentById)
    .map((to) => ({
      id: stationery.newId(),
      letter: correctionLetter(to, { id: wish.id, channel, said }, stationery),
    }));
  await queueLetters(tx, post, stationery, now);
  return { kind: 'sent' as const };
}

async function findChannelAndHolders(tx: Writer, channelId: string) {
  const { channels, units, people } = tx.tables;
  const owner = aliasedTable(people, 'owner');
  const deputy = aliasedTable(people, 'deputy');
  const [found] = await tx
    .select({
      name: channels.name,
      team: channels.teamMailbox,
      unit: units.mailbox,
      owner: { id: owner.id, name: owner.name, email: owner.email, leftAt: owner.leftAt },
      deputy: { id: deputy.id, name: deputy.name, email: deputy.email, leftAt: deputy.leftAt },
    })
    .from(channels)
    .innerJoin(units, eq(units.id, channels.unitId))
    .leftJoin(owner, eq(owner.id, channels.ownerId))
    .leftJoin(deputy, eq(deputy.id, channels.deputyId))
    .where(eq(channels.id, channelId));
  return found;
}

type Found = NonNullable<Awaited<ReturnType<typeof findChannelAndHolders>>>;

export interface Told {
  /** Null for a mailbox that is nobody's own. */
  id: string | null;
  name: string;
  email: string;
  isKeeper: boolean;
}

async function listToTell(tx: Writer, { team, unit, owner, deputy }: Found, today: string): Promise<Told[]> {
  const holders = [owner, deputy].flatMap((one) =>
    one?.email && !one.leftAt ? [{ id: one.id, name: one.name, email: one.email, isKeeper: false }] : [],
  );
  const stands = await listCovers(
    tx,
    holders.map(({ id }) => id),
    today,
  );
  const covers = stands.flatMap(({ coverId: id, name, email }) =>
    email ? [{ id, name, email, isKeeper: false }] : [],
  );
  const mailbox = team || unit;
  const desk = holders.length === 0 && mailbox ? [{ id: null, name: '', email: mailbox, isKeeper: false }] : [];
  const keepers = (await listKeepers(tx)).map((keeper) => ({ ...keeper, isKeeper: true }));
  const all: Told[] = [...keepers, ...desk, ...covers, ...holders];
  return [...new Map(all.map((told) => [told.email, told])).values()];
}
