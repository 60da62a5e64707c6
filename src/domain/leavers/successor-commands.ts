import { and, eq, max } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { type HandOversWish, startHandOvers } from '../handovers/hand-over-commands.ts';
import type { Stationery } from '../mail/stationery.ts';
import { passOnHosting } from '../series/host-commands.ts';

export interface Succession extends HandOversWish {
  /** Who leaves. */
  fromId: string;
  /** Series they host, and lessons they have in draft: these need nothing but a name, so they pass on at once. */
  seriesIds: readonly string[];
  draftIds: readonly string[];
  /** The last day the leaver hosts, 'YYYY-MM-DD'. */
  lastDay: string;
}

/** Gives what would leave with somebody to one successor, in one write and with one letter: they are asked about the channels. */
export async function giveToSuccessor(tx: Writer, wish: Succession, stationery: Stationery, now: Date) {
  const also: string[] = [];
  for (const seriesId of wish.seriesIds) {
    const passed = await passOnHosting(tx, { ...wish, seriesId }, stationery, now);
    if (passed.kind === 'passed-on') also.push(`you host the series ${passed.name}`);
  }
  for (const lessonId of wish.draftIds)
    if (await addAuthor(tx, lessonId, wish.toId)) also.push('you are an author of a lesson in draft');
  return startHandOvers(tx, { ...wish, also }, stationery, now);
}

async function addAuthor(tx: Writer, lessonId: string, personId: string): Promise<boolean> {
  const { lessonAuthors } = tx.tables;
  const isAuthor = and(eq(lessonAuthors.lessonId, lessonId), eq(lessonAuthors.personId, personId));
  const there = await tx.select({ at: lessonAuthors.position }).from(lessonAuthors).where(isAuthor);
  if (there.length > 0) return false;
  const [last] = await tx
    .select({ position: max(lessonAuthors.position) })
    .from(lessonAuthors)
    .where(eq(lessonAuthors.lessonId, lessonId));
  await tx.insert(lessonAuthors).values({ lessonId, personId, position: (last?.position ?? 0) + 1 });
  return true;
}
