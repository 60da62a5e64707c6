/** A letter as its author thinks of it; `composeLetter` makes both forms of it. */
export interface Letter {
  to: string;
  subject: string;
  greeting?: string;
  paragraphs: readonly string[];
  /** One thing to press: a page with a button, since opening a link never changes anything. */
  link?: { label: string; url: string };
  closing?: readonly string[];
  attachments?: readonly { filename: string; contentType: string; content: string }[];
}

/** The plain text and the simple HTML twin of a letter: the same words in the same order. */
export function composeLetter(letter: Letter): { plainText: string; html: string } {
  const { greeting, paragraphs, link, closing = [] } = letter;
  const before = [...(greeting ? [greeting] : []), ...paragraphs];
  const plain = [...before, ...(link ? [`${link.label}:\n${link.url}`] : []), ...closing];
  const html = [
    ...before.map(paragraph),
    ...(link ? [`<p><a href="${escapeHtml(link.url)}">${escapeHtml(link.label)}</a></p>`] : []),
    ...closing.map(paragraph),
  ];
  return {
    plainText: `${plain.join('\n\n')}\n`,
    html: `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>${escapeHtml(letter.subject)}</title><body>\n${html.join('\n')}\n</body></html>\n`,
  };
}

const paragraph = (text: string) => `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>`;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
