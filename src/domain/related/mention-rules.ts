const MOST_MENTIONS = 100;
const MENTIONED = /^\/(?:lessons|meetups|channels|series|collections)\/[^/]+$/;

/**
 * The pages of this site that rendered texts link to, each once: `/lessons/one-question`. Exact for the HTML that
 * `Markdown.render` writes; the origin may stand before a path or not.
 *
 * @param siteUrl the site's origin; empty when it is not known, and then only paths count.
 */
export function mentionedPaths(texts: readonly string[], siteUrl: string): string[] {
  const hrefs = texts.flatMap((html) => [...html.matchAll(/<a href="([^"]*)"/g)].map((match) => match[1] ?? ''));
  const paths = hrefs.flatMap((href) => {
    const path = siteUrl && href.startsWith(`${siteUrl}/`) ? href.slice(siteUrl.length) : href;
    const page = path.replace(/[?#].*$/s, '').replace(/\/$/, '');
    return MENTIONED.test(page) ? [page] : [];
  });
  return [...new Set(paths)].slice(0, MOST_MENTIONS);
}
