import { parseDocument } from 'yaml';

export interface FrontMatter {
  /** What the lines at the top say, by their names; empty when there are none. */
  facts: Record<string, unknown>;
  body: string;
  remarks: string[];
}

const FENCED = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/;

/** Takes a post file apart. Broken YAML costs only the lines that cannot be read. */
export function readFrontMatter(file: string): FrontMatter {
  const fenced = FENCED.exec(file);
  if (!fenced) return { facts: {}, body: file, remarks: ['It has no front matter.'] };
  const [whole, yaml = ''] = fenced;
  const body = file.slice(whole.length);
  const document = [yaml, indented(yaml)].map(parse).find(({ errors }) => errors.length === 0);
  if (document) return { facts: recordOf(document.toJS()), body, remarks: [] };
  const [problem] = parse(yaml).errors;
  const line = (problem?.linePos?.[0].line ?? 0) + 1;
  const remark = `Its front matter cannot be read from line ${line} on; simple lines were kept.`;
  return { facts: simpleLines(yaml), body, remarks: [remark] };
}

const parse = (yaml: string) => parseDocument(yaml, { strict: false, uniqueKeys: false, logLevel: 'silent' });

/** Other readers take a quoted text that goes on at the margin: here its lines are moved in, as YAML 1.2 wants it. */
const indented = (yaml: string) => yaml.replace(/^(?![\w-]+:(?:\s|$)|-\s|#|\s|$)/gm, '  ');

/** The lines of a broken front matter that say one thing each: `title: …`. */
const simpleLines = (yaml: string) =>
  Object.fromEntries(
    [...yaml.matchAll(/^(\w+):[ \t]+(.*\S)[ \t]*$/gm)].map(([, name, value]) => [name, unquoted(value ?? '')]),
  );

const unquoted = (value: string) => value.replace(/^(["'])(.*)\1$/, '$2');

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
