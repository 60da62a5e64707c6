/** One VEVENT or VTIMEZONE of a file: its lines, unfolded. */
export interface Block {
  name: string;
  /** Where it begins, from 1. */
  line: number;
  text: string;
}

const LONGEST_BLOCK = 200_000;

/**
 * Takes a calendar file apart into what stands directly in its VCALENDARs (RFC 5545, 3.4 and 3.6), so that one that cannot
 * be read does not spoil the others. Undefined when it is no calendar.
 */
export function splitCalendar(text: string): { blocks: Block[]; headers: Map<string, string> } | undefined {
  const blocks: Block[] = [];
  const headers = new Map<string, string>();
  const open: string[] = [];
  let block: (Block & { lines: string[]; size: number }) | undefined;
  let isCalendar = false;
  for (const { line, words } of unfold(text)) {
    const begun = words
      .match(/^BEGIN:(.+)$/i)?.[1]
      ?.trim()
      .toUpperCase();
    const ended = words
      .match(/^END:(.+)$/i)?.[1]
      ?.trim()
      .toUpperCase();
    if (begun) open.push(begun);
    if (begun === 'VCALENDAR' && open.length === 1) isCalendar = true;
    if (begun && open.length === 2) block = { name: begun, line, text: '', lines: [], size: 0 };
    if (block && block.size < LONGEST_BLOCK) {
      block.lines.push(words);
      block.size += words.length;
    } else if (!block && open.length === 1) keepHeader(headers, words);
    if (!ended) continue;
    if (open.at(-1) === ended) open.pop();
    if (block && open.length < 2) {
      blocks.push({ name: block.name, line: block.line, text: block.lines.join('\r\n') });
      block = undefined;
    }
  }
  if (block) blocks.push({ name: block.name, line: block.line, text: block.lines.join('\r\n') });
  return isCalendar ? { blocks, headers } : undefined;
}

function keepHeader(headers: Map<string, string>, words: string) {
  const [, name, value] = words.match(/^([A-Z-]+)(?:;[^:]*)?:(.*)$/i) ?? [];
  if (name && value) headers.set(name.toUpperCase(), value.trim());
}

/** Lines as they were before they were folded: a line that begins with white space goes on from the one before. */
function* unfold(text: string): Generator<{ line: number; words: string }> {
  let held: { line: number; words: string[] } | undefined;
  for (const [at, words] of text.split(/\r\n|\n|\r/).entries()) {
    if (held && /^[ \t]/.test(words)) {
      held.words.push(words.slice(1));
      continue;
    }
    if (held) yield { line: held.line, words: held.words.join('') };
    held = { line: at + 1, words: [words] };
  }
  if (held) yield { line: held.line, words: held.words.join('') };
}
