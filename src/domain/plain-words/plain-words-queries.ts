import { asc } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import { MOST_JARGON } from './plain-words-rules.ts';

/** The words that this site would rather not read, by the alphabet: for everybody. */
export const listJargon = (read: Reader) => {
  const { jargonWords } = read.tables;
  return read
    .select({ term: jargonWords.term, instead: jargonWords.instead })
    .from(jargonWords)
    .orderBy(asc(jargonWords.term))
    .limit(MOST_JARGON);
};
