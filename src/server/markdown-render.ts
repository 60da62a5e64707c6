import { Lexer, Marked, type Tokens, type TokensList } from 'marked';
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
 * a table cell needs), and a picture becomes its words. Slow on hostile texts, so call it in the worker only.
 */
export function renderMarkdown(source: string, options: RenderOptions): Answer {
  try {
    const tokens = new ShallowLexer(marked.defaults).lex(storable(source));
    closeGaps(tokens);
    const html = marked.parser(tokens);
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

const marked = new Marked({
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
    image({ tokens }) {
      const text = this.parser.parseInline(tokens, this.parser.textRenderer);
      return this.parser.renderer.text({ type: 'text', raw: text, text });
    },
  },
});

function lineBreak(source: string): Tokens.Tag | undefined {
  const raw = /^<br\s*\/?>/i.exec(source)?.[0];
  return raw === undefined
    ? undefined
    : { type: 'html', raw, text: raw, block: false, inLink: false, inRawBlock: false };
}
