import { createHash } from 'node:crypto';
import type { SharedKind, ShareWords } from '#domain/share-pictures/share-rules.ts';

/** Raise it whenever the same words would be drawn differently. */
const DRAWING_VERSION = 1;

/** The words with the site that says them: all that is drawn. */
export interface ShareDrawing extends ShareWords {
  siteName: string;
}

/** What the file of a drawing is called: two drawings that say the same are one file. */
export const drawingName = (drawing: ShareDrawing): string =>
  createHash('sha256')
    .update(JSON.stringify([DRAWING_VERSION, drawing]))
    .digest('hex');

/** For the head of a record's page: the address changes with what is drawn, since those who show previews keep them. */
export function shareOf(kind: SharedKind, slug: string, words: ShareWords, siteName: string) {
  const version = drawingName({ ...words, siteName }).slice(0, 8);
  return { path: `/share/${kind}/${slug}.png?v=${version}`, alt: `${words.kind}: ${words.title}` };
}
