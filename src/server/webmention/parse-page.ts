import { type Handler, Parser } from 'htmlparser2';

/** Deeper than people write. For each tag the parser looks through all elements that are open. */
const DEEPEST = 500;

/** Goes through a page of another site, up to where it is nested deeper than any that people write. */
export function parsePage(
  html: string,
  heard: Pick<Partial<Handler>, 'onopentag' | 'ontext' | 'onclosetag' | 'onend'>,
) {
  let depth = 0;
  const parser = new Parser({
    onopentag(...tag) {
      depth += 1;
      if (depth > DEEPEST) parser.pause();
      else heard.onopentag?.(...tag);
    },
    ontext: (text) => heard.ontext?.(text),
    onclosetag(...tag) {
      depth -= 1;
      heard.onclosetag?.(...tag);
    },
    onend: () => heard.onend?.(),
  });
  parser.end(html);
}
