interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A paper label on a tile: lines of text at their places on a plate. */
export interface Label extends Box {
  lines: { text: string; x: number; y: number; isName: boolean }[];
  textSize: number;
}

/** The width of a bold character and the height of a line, for a text of size 1; enough for the widest system fonts. */
const CHARACTER = 0.64;
const LINE = 1.25;
/** Space between the tile's edge and the label, and inside the label. */
const MARGIN = 6;
const PADDING = 6;
const MOST_NAME_LINES = 3;
/** Less than this of a name says nothing. */
const FEWEST_CHARACTERS = 7;

/** The label that fits on a tile: the name, and below it the numbers when there is room; undefined for a tile too small. */
export function placeLabel(
  words: { name: string; total: number; toCheck: number },
  tile: Box,
  textSize: number,
): Label | undefined {
  const room = { width: tile.width - 2 * (MARGIN + PADDING), height: tile.height - 2 * (MARGIN + PADDING) };
  const characters = Math.floor(room.width / (textSize * CHARACTER));
  const most = Math.floor(room.height / (textSize * LINE));
  const names = wrap(words.name, characters, Math.min(most, MOST_NAME_LINES));
  if (names.length === 0) return undefined;
  const numbers = numbersOf(words).find((text) => text.length <= characters && names.length < most);
  const texts = numbers === undefined ? names : [...names, numbers];
  const x = tile.x + MARGIN;
  const y = tile.y + MARGIN;
  return {
    x,
    y,
    width: Math.ceil(Math.max(...texts.map(({ length }) => length)) * textSize * CHARACTER) + 2 * PADDING,
    height: Math.ceil(texts.length * textSize * LINE) + 2 * PADDING - Math.round(textSize * 0.15),
    textSize,
    lines: texts.map((text, line) => ({
      text,
      x: x + PADDING,
      y: Math.round(y + PADDING + textSize * (0.85 + line * LINE)),
      isName: line < names.length,
    })),
  };
}

/** The numbers, in fewer words when there is less room. */
const numbersOf = ({ total, toCheck }: { total: number; toCheck: number }): string[] =>
  toCheck > 0 ? [`${total}, ${toCheck} to check`, `${total} (${toCheck})`] : [`${total}, all checked`, `${total}`];

/** Words in lines of at most so many characters, cut with an ellipsis where there is no room; no lines for a mere stump. */
function wrap(text: string, characters: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`;
    if (lines.length > 0 && longer.length <= characters) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const fitting = lines.findIndex(({ length }) => length > characters);
  const whole = lines.slice(0, Math.min(most, fitting === -1 ? most : fitting + 1));
  const isWhole = whole.length === lines.length && fitting === -1;
  const last = whole.at(-1);
  if (last === undefined) return [];
  if (!isWhole) whole[whole.length - 1] = `${last.slice(0, characters - 1).trimEnd()}…`;
  return isWhole || characters >= FEWEST_CHARACTERS ? whole : [];
}
