import { onOneLine } from './typed-text-rules.ts';

const CHARACTERS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/**
 * The words of a rendered text on one line, for search and summaries. Exact for the HTML that `Markdown.render` writes,
 * which has no `>` inside an attribute and no other entities; not a parser for any HTML.
 */
export function plainText(html: string): string {
  const text = html
    .replace(/<\/?(?:a|code|del|em|strong)(?: [^>]*)?>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (entity, name: string) => CHARACTERS[name] ?? entity);
  return onOneLine(text);
}

/** The same, one paragraph, list item or heading at a time; text in its exact form (`pre`) is left out. */
export const plainBlocks = (html: string): string[] =>
  html
    .replace(/<pre>[\s\S]*?<\/pre>/g, ' ')
    .split(/<\/(?:p|li|h[2-6]|th|td)>/)
    .map(plainText)
    .filter(Boolean);
