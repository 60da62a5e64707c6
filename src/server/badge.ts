import type { Proof } from '#domain/channels/proof-rules.ts';
import { xml } from './feeds.ts';

export const BADGE = { width: 264, height: 64 } as const;

/** Where the words begin, and how far they may go. */
const LEFT = 62;
const ROOM = BADGE.width - LEFT - 12;
/** The light colours of `styles/tokens.css`: a badge cannot know what it stands on. */
const TONES = { ours: '#2c5e2e', paused: '#7a4a00', retired: '#a3231c' };
const MARKS = { ours: 'm21 33 7 7 14-15', paused: 'M26 24v16m11-16v16', retired: 'm23 23 17 18m0-18-17 18' };

/** A badge that says whose a channel is, as SVG: without style or script, since it is shown by pages of others. */
export function drawBadge({ state, badge }: Pick<Proof, 'state' | 'badge'>, organisation: string): string {
  const { width, height } = BADGE;
  const tone = TONES[state];
  const words = xml(`${badge.what} ${organisation}, ${badge.when}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${words}"><title>${words}</title><rect x="1" y="1" width="${width - 2}" height="${height - 2}" rx="6" fill="#fffaf0" stroke="${tone}" stroke-width="2"/><circle cx="31.5" cy="32" r="20" fill="${tone}"/><path d="${MARKS[state]}" fill="none" stroke="#fffaf0" stroke-width="4.5" stroke-linecap="round" stroke-linejoin="round"/><g font-family="system-ui, sans-serif" fill="#2b1c14">${line(badge.what, 20, 11)}${line(organisation, 37, 15, 'font-weight="700"')}${line(badge.when, 53, 11)}</g></svg>\n`;
}

/** Letters as large as wished, or as small as their number asks for: a badge cannot measure the font that it gets. */
function line(text: string, y: number, size: number, more = ''): string {
  const fitting = Math.min(size, ROOM / (text.length * 0.58));
  return `<text x="${LEFT}" y="${y}" font-size="${fitting.toFixed(1)}" ${more}>${xml(text)}</text>`;
}
