/** Whom a host writes to. */
export const AUDIENCES = ['going', 'waiting', 'came'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** How many letters one host may send about one meetup in a day: enough for news, too few for a nuisance. */
export const MOST_LETTERS_A_DAY = 3;

const WORDS: Record<Audience, string> = {
  going: 'everyone who is going',
  waiting: 'everyone who is waiting',
  came: 'everyone who came',
};

/** "everyone who is going" */
export const sayAudience = (audience: Audience): string => WORDS[audience];

/** How many parties there are, and why some of them get no letter. */
export interface Reach {
  letters: number;
  withoutAddress: number;
  refused: number;
}

/** "14 letters", "One letter", "No letter". */
export const sayLetters = (letters: number): string =>
  letters === 0 ? 'No letter' : letters === 1 ? 'One letter' : `${letters} letters`;
