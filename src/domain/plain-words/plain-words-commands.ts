import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { type JargonWord, MOST_JARGON } from './plain-words-rules.ts';
import { USUAL_JARGON } from './usual-jargon.ts';

/** Puts a word on the list, or changes what to say instead of it. */
export async function saveJargon(tx: Writer, { term, instead }: JargonWord, keeperId: string, now: Date) {
  const { jargonWords } = tx.tables;
  const row = { term: term.toLowerCase(), instead, savedAt: now, savedById: keeperId };
  const isThere = await tx.$count(jargonWords, eq(jargonWords.term, row.term));
  if (isThere === 0 && (await tx.$count(jargonWords)) >= MOST_JARGON) return { kind: 'full' as const };
  await tx.insert(jargonWords).values(row).onConflictDoUpdate({ target: jargonWords.term, set: row });
  return { kind: 'saved' as const };
}

/** Takes a word off the list. */
export async function removeJargon(tx: Writer, term: string) {
  const { jargonWords } = tx.tables;
  await tx.delete(jargonWords).where(eq(jargonWords.term, term));
}

/** Puts the usual words on the list; those that are there already stay as they are. */
export async function addUsualJargon(tx: Writer, keeperId: string, now: Date) {
  const rows = USUAL_JARGON.map((word) => ({ ...word, savedAt: now, savedById: keeperId }));
  await tx.insert(tx.tables.jargonWords).values(rows).onConflictDoNothing();
}
