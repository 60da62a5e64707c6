const CHARACTERS: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/**
 * The words of a rendered text on one line, for search and summaries. Exact for the HTML that `Markdown.render` writes,
 * which has no `>` inside an attribute and no other entities; not a parser for any HTML.
 */
export function plainText(html: string): string {
  return html
    .replace(/<\/?(?:a|code|del|em|strong)(?: [^>]*)?>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (entity, name: string) => CHARACTERS[name] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}
