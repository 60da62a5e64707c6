/**
 * The words of the demo stand in tables that people can read and mend: a line for each row, `|` between cells, empty
 * lines ignored. Cells missing at the end of a row are empty.
 */
export function rowsOf<const Column extends string>(columns: readonly Column[], table: string) {
  const lines = table.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    if (cells.length > columns.length) throw new Error(`This line of the demo has too many cells: ${line.trim()}`);
    return Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])) as Record<Column, string>;
  });
}

/** `one, two` as a list. */
export const listOf = (cell: string): string[] => (cell === '' ? [] : cell.split(/,\s*/));

/**
 * A Markdown text as it stands in an indented template: without the indentation, which would make it code, and with the
 * lines of a paragraph joined again.
 */
export const tidy = (text: string): string =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) =>
      paragraph
        .trim()
        .replace(/\n\s*(?=[^\s-])/g, ' ')
        .replace(/\n\s*/g, '\n'),
    )
    .join('\n\n');
