/**
 * How a word that is looked for may stand in a text: `email` also as `e mail`, which is what the index holds of `e-mail`.
 *
 * @returns one or two words each, as `foldWords` makes them; the last may be the beginning of a longer one.
 */
export const spellingsOf = (word: string): string[] =>
  word.startsWith('e') && word.length > 2 ? [word, `e ${word.slice(1)}`] : [word];
