import type { Lettering } from './lettering.ts';
import type { ShareDrawing } from './share-address.ts';

export const WIDTH = 1200;
export const HEIGHT = 630;

/** As in `styles/tokens.css`, in the light. */
const PAPER = '#f6efe2';
const CARD = '#fffaf0';
const INK = '#2b1c14';
const INK_SOFT = '#66503f';
const LINE = '#dccfb8';
const ACCENT = '#1f4d9c';
const BRASS = '#b98a2f';
const STAIN = 'rgb(164 98 38 / 0.15)';

const LEFT = 120;
const WIDEST_LINE = 960;
const TITLE_SIZES = [84, 72, 62, 54, 46];
const TITLE_LEADING = 1.14;
const MOST_LETTERS = 300;

/** A card on the noticeboard, 1200 × 630, as an SVG without any text in it: what cannot be written is our name and mark instead. */
export function drawShare(drawing: ShareDrawing, lettering: Lettering): string {
  const siteName = lettering.writable(drawing.siteName);
  const title = lettering.writable(drawing.title.slice(0, MOST_LETTERS));
  const line = lettering.writable(drawing.line);
  if (title === undefined && siteName === undefined) return frame(mark(500, 200, 7));
  const words = title === undefined ? { title: siteName ?? '', line: undefined } : { title, line };
  const heading = fitTitle(words.title, words.line ? 225 : 275, lettering);
  const rows = heading.rows.map((row, at) =>
    lettering.write(row, heading.size, LEFT, 200 + heading.size * (0.85 + at * TITLE_LEADING)),
  );
  const below = 200 + heading.size * TITLE_LEADING * heading.rows.length + 40;
  const small = fitLine(words.line ?? '', 32, lettering, WIDEST_LINE);
  return frame(
    [
      `<g fill="${ACCENT}">${lettering.write(drawing.kind, 30, LEFT, 160)}</g>`,
      `<g fill="${INK}">${rows.join('')}</g>`,
      `<g fill="${INK_SOFT}">${lettering.write(small, 32, LEFT, below)}</g>`,
      mark(LEFT - 4, 490, 1.6),
      title !== undefined && siteName !== undefined
        ? `<g fill="${INK}">${lettering.write(fitLine(siteName, 34, lettering, WIDEST_LINE - 64), 34, LEFT + 64, 527)}</g>`
        : '',
    ].join(''),
  );
}

/** The largest letters in which a title stays within its room; the smallest are cut, and say so. */
function fitTitle(title: string, room: number, lettering: Lettering) {
  for (const size of TITLE_SIZES) {
    const rows = breakLines(title, size, lettering);
    if (rows.length * size * TITLE_LEADING <= room) return { size, rows: balance(title, size, lettering, rows) };
  }
  const size = TITLE_SIZES.at(-1) ?? 0;
  const rows = breakLines(title, size, lettering).slice(0, Math.floor(room / (size * TITLE_LEADING)));
  return { size, rows: [...rows.slice(0, -1), fitLine(`${rows.at(-1)} …`, size, lettering, WIDEST_LINE)] };
}

/** As many rows, but of more equal length: no word stands alone in the last. */
function balance(title: string, size: number, lettering: Lettering, rows: string[]): string[] {
  const narrower = [0.55, 0.65, 0.75, 0.85].map((share) => breakLines(title, size, lettering, WIDEST_LINE * share));
  return narrower.find(({ length }) => length === rows.length) ?? rows;
}

/** Between words, or inside a word that is wider than a line. */
function breakLines(text: string, size: number, lettering: Lettering, width = WIDEST_LINE): string[] {
  const fits = (line: string) => lettering.measure(line, size) <= width;
  const rows: string[] = [];
  for (const word of text.split(' ')) {
    const longer = rows.length > 0 ? `${rows.at(-1)} ${word}` : word;
    if (fits(longer)) rows.splice(-1, 1, longer);
    else if (fits(word)) rows.push(word);
    else rows.push(...breakWord(word, fits));
  }
  return rows;
}

function breakWord(word: string, fits: (line: string) => boolean): string[] {
  const rows = [''];
  for (const letter of word) {
    const longer = rows.at(-1) + letter;
    if (fits(longer)) rows.splice(-1, 1, longer);
    else rows.push(letter);
  }
  return rows;
}

/** One line, cut where the room ends. */
function fitLine(text: string, size: number, lettering: Lettering, width: number): string {
  if (lettering.measure(text, size) <= width) return text;
  let cut = text.replace(/ ?…$/, '');
  while (lettering.measure(`${cut}…`, size) > width) cut = cut.slice(0, -1).trimEnd();
  return `${cut}…`;
}

/** The ring of `styles/ring.svg`, that many times as large. */
const mark = (left: number, top: number, scale: number) =>
  `<g transform="translate(${left} ${top}) scale(${scale})" fill="none" stroke="${ACCENT}" stroke-width="2.5" stroke-linecap="round">` +
  `<circle cx="16" cy="16" r="4.5" fill="${ACCENT}" stroke="none"/><path d="M16 7.5a8.5 8.5 0 1 1-6 2.5M16 2a14 14 0 1 1-12.1 7"/></g>`;

/** Paper with the ring of a cup, and a card pinned to it. */
const frame = (inside: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="${WIDTH}" height="${HEIGHT}" fill="${PAPER}"/>` +
  `<g fill="none" stroke="${STAIN}"><circle cx="1080" cy="40" r="210" stroke-width="12"/><circle cx="1084" cy="44" r="186" stroke-width="4"/></g>` +
  `<rect x="56" y="62" width="1096" height="518" rx="6" fill="rgb(74 48 25 / 0.16)"/>` +
  `<rect x="52" y="56" width="1096" height="518" rx="6" fill="${CARD}" stroke="${LINE}" stroke-width="2"/>` +
  `<circle cx="600" cy="60" r="13" fill="rgb(74 48 25 / 0.3)"/><circle cx="600" cy="56" r="13" fill="${BRASS}"/><circle cx="596" cy="52" r="5" fill="#f4dc9c"/>` +
  `${inside}</svg>`;
