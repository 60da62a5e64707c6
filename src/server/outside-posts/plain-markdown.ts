import type { Element, Nodes as HtmlNode } from 'hast';
import { Marked } from 'marked';
import type { Link, PhrasingContent } from 'mdast';
import rehypeParse from 'rehype-parse';
import rehypeRemark, { type Options } from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { counted } from '#domain/text/sentence-rules.ts';

export interface PlainMarkdown {
  text: string;
  remarks: string[];
}

/** A picture of a post, as its HTML tells of it. */
export interface PictureMention {
  src: string;
  alt: string;
  /** Who made it, when that is said. */
  credit: string;
}

type Handle = NonNullable<Options['handlers']>[string];

const NEVER = ['script', 'style', 'form', 'object', 'svg', 'canvas', 'math', 'template', 'noscript'];
const ELSEWHERE = ['iframe', 'video', 'audio', 'embed'];

/**
 * Markdown with any HTML in it, or HTML alone, as the Markdown that lessons are kept in. Pictures and films become links
 * to where they are.
 *
 * @param base the address of the post, from which its links are followed; without one, links inside its site are words.
 * @param keep gives the id of a picture that comes along; others become links too.
 */
export function writePlainMarkdown(
  source: string,
  base: string | null,
  keep: (picture: PictureMention) => string | undefined = () => undefined,
): PlainMarkdown {
  const found = { pictures: 0, elsewhere: 0, never: new Set<string>(), links: 0 };
  const follow = (href: unknown) => addressFrom(String(href ?? ''), base);

  const linkOr: Handle = (state, node: Element) => {
    const children = state.all(node) as PhrasingContent[];
    const url = follow(node.properties['href']);
    if (url) return linked(url, children);
    found.links += node.properties['href'] ? 1 : 0;
    return children;
  };
  const picture: Handle = (_, node: Element, parent) => {
    const alt = textIn(node, 'alt');
    const id = keep({ src: textIn(node, 'src'), alt, credit: creditOf(node, parent) });
    if (id) return { type: 'image', url: `picture:${id}`, alt };
    found.pictures += 1;
    return shownElsewhere(`Picture: ${wordsOf(node, 'alt')}`, follow(node.properties['src']));
  };
  const film: Handle = (_, node: Element) => {
    found.elsewhere += 1;
    return shownElsewhere(wordsOf(node, 'title'), follow(node.properties['src'] ?? firstSource(node)));
  };
  const drop: Handle = (_, node: Element) => {
    found.never.add(node.tagName);
    return undefined;
  };

  const handlers = { a: linkOr, img: picture, ...each(ELSEWHERE, film), ...each(NEVER, drop) };
  return { text: toMarkdown(source, handlers), remarks: sayFound(found) };
}

const toMarkdown = (source: string, handlers: Record<string, Handle>) =>
  unified()
    .use(rehypeParse, { fragment: true })
    .use(rehypeRemark, { handlers })
    .use(remarkGfm)
    .use(remarkStringify, { bullet: '-', fences: true })
    .processSync(layOut(source))
    .toString()
    .trim();

/** Markdown of any origin as HTML, unsafe: it never leaves this room. */
const layOut = (source: string) => new Marked({ gfm: true, async: false }).parse(source) as string;

const each = (names: string[], handle: Handle) => Object.fromEntries(names.map((name) => [name, handle]));

const linked = (url: string, children: PhrasingContent[]): Link => ({ type: 'link', url, children });

const shownElsewhere = (words: string, url: string | undefined): PhrasingContent => {
  const text = { type: 'text' as const, value: words };
  return url ? linked(url, [text]) : { type: 'emphasis', children: [text] };
};

const textIn = ({ properties }: Element, name: string) => String(properties[name] ?? '').trim();

const wordsOf = (node: Element, name: string) => textIn(node, name) || 'without words';

/** `Photo: Rosa`, `Photo by Rosa` or `Credit: Rosa` in the words under a picture, or what a shortcode gave as credit. */
function creditOf(node: Element, parent: HtmlNode | undefined): string {
  const said = textIn(node, 'dataCredit');
  if (said || parent?.type !== 'element' || parent.tagName !== 'figure') return said;
  const caption = parent.children.find((child) => child.type === 'element' && child.tagName === 'figcaption');
  return (
    /(?:photo|picture|image|credit)(?: credit)?(?: by|:)\s*([^.\n]{1,120})/i.exec(flatten(caption))?.[1]?.trim() ?? ''
  );
}

const flatten = (node: HtmlNode | undefined): string =>
  node?.type === 'text' ? node.value : node && 'children' in node ? node.children.map(flatten).join('') : '';

const firstSource = (node: Element) =>
  node.children.find((child: HtmlNode): child is Element => child.type === 'element' && child.tagName === 'source')
    ?.properties['src'];

/** Where a link leads, in full; undefined when that cannot be known or is no address. */
function addressFrom(href: string, base: string | null): string | undefined {
  const url = base ? URL.parse(href, base) : URL.parse(href);
  return url && ['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol) ? url.href : undefined;
}

function sayFound(found: { pictures: number; elsewhere: number; never: Set<string>; links: number }): string[] {
  const { pictures, elsewhere, never, links } = found;
  return [
    ...(pictures > 0 ? [`${counted(pictures, 'picture')} became words or a link.`] : []),
    ...(elsewhere > 0 ? [`${counted(elsewhere, 'film or frame', 'films or frames')} became a link.`] : []),
    ...(links > 0 ? [`${counted(links, 'link')} without a site to lead to became words.`] : []),
    ...(never.size > 0 ? [`Left out: ${[...never].sort().join(', ')}.`] : []),
  ];
}
