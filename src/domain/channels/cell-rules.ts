import { Temporal } from 'temporal-polyfill';
import { tidyLine, tidyText } from '../text/typed-text-rules.ts';
import { type CellKind, COLUMNS, type ColumnName } from './column-rules.ts';

export type CellValue = string | readonly string[] | boolean | number | null;
/** Undefined leaves the channel as it is. */
export type ReadCell = { value: CellValue | undefined } | { problem: string };

/** What a cell of the file says. */
export function readCell(name: ColumnName, text: string): ReadCell {
  const cell: CellKind = COLUMNS[name].cell;
  const plain = cell.kind === 'text' ? tidyText(text) : tidyLine(text);
  if (cell.kind === 'line' || cell.kind === 'text') return readText(name, plain, cell.most);
  if (cell.kind === 'list') return readList(name, plain, cell.codes);
  if (cell.kind === 'code') return readCode(name, plain, cell);
  if (cell.kind === 'flag') return readFlag(name, plain);
  return cell.kind === 'day' ? readDay(name, plain) : readNumber(name, plain);
}

/** What a cell of the export says of a value. */
export function writeCell(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return typeof value === 'object' ? value.join('|') : String(value);
}

/** What may stand in a cell, in words. */
export function sayCell(cell: CellKind): string {
  if (cell.kind === 'line' || cell.kind === 'text') return `Text, up to ${cell.most} characters`;
  if (cell.kind === 'code') return `One of ${cell.codes.join(', ')}`;
  if (cell.kind === 'list') return cell.codes ? `Some of ${cell.codes.join(', ')}` : 'Several entries';
  if (cell.kind === 'flag') return 'yes, no, or empty when nobody knows';
  if (cell.kind === 'day') return `A day${cell.isDone ? ' that is not ahead' : ''}, like 2026-12-03`;
  return 'A whole number';
}

const problem = (sentence: string) => ({ problem: sentence });

function readText(name: ColumnName, text: string, most: number): ReadCell {
  if (text.length <= most) return { value: text };
  return problem(`“${name}” has ${text.length} characters: shorten it to ${most} or fewer.`);
}

function readList(name: ColumnName, text: string, codes: readonly string[] | undefined): ReadCell {
  const entries = [...new Set(text.split('|').map(tidyLine).filter(Boolean))];
  const stray = codes && entries.find((entry) => !codes.includes(entry));
  return stray === undefined ? { value: entries } : problem(notACode(name, stray, codes ?? []));
}

function readCode(name: ColumnName, text: string, { codes, mayBeEmpty }: CellKind & { kind: 'code' }): ReadCell {
  const code = text.toLowerCase();
  if (code === '') return { value: mayBeEmpty ? '' : undefined };
  if (!codes.includes(code)) return problem(notACode(name, text, codes));
  return { value: name === 'emergencyUse' ? code === 'yes' : code };
}

const notACode = (name: ColumnName, text: string, codes: readonly string[]) =>
  `“${shown(text)}” is not known in “${name}”: use ${codes.join(', ')}.`;

const FLAGS = new Map([
  ['', null],
  ['yes', true],
  ['no', false],
]);

function readFlag(name: ColumnName, text: string): ReadCell {
  const value = FLAGS.get(text.toLowerCase());
  return value === undefined ? problem(`“${shown(text)}” in “${name}” is neither yes nor no.`) : { value };
}

function readDay(name: ColumnName, text: string): ReadCell {
  if (text === '') return { value: null };
  try {
    return { value: Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() };
  } catch {
    return problem(`“${shown(text)}” in “${name}” is not a day: write it like 2026-12-03.`);
  }
}

function readNumber(name: ColumnName, text: string): ReadCell {
  if (text === '') return { value: null };
  const isNumber = /^\d{1,4}$/.test(text);
  return isNumber ? { value: Number(text) } : problem(`“${shown(text)}” in “${name}” is not a whole number.`);
}

const shown = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
