import type { Database } from '#db/database.ts';
import { answerByLink, answerReviews } from '#domain/reviews/answer-commands.ts';
import { askReviews } from '#domain/reviews/ask-commands.ts';
import type { Answer } from '#domain/reviews/review-ask-rules.ts';
import { hashToken } from '#server/chance.ts';
import { stationeryOf } from '#server/stationery.ts';
import { channelFields, openChannelRoom } from './channels.ts';
import { SITE_HEAD } from './meetup-room.ts';

const STATIONERY = stationeryOf(SITE_HEAD);
export const morning = (day: string) => new Date(`${day}T09:00:00Z`);

/** Channels of Ann, with Bob as deputy, checked on 1 June 2026, and Kit who keeps the register. */
export async function openReviewRoom(open: () => Promise<Database>) {
  const room = await openChannelRoom(open);
  const { read, write } = room;
  for (const id of ['ann', 'bob', 'kit', 'cy']) await room.addPerson(id);
  await write((tx) =>
    tx.insert(tx.tables.roles).values({ personId: 'kit', role: 'keeper', grantedAt: morning('2026-01-01') }),
  );
  const both = { ownerId: 'ann', deputyId: 'bob' };
  for (const id of ['a', 'b'])
    await room.save(id, channelFields('libraries', { name: `Board ${id}`, ...both }), '2026-06-01');
  const letters = () => read.select().from(read.tables.outbox).orderBy(read.tables.outbox.queuedAt);
  return {
    ...room,
    both,
    letters,
    ask: (day: string) => write((tx) => askReviews(tx, 'site', STATIONERY, morning(day))),
    /** Who was written to, one line a letter. */
    post: async () => (await letters()).map(({ recipient, subject }) => `${recipient.split('@')[0]}: ${subject}`),
    answer: (personId: string, answer: Answer, channelIds: string[], day: string) =>
      write((tx) =>
        answerReviews(tx, { channelIds, answer, person: { id: personId, name: personId } }, STATIONERY, morning(day)),
      ),
    press: (token: string, answer: Answer, day: string) =>
      write((tx) => answerByLink(tx, { linkHash: hashToken(token), answer }, STATIONERY, morning(day))),
    /** The links in the newest letter to somebody. */
    tokens: async (id: string) => {
      const mine = (await letters()).filter(({ recipient }) => recipient.startsWith(`${id}@`));
      return [...(mine.at(-1)?.plainText ?? '').matchAll(/\/reviews\/([\w-]+)\/still-right/g)].map(
        (match) => match[1] ?? '',
      );
    },
    channel: async (id: string) => (await read.select().from(read.tables.channels)).find((one) => one.id === id),
  };
}
