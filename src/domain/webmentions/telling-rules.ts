const MOST_LINKS = 20;

/**
 * The pages of other sites that a lesson links to, each once, in its order.
 *
 * @param html as `Markdown.render` writes it, which has one spelling for a link.
 */
export function linksElsewhere(html: string, siteUrl: string): string[] {
  const links = [...html.matchAll(/<a href="(https?:[^"]*)"/g)].flatMap(([, href = '']) => {
    const url = URL.parse(href.replaceAll('&amp;', '&'));
    return url && url.origin !== siteUrl ? [url.href] : [];
  });
  return [...new Set(links)].slice(0, MOST_LINKS);
}
