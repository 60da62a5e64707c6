import sanitizeHtml, { type Attributes, type IFrame, type Tag } from 'sanitize-html';
import { SIZES, type TextPicture } from './markdown-pictures.ts';

export interface RenderOptions {
  /** Trusted authors' links may count for search engines; others' get `nofollow ugc`. */
  trusted: boolean;
  /** What the writer's first-level heading becomes, so that the page has one outline. */
  headingLevel: 2 | 3 | 4;
  /** Comments: no headings, tables or rules; those are shown as they were typed. */
  isLight?: boolean | undefined;
  /** Those the text may show: its own record's. */
  pictures?: readonly TextPicture[] | undefined;
}

const SCHEMES = ['http', 'https', 'mailto', 'tel'];
const HERE = 'https://here.invalid';
const SIZES_ONLY = { name: 'sizes', values: [SIZES] };

/** Any HTML, cut down to what people need to write: nothing left in it can run, frame, restyle or fetch. */
export function sanitise(html: string, { trusted, headingLevel, pictures = [] }: RenderOptions): string {
  return sanitizeHtml(html, {
    allowedTags: [
      ...['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'br'],
      ...['a', 'code', 'em', 'strong', 'del', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
      ...(pictures.length > 0 ? ['figure', 'picture', 'source', 'img', 'figcaption'] : []),
    ],
    allowedAttributes: {
      a: ['href', 'rel'],
      ol: ['start'],
      th: [{ name: 'align', values: ['left', 'center', 'right'] }],
      td: [{ name: 'align', values: ['left', 'center', 'right'] }],
      figure: [{ name: 'class', values: ['picture'] }],
      source: [{ name: 'type', values: ['image/avif'] }, 'srcset', SIZES_ONLY],
      img: ['src', 'srcset', SIZES_ONLY, 'width', 'height', 'alt', { name: 'loading', values: ['lazy'] }, 'decoding'],
    },
    allowedSchemes: SCHEMES,
    allowProtocolRelative: false,
    transformTags: { ...shiftedHeadings(headingLevel), a: (_, attributes) => link(attributes, trusted) },
    exclusiveFilter: (frame) => leadsNowhere(frame) || isForeignPicture(frame),
  });
}

/**
 * What a browser would open for `href`, written out in full, so that what was checked is what is followed. A path from
 * the root stays on this site; `//host` and `/\host` become `https://host`; other relative links lead nowhere useful
 * (the same words are shown on many pages), and user names are only ever there to mislead: undefined.
 */
function safeAddress(href: string): string | undefined {
  const url = URL.parse(href, HERE);
  if (!url || url.username || url.password || !SCHEMES.includes(url.protocol.slice(0, -1))) return undefined;
  if (url.origin !== HERE) return url.href;
  const path = url.pathname + url.search + url.hash;
  return href.startsWith('/') ? path : undefined;
}

/** Never rename a link here to drop it: sanitize-html 2.18 then closes the next tag at that depth by the wrong name. */
function link({ href }: Attributes, trusted: boolean): Tag {
  const address = safeAddress(href ?? '');
  if (address === undefined) return { tagName: 'a', attribs: {} };
  if (!trusted) return { tagName: 'a', attribs: { href: address, rel: 'nofollow ugc noopener' } };
  return { tagName: 'a', attribs: address.startsWith('/') ? { href: address } : { href: address, rel: 'noopener' } };
}

/** A link without words has no name to read out; one without an address keeps its words only. */
function leadsNowhere({ tag, text, mediaChildren, attribs: { href } }: IFrame): boolean | 'excludeTag' {
  if (tag !== 'a') return false;
  if (mediaChildren.length === 0 && !/[\p{L}\p{N}\p{P}\p{S}]/u.test(text)) return true;
  return href === undefined && 'excludeTag';
}

const FILE = String.raw`/pictures/[0-9a-f]{64}-\d{1,4}\.(?:avif|webp)`;
const OUR_FILE = new RegExp(`^${FILE}$`);
const OUR_FILES = new RegExp(`^${FILE} \\d{1,4}w(?:, ${FILE} \\d{1,4}w)*$`);

/** Only files of our own are ever fetched. */
const isForeignPicture = ({ tag, attribs: { src, srcset } }: IFrame): boolean =>
  ((tag === 'img' || tag === 'source') && !OUR_FILES.test(srcset ?? '')) ||
  (tag === 'img' && !OUR_FILE.test(src ?? ''));

function shiftedHeadings(first: number): Record<string, string> {
  return Object.fromEntries([1, 2, 3, 4, 5, 6].map((level) => [`h${level}`, `h${Math.min(first + level - 1, 6)}`]));
}
