import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { stringify } from 'csv-stringify/sync';

/** A file taken apart. */
export interface CsvFile {
  kind: 'csv';
  header: string[];
  /** `line` is where it starts, counted from 1. */
  lines: { line: number; cells: string[] }[];
}

/** Why a file cannot be read, and what to do. */
export interface UnreadableCsv {
  kind: 'unreadable';
  sentence: string;
}

/** The most that can be sent to the site as a file: more than 10,000 channels with everything known about them. */
export const MOST_FILE_BYTES = 9_000_000;

/** How much one line, quoted line ends included, may hold, and how many there may be: no honest file comes near. */
const LONGEST_LINE = 100_000;
const MOST_COLUMNS = 200;
export const MOST_LINES = 20_000;
const SLICE = 16_384;

/**
 * Reads a CSV file: UTF-8 with or without a mark at its start; commas, semicolons or tabs between cells. What protects a
 * cell from being a formula is taken off again.
 *
 * @param breathe called for every line: see `breather`.
 */
export async function readCsv(bytes: Uint8Array, breathe: () => Promise<void>): Promise<CsvFile | UnreadableCsv> {
  const text = decode(bytes);
  await breathe();
  if (text === undefined) return unreadable('The file is not in UTF-8. Save it as “CSV UTF-8” and send it again.');
  if (text.trim() === '') return unreadable('The file is empty.');
  try {
    const read = await readLines(text, breathe);
    if ('kind' in read) return read;
    const [first, ...lines] = read;
    const header = (first?.cells ?? []).map((cell) => cell.trim());
    if (lines.length === 0) return unreadable('There is nothing under the first line, which names the columns.');
    return { kind: 'csv', header, lines };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return unreadable(`The file cannot be read near line ${error['lines']}: ${problemOf(error)}`);
  }
}

/** One or more lines of CSV (RFC 4180), each cell safe to open in a spreadsheet. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  stringify(
    rows.map((cells) => cells.map(guardCell)),
    // Without this, a line end of another kind inside a cell would begin a new line.
    { record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  );

/** Tells spreadsheets that the file is UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

/** A spreadsheet takes a cell that starts like this for a formula. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** An apostrophe in front makes it text; one more where there is one already, so that taking one off gives it back. */
export const guardCell = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);
export const unguardCell = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;

function decode(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    return undefined;
  }
}

async function readLines(text: string, breathe: () => Promise<void>): Promise<CsvFile['lines'] | UnreadableCsv> {
  const parser = Readable.from(slicesOf(text)).compose(
    parse({
      delimiter: delimiterOf(text),
      info: true,
      max_record_size: LONGEST_LINE,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }),
  );
  const lines: CsvFile['lines'] = [];
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
    if (record.length > MOST_COLUMNS)
      return unreadable(`Line ${info.lines} has more than ${MOST_COLUMNS} columns. Is it the right file?`);
    if (lines.length > MOST_LINES)
      return unreadable(`The file has more than ${MOST_LINES.toLocaleString('en-GB')} lines: send it in parts.`);
    lines.push({ line: info.lines - lineEndsIn(record), cells: record.map(unguardCell) });
    await breathe();
  }
  return lines;
}

const lineEndsIn = (cells: readonly string[]) => cells.join(',').split('\n').length - 1;

function* slicesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += SLICE) yield text.slice(at, at + SLICE);
}

/** Whichever there is most of in the first line, outside quotes. */
function delimiterOf(text: string): string {
  const end = text.search(/[\r\n]/);
  const first = text.slice(0, end < 0 ? LONGEST_LINE : Math.min(end, LONGEST_LINE)).replace(/"[^"]*"/g, '');
  const count = (mark: string) => first.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

const unreadable = (sentence: string): UnreadableCsv => ({ kind: 'unreadable', sentence });

function problemOf({ code }: CsvError): string {
  if (code === 'CSV_MAX_RECORD_SIZE') return 'a line is far too long. Is there a quotation mark too many?';
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'a quotation mark is opened there and never closed.';
  return 'the quotation marks do not match.';
}
