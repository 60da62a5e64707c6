import { shortened, tidyLine } from '#domain/text/typed-text-rules.ts';
import type { SaidElsewhere } from '#domain/webmentions/webmention-rules.ts';
import { parsePage } from './parse-page.ts';

/** Where one thought of a page ends and the next begins. */
const BLOCKS = new Set(
  'address article aside blockquote body br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);
/** What nobody reads. */
const UNREAD = new Set(['script', 'style', 'template', 'noscript', 'textarea', 'svg', 'math']);
const LINKS = new Set(['a', 'area']);

const LONGEST_NAME = 120;
const LONGEST_EXCERPT = 300;
/** More than anything is cut to, less than what it costs to keep. */
const LONGEST_HEARD = 4000;
/** So many characters of addresses are followed, each with the one it starts from: thousands of links. */
const MOST_FOLLOWED = 500_000;

/** Words being heard, from where an element begins to where it ends. */
interface Ear {
  kind: 'window' | 'name' | 'author' | 'author-name';
  depth: number;
  text: string;
}

/**
 * Reads of a page whether it links to one of ours, and what it says of itself: its title and author as microformats
 * (microformats.org/wiki/h-entry) or the plain page name them, and the paragraph that holds the link.
 *
 * @param address where the page was found; its links are followed from there.
 */
export function readPage(html: string, address: string, isOurs: (link: URL) => boolean): SaidElsewhere | undefined {
  const reader = new PageReader(address, isOurs);
  parsePage(html, reader);
  return reader.said;
}

class PageReader {
  readonly #address: string;
  readonly #isOurs: (link: URL) => boolean;
  readonly #heard: Partial<Record<Ear['kind'] | 'meta', string>> = {};
  readonly #ears: Ear[] = [];
  #paragraph = { text: '', isLinked: false };
  #excerpt: string | undefined;
  #base: string | undefined;
  #followed = 0;
  #depth = 0;
  /** How many elements around here are not read. */
  #unread = 0;
  /** How deep the card of somebody began, 0 outside of any. */
  #card = 0;

  constructor(address: string, isOurs: (link: URL) => boolean) {
    this.#address = address;
    this.#isOurs = isOurs;
  }

  get said(): SaidElsewhere | undefined {
    if (this.#excerpt === undefined) return undefined;
    const { name, window, author, meta, 'author-name': authorName } = this.#heard;
    return {
      title: shortened(tidyLine(name || window || ''), LONGEST_NAME),
      author: shortened(tidyLine(authorName || author || meta || ''), LONGEST_NAME),
      excerpt: shortened(tidyLine(this.#excerpt), LONGEST_EXCERPT),
    };
  }

  onopentag(name: string, attributes: Record<string, string>) {
    this.#depth += 1;
    if (UNREAD.has(name)) this.#unread += 1;
    if (BLOCKS.has(name)) this.onend();
    this.#hearClasses((attributes['class'] ?? '').split(/\s+/));
    if (name === 'title' && this.#unread === 0) this.#listen('window');
    if (name === 'base' && attributes['href'] !== undefined)
      this.#base ??= URL.parse(attributes['href'], this.#address)?.href;
    if (name === 'meta' && attributes['name']?.toLowerCase() === 'author')
      this.#heard.meta ??= attributes['content'] ?? '';
    if (LINKS.has(name) && this.#leadsToUs(attributes['href'])) this.#paragraph.isLinked = true;
  }

  ontext(text: string) {
    if (this.#unread > 0) return;
    for (const one of [this.#paragraph, ...this.#ears]) if (one.text.length < LONGEST_HEARD) one.text += text;
  }

  onclosetag(name: string) {
    if (BLOCKS.has(name)) this.onend();
    for (let ear = this.#ears.at(-1); ear && ear.depth >= this.#depth; ear = this.#ears.at(-1)) {
      this.#heard[ear.kind] ??= ear.text;
      this.#ears.pop();
    }
    if (this.#card === this.#depth) this.#card = 0;
    if (UNREAD.has(name)) this.#unread -= 1;
    this.#depth -= 1;
  }

  /** A paragraph ends, and at last the page. */
  onend() {
    if (this.#paragraph.isLinked) this.#excerpt ??= this.#paragraph.text;
    this.#paragraph = { text: '', isLinked: false };
  }

  #hearClasses(classes: readonly string[]) {
    if (this.#card === 0 && (classes.includes('p-author') || classes.includes('h-card'))) this.#card = this.#depth;
    if (classes.includes('p-author')) this.#listen('author');
    if (classes.includes('p-name')) this.#listen(this.#card > 0 ? 'author-name' : 'name');
  }

  #listen(kind: Ear['kind']) {
    if (this.#heard[kind] !== undefined || this.#ears.some((ear) => ear.kind === kind)) return;
    this.#ears.push({ kind, depth: this.#depth, text: '' });
  }

  #leadsToUs(href: string | undefined): boolean {
    if (href === undefined) return false;
    const from = this.#base ?? this.#address;
    this.#followed += from.length + href.length;
    const link = this.#followed > MOST_FOLLOWED ? null : URL.parse(href.trim(), from);
    return link !== null && this.#isOurs(link);
  }
}
