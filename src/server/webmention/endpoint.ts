import { parsePage } from './parse-page.ts';

/**
 * Where a page wants to be told that somebody speaks of it: by its `Link` header, or by the first `<link>` or `<a>` that
 * says so (W3C Webmention, 3.1.2).
 *
 * @param url where the page was found: addresses are followed from there.
 */
export function findEndpoint(url: string, linkHeader: string | string[] | undefined, html: string): URL | undefined {
  const href = findInHeader([linkHeader ?? []].flat().join(', ')) ?? findInPage(html);
  return href === undefined ? undefined : (URL.parse(href, url) ?? undefined);
}

function findInHeader(header: string): string | undefined {
  for (const [, href, parameters = ''] of header.matchAll(/<([^<>]*)>((?:[^,"]|"[^"]*")*)/g)) {
    const [, quoted, plain] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,]*))/i.exec(parameters) ?? [];
    if (saysWebmention(quoted ?? plain)) return href;
  }
  return undefined;
}

function findInPage(html: string): string | undefined {
  let found: string | undefined;
  parsePage(html, {
    onopentag(name, { rel, href }) {
      if ((name === 'link' || name === 'a') && href !== undefined && saysWebmention(rel)) found ??= href;
    },
  });
  return found;
}

const saysWebmention = (rel: string | undefined) => (rel ?? '').toLowerCase().split(/\s+/).includes('webmention');
