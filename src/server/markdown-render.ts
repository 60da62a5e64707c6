import { Lexer, Marked, type MarkedExtension, type Parser, type Token, type Tokens, type TokensList } from 'marked';
import type { SeenPicture } from '#domain/pictures/picture-rules.ts';
import { figureOf, findShown, inlinePictureOf, type TextPicture } from './markdown-pictures.ts';
import { type RenderOptions, sanitise } from './markdown-sanitise.ts';

export interface RenderRequest {
  source: string;
  options: RenderOptions;
}

export type Answer =
  | { kind: 'rendered'; html: string }
  | { kind: 'too-long' | 'too-slow' | 'too-deep' | 'too-wide'; sentence: string };

const DEEPEST = 30;
const MOST_COLUMNS = 30;
const LONGEST_HTML = 500_000;

const refusals = {
  'too-deep': 'Something here is more than 30 levels deep (a list in a list in a list). Flatten it, then try again.',
  'too-wide': 'A table here has more than 30 columns. Split it into narrower tables, then try again.',
  'too-long': 'This text becomes too long once it is laid out. Make it shorter, or split it into two.',
};

class Refusal extends Error {
  kind: keyof typeof refusals;

  constructor(kind: keyof typeof refusals) {
    super(kind);
    this.kind = kind;
  }
}

/**
 * GitHub-flavoured Markdown as safe HTML. A line break stays one, HTML is shown as it was typed (but for `<br>`, which
 * a table cell needs), and a picture becomes its words, but for those among `options.pictures`. Slow on hostile texts,
 * so call it in the worker only.
 */
export function renderMarkdown(source: string, options: RenderOptions): Answer {
  try {
    const renderer = options.isLight ? light : marked;
    const tokens = new ShallowLexer(renderer.defaults).lex(storable(source));
    closeGaps(tokens);
    findPictures(tokens, options.pictures ?? []);
    const html = renderer.parser(tokens);
    if (html.length > LONGEST_HTML) throw new Refusal('too-long');
    return { kind: 'rendered', html: sanitise(html, options) };
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    return { kind: problem.kind, sentence: refusals[problem.kind] };
  }
}

/** Headings go down one level at a time, so that the page keeps its outline: `###` at the start counts as `#`. */
function closeGaps(tokens: TokensList) {
  let last = 0;
  marked.walkTokens(tokens, (token) => {
    if (token.type !== 'heading' || token['text'].trim() === '') return;
    last = Math.min(token['depth'], last + 1);
    token['depth'] = last;
  });
}

interface ImageToken extends Tokens.Image {
  /** One that may be shown. */
  shown?: SeenPicture | undefined;
}

function findPictures(tokens: TokensList, pictures: readonly TextPicture[]) {
  if (pictures.length === 0) return;
  marked.walkTokens(tokens, (token) => {
    if (token.type === 'image') (token as ImageToken).shown = findShown(token as ImageToken, pictures);
  });
}

const isShown = (token: Token): boolean => token.type === 'image' && (token as ImageToken).shown !== undefined;

const wordsOf = (parser: Parser, { tokens }: ImageToken) => parser.parseInline(tokens, parser.textRenderer);

/** The words in the brackets go before those that a picture came with. */
const shownBy = (parser: Parser, token: ImageToken): SeenPicture | undefined =>
  token.shown && { ...token.shown, alt: wordsOf(parser, token).trim() || token.shown.alt };

/** The runs of words between pictures, and each picture by itself; line breaks at their edges go. */
function splitAtPictures(tokens: readonly Token[]): Token[][] {
  const runs: Token[][] = [[]];
  for (const token of tokens) {
    if (isShown(token)) runs.push([token], []);
    else if (token.type !== 'br' || runs.at(-1)?.length) runs.at(-1)?.push(token);
  }
  for (const run of runs) while (run.at(-1)?.type === 'br') run.pop();
  return runs.filter((run) => run.some((token) => token.type !== 'text' || token.raw.trim() !== ''));
}

/** PostgreSQL keeps neither NUL nor half a surrogate pair, and browsers show neither. */
function storable(source: string): string {
  return source.toWellFormed().replaceAll('\0', '\uFFFD');
}

/** marked's lexer calls itself once per level: 5,000 nested `>` overflow the stack. */
class ShallowLexer extends Lexer {
  #depth = 0;

  override blockTokens(...level: Parameters<Lexer['blockTokens']>) {
    return this.#deeper(() => super.blockTokens(...level) as TokensList);
  }

  override inlineTokens(...level: Parameters<Lexer['inlineTokens']>) {
    return this.#deeper(() => super.inlineTokens(...level));
  }

  #deeper<T>(work: () => T): T {
    if (this.#depth > DEEPEST) throw new Refusal('too-deep');
    this.#depth += 1;
    const tokens = work();
    this.#depth -= 1;
    return tokens;
  }
}

const full: MarkedExtension = {
  breaks: true,
  tokenizer: { html: () => undefined, tag: lineBreak },
  renderer: {
    heading({ tokens }) {
      const words = this.parser.parseInline(tokens, this.parser.textRenderer);
      return words.trim() === '' ? '' : false; // false: as marked writes it
    },
    table(token) {
      if (token.header.length > MOST_COLUMNS) throw new Refusal('too-wide');
      return false;
    },
    checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
    paragraph({ tokens }) {
      if (!tokens.some(isShown)) return false;
      return splitAtPictures(tokens)
        .map(([first, ...rest]) => {
          const shown = shownBy(this.parser, first as ImageToken);
          return shown ? figureOf(shown) : `<p>${this.parser.parseInline([first as Token, ...rest])}</p>\n`;
        })
        .join('');
    },
    image(token: ImageToken) {
      const shown = shownBy(this.parser, token);
      if (shown) return inlinePictureOf(shown);
      const text = wordsOf(this.parser, token);
      return this.parser.renderer.text({ type: 'text', raw: text, text });
    },
  },
};

const asTyped = () => undefined;
const marked = new Marked(full);
const light = new Marked(full, {
  tokenizer: { heading: asTyped, lheading: asTyped, table: asTyped, hr: asTyped, def: asTyped },
});

function lineBreak(source: string): Tokens.Tag | undefined {
  const raw = /^<br\s*\/?>/i.exec(source)?.[0];
  return raw === undefined
    ? undefined
    : { type: 'html', raw, text: raw, block: false, inLink: false, inRawBlock: false };
}
