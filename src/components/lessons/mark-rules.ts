/** What a button of the toolbar makes of the marked words. */
export type Mark = 'bold' | 'italic' | 'heading' | 'link' | 'list' | 'quote';

/** The piece of a text to replace, with what, and what is marked after it. */
export interface Replacement {
  from: number;
  to: number;
  text: string;
  marked: [from: number, to: number];
}

const AROUND = { bold: '**', italic: '*' };
const BEFORE = { heading: '# ', list: '- ', quote: '> ' };

/** Marks words as Markdown does; done twice, it is undone. */
export function markUp(mark: Mark, text: string, from: number, to: number): Replacement {
  if (mark === 'link') return link(text.slice(from, to), from, to);
  return mark === 'bold' || mark === 'italic'
    ? around(AROUND[mark], text, from, to)
    : beforeLines(BEFORE[mark], text, from, to);
}

/** Leaves the address marked, to be typed over. */
function link(words: string, from: number, to: number): Replacement {
  const address = from + words.length + 3;
  return { from, to, text: `[${words}](https://)`, marked: words ? [address, address + 8] : [from + 1, from + 1] };
}

function around(sign: string, text: string, from: number, to: number): Replacement {
  const n = sign.length;
  const words = text.slice(from, to);
  const isDone = text.slice(from - n, from) === sign && text.slice(to, to + n) === sign && from >= n;
  return isDone
    ? { from: from - n, to: to + n, text: words, marked: [from - n, to - n] }
    : { from, to, text: sign + words + sign, marked: [from + n, to + n] };
}

function beforeLines(sign: string, text: string, from: number, to: number): Replacement {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const end = text.indexOf('\n', to) < 0 ? text.length : text.indexOf('\n', to);
  const lines = text.slice(start, end).split('\n');
  const isDone = lines.every((line) => line.startsWith(sign));
  const changed = lines.map((line) => (isDone ? line.slice(sign.length) : sign + line)).join('\n');
  return { from: start, to: end, text: changed, marked: [start + changed.length, start + changed.length] };
}
