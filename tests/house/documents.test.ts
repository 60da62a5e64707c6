import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SETTINGS } from '#server/settings.ts';

const read = (path: string) => readFileSync(path, 'utf8');

test('the README and .env.example tell every setting, and none that is not there', () => {
  const inReadme = [...read('README.md').matchAll(/^\| `([A-Z_]+)`\s+\|/gm)].map((match) => match[1]);
  const inExample = [...read('.env.example').matchAll(/^#? ?([A-Z_]+)=/gm)].map((match) => match[1]);
  expect(inReadme).toEqual(Object.keys(SETTINGS));
  expect(inExample).toEqual(Object.keys(SETTINGS));
});

test('every decision has a number, a date, a context, a decision and consequences', () => {
  const records = readdirSync('content/decisions').sort();
  expect(records.map((name, at) => name.startsWith(String(at + 1).padStart(4, '0')))).not.toContain(false);
  for (const name of records)
    for (const part of [
      /^# \d+\. /,
      /^\d{4}-\d\d-\d\d, \w+$/m,
      /^## Context$/m,
      /^## Decision$/m,
      /^## Consequences$/m,
    ])
      expect(read(`content/decisions/${name}`), name).toMatch(part);
});

test('the README names every room of the house', () => {
  for (const room of readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory()))
    expect(read('README.md')).toContain(`${room.name}/`);
});
