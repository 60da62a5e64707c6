import { expect, test } from 'vitest';
import { readCsv, writeCsv } from '#server/csv.ts';

const read = (text: string | Uint8Array) =>
  readCsv(typeof text === 'string' ? Buffer.from(text) : text, async () => {});
const linesOf = async (text: string) => {
  const file = await read(text);
  return file.kind === 'csv' ? file.lines.map(({ line, cells }) => [line, ...cells]) : file.sentence;
};

test('lines are counted from where they start, quoted line ends and empty lines included', async () => {
  const expected = [
    [3, '1', '2'],
    [4, 'x\ny\nz', '3'],
    [7, '5', '6'],
    [9, '7', '8'],
  ];
  const text = 'a,b\n\n1,2\n"x\ny\nz",3\n5,6\n\n7,8\n';
  for (const end of ['\n', '\r\n', '\r']) expect(await linesOf(text.replaceAll('\n', end)), end).toEqual(expected);
  expect(await linesOf(text.trimEnd())).toEqual(expected);
});

test('commas, semicolons and tabs between cells are told apart by the first line', async () => {
  expect(await read('a;b,c\n1;2,3')).toMatchObject({ header: ['a;b', 'c'] });
  expect(await read('a;b;"c,d,e,f"\n1;2;3')).toMatchObject({ header: ['a', 'b', 'c,d,e,f'] });
  expect(await read('\ufeffa\tb\n1\t2,3')).toMatchObject({ header: ['a', 'b'], lines: [{ cells: ['1', '2,3'] }] });
});

test('a file that cannot be read is told in a sentence with what to do', async () => {
  const latin = Buffer.from('name\nCaf\xe9', 'latin1');
  const wide = Buffer.from('\ufeffname\nCafé', 'utf16le');
  for (const bytes of [latin, wide, Buffer.from('name\na\0b')])
    expect(await read(bytes)).toEqual({ kind: 'unreadable', sentence: expect.stringContaining('CSV UTF-8') });
  expect(await linesOf('')).toBe('The file is empty.');
  expect(await linesOf(' \n\n')).toBe('The file is empty.');
  expect(await linesOf('name,unit\n')).toContain('nothing under the first line');
  expect(await linesOf(`name\n${'x'.repeat(1_000_000)}`)).toContain('far too long');
  expect(await linesOf('name\n1\n"2\n3')).toContain('never closed');
  expect(await linesOf(`${'a,'.repeat(300)}\n1`)).toContain('more than 200 columns');
});

test('a file of far too many lines or cells is refused before it fills the memory', async () => {
  const lines = (count: number) => `name\n${'a\n'.repeat(count)}`;
  expect(await linesOf(lines(20_000))).toHaveLength(20_000);
  expect(await linesOf(lines(20_001))).toBe('The file has more than 20,000 lines: send it in parts.');
  expect(await linesOf(`name\n1\n${','.repeat(300)}`)).toContain('Line 3 has more than 200 columns');
});

test('no cell of ours is a formula to a spreadsheet, and each is read back as it was', async () => {
  const hostile = [
    '=1+1',
    '+44 20',
    '-1',
    '@SUM(A1)',
    '\tx',
    '\nx',
    "'=x",
    "''=x",
    '＝1',
    'a=b',
    "'tis",
    '',
    '"',
    'a,b;c',
  ];
  const csv = writeCsv([['cell', 'more'], ...hostile.map((cell) => [cell, '.'])]);
  const file = await read(csv);
  const cells = file.kind === 'csv' ? file.lines.map((line) => line.cells[0]) : [];
  expect(cells).toEqual(hostile);
  const raw = csv.split('\r\n').slice(1);
  expect(raw.filter((line) => /^"?[=+\-@\t\r\n＝]/.test(line))).toEqual([]);
});
