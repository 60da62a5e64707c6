const IN_HEADER = /charset\s*=\s*"?([\w-]+)/i;
const IN_PAGE = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]+)/i;

/** The text of a page in the character set that its header or its first lines name, or in UTF-8. */
export function decodePage(body: Buffer, type: string): string {
  const named = IN_HEADER.exec(type) ?? IN_PAGE.exec(body.toString('latin1', 0, 1024));
  try {
    return new TextDecoder(named?.[1]).decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}
