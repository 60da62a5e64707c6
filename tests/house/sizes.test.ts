import ts from 'typescript';
import { expect, test } from 'vitest';
import { listSources, type Source } from './sources.ts';

const LONGEST_FILE = 200;
const LONGEST_FUNCTION = 40;

test('no file is longer than 200 lines', () => {
  const long = listSources().filter(({ lines }) => lines > LONGEST_FILE);
  expect(long.map(({ path, lines }) => `${path} has ${lines} lines: split it by sub-noun`)).toEqual([]);
});

test('no function is longer than 40 lines', () => {
  const long = listSources()
    .filter(({ path }) => /^(src|db|bin)\/.*\.(ts|mjs)$/.test(path) && !path.startsWith('db/tables/'))
    .flatMap(longFunctions);
  expect(long).toEqual([]);
});

function longFunctions({ path, text }: Source): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const lineOf = (position: number) => file.getLineAndCharacterOfPosition(position).line + 1;
  const look = (node: ts.Node) => {
    const lines = lineOf(node.end) - lineOf(node.getStart(file)) + 1;
    if (ts.isFunctionLike(node) && 'body' in node && ownLines(node, lines) > LONGEST_FUNCTION)
      found.push(`${path}:${lineOf(node.getStart(file))} has a function of ${lines} lines: give its parts names`);
    ts.forEachChild(node, look);
  };
  look(file);
  return found;

  /** A function that only opens others (a factory) is measured without the functions declared in it. */
  function ownLines(node: ts.Node, lines: number): number {
    let inner = 0;
    const count = (child: ts.Node) => {
      if (ts.isFunctionDeclaration(child)) inner += lineOf(child.end) - lineOf(child.getStart(file)) + 1;
      else ts.forEachChild(child, count);
    };
    ts.forEachChild(node, count);
    return lines - inner;
  }
}
