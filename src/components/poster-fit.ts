import type { PosterFacts } from './poster.ts';

/** From the largest letters to the smallest, in tenths: `data-fit` in Poster.astro. */
const FITS = [10, 9, 8, 7, 6, 5, 4, 3];
/** Millimetres of an A4 sheet that are left for the words. */
const ROOM = { poster: 187, strips: 135 };
const WIDTH = 180;
/** Of a letter, beside its height: a little more than usual, so that lines never come out longer than counted. */
const BROAD = 0.53;

/** How large the letters of a poster can be, in tenths, for all its words to fit on one sheet. */
export const fitOf = (facts: PosterFacts, strips: boolean): number =>
  FITS.find((fit) => heightOf(facts, fit / 10) <= roomFor(facts, strips ? 'strips' : 'poster')) ?? FITS.at(-1)!;

/** A long line about the cost takes room away: the letters of the call at the foot do not shrink. */
function roomFor({ cost, address }: PosterFacts, kind: keyof typeof ROOM): number {
  const letters = (size: number) => 125 / (size * BROAD);
  const lines = linesOf(`Three topics, no slides. Everybody is welcome. ${cost}`, letters(5));
  const more = linesOf(address, letters(6)) - 1;
  return ROOM[kind] - 6.25 * Math.max(0, lines - 2) - 7.5 * more;
}

/** About how high the words stand, in millimetres, by the sizes in Poster.astro. */
function heightOf({ title, day, time, venue, topics, dates = [], notice = '' }: PosterFacts, fit: number): number {
  const height = (text: string, size: number, width = WIDTH) =>
    size * fit * 1.25 * linesOf(text, width / (size * fit * BROAD));
  const titleHeight = height(title, 27, Math.min(WIDTH, (fit > 0.5 ? 8.5 : 20) * 27 * fit)) * 0.8 + 26 * fit + 5;
  const topicHeight = topics.reduce(
    (sum, topic) => sum + Math.max(12.3 * fit, height(topic.title, 7.2, 158)) + 3.6 * fit,
    9.4 * fit,
  );
  const noticeHeight = notice ? height(notice, 9, 165) + 14 * fit : 0;
  const dateHeight = dates.length > 0 ? (dates.length + 2) * 7.2 * 1.35 * fit : 0;
  const place = height(`${venue.name}, ${venue.address}`, 8.4) + 7.6 * fit + height(venue.findUs, 7.2);
  return titleHeight + noticeHeight + height(day, 13) + height(time, 13) + place + topicHeight + dateHeight;
}

/** How many lines of so many letters a text takes; a word longer than a line is broken. */
function linesOf(text: string, letters: number): number {
  let lines = text ? 1 : 0;
  let used = 0;
  for (const { length } of text.split(/\s+/)) {
    if (used > 0 && used + 1 + length > letters) {
      lines += 1;
      used = 0;
    }
    lines += Math.floor(Math.max(0, length - 1) / letters);
    used += length + 1;
  }
  return lines;
}
