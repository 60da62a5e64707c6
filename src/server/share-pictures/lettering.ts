import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

/** Writes words as shapes, in the site's own letters: no font of the machine is asked for. */
export interface Lettering {
  /** The words as they can be written, without emoji; undefined when some letter is in none of our fonts. */
  writable(words: string): string | undefined;
  /** How wide they become. */
  measure(words: string, size: number): number;
  /** As SVG paths, beginning at a point of the base line. */
  write(words: string, size: number, left: number, base: number): string;
}

const PARTS = ['latin', 'latin-ext', 'vietnamese'];
/** Left out when no font has them: nobody misses them in a heading. */
const ORNAMENT = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\p{Cf}\p{Cc}]|\u{FE0F}|\u{20E3}/u;

export function openLettering(): Lettering {
  const { resolve } = createRequire(import.meta.url);
  const fonts = PARTS.map((part) => openFont(resolve(`@fontsource/fraunces/files/fraunces-${part}-600-normal.woff`)));
  const fontOf = (letter: string) => fonts.find((font) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));

  /** The words in runs of one font each, with the glyphs of each and where they stand. */
  function layOut(words: string, size: number) {
    const runs: { font: Font; text: string }[] = [];
    for (const letter of words) {
      const font = fontOf(letter) ?? (fonts[0] as Font);
      const last = runs.at(-1);
      if (last?.font === font) last.text += letter;
      else runs.push({ font, text: letter });
    }
    let width = 0;
    const glyphs = runs.flatMap(({ font, text }) => {
      const scale = size / font.unitsPerEm;
      const run = font.layout(text);
      return run.glyphs.map((glyph, at) => {
        const { xOffset = 0, yOffset = 0, xAdvance = 0 } = run.positions[at] ?? {};
        const placed = { glyph, scale, left: width + xOffset * scale, up: yOffset * scale };
        width += xAdvance * scale;
        return placed;
      });
    });
    return { width, glyphs };
  }

  return {
    writable(words) {
      const letters = [...words.toWellFormed().normalize('NFC').replace(/\s+/g, ' ')];
      const kept = letters.filter((letter) => fontOf(letter) || !ORNAMENT.test(letter));
      const text = kept.join('').replace(/ +/g, ' ').trim();
      return text !== '' && kept.every(fontOf) ? text : undefined;
    },
    measure: (words, size) => layOut(words, size).width,
    write: (words, size, left, base) =>
      layOut(words, size)
        .glyphs.map(({ glyph, scale, ...at }) => {
          const place = `translate(${round(left + at.left)} ${round(base - at.up)}) scale(${scale} ${-scale})`;
          return `<path transform="${place}" d="${glyph.path.toSVG()}"/>`;
        })
        .join(''),
  };
}

function openFont(file: string): Font {
  const font = create(readFileSync(file));
  if (!('layout' in font)) throw new Error(`${file} is a collection of fonts.`);
  return font;
}

const round = (number: number) => Math.round(number * 100) / 100;
