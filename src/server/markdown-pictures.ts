import type { Tokens } from 'marked';
import { escapeHtml } from '#domain/mail/letter-rules.ts';
import {
  fileName,
  readPictureAddress,
  type SeenPicture,
  sayOrigin,
  sourcesOf,
} from '#domain/pictures/picture-rules.ts';

/** A picture that a text may show where it says `![…](picture:<id>)`. */
export interface TextPicture extends SeenPicture {
  id: string;
}

/** How wide a picture stands in a text. */
export const SIZES = '(min-width: 44rem) 40rem, 92vw';

/** Which of the pictures that a text may show it means here. */
export function findShown({ href }: Tokens.Image, pictures: readonly TextPicture[]): SeenPicture | undefined {
  const id = readPictureAddress(href);
  return id ? pictures.find((one) => one.id === id) : undefined;
}

/** Standing alone: with who made it under it. */
export function figureOf(picture: SeenPicture): string {
  const origin = sayOrigin(picture);
  const caption = origin && `<figcaption>${escapeHtml(origin)}</figcaption>`;
  return `<figure class="picture">${pictureOf(picture)}${caption}</figure>\n`;
}

/** Among words: with who made it after it. */
export function inlinePictureOf(picture: SeenPicture): string {
  const origin = sayOrigin(picture);
  return pictureOf(picture) + (origin && ` (${escapeHtml(origin)})`);
}

function pictureOf(picture: SeenPicture): string {
  const { hash, width, height, alt } = picture;
  const source = `<source type="image/avif" srcset="${sourcesOf(picture, 'avif')}" sizes="${SIZES}">`;
  const widths = `srcset="${sourcesOf(picture, 'webp')}" sizes="${SIZES}" width="${width}" height="${height}"`;
  const img = `<img src="/pictures/${fileName(hash, width, 'webp')}" ${widths} alt="${escapeHtml(alt)}" loading="lazy" decoding="async">`;
  return `<picture>${source}${img}</picture>`;
}
