import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const TEXT = 4.5;
const EDGE = 3;

/** What stands on what, and the contrast WCAG 2.2 AA asks for (1.4.3 text, 1.4.11 edges of controls and focus rings). */
const PAIRS: [front: string, back: string, least: number][] = [
  ...['paper', 'card', 'board'].flatMap((back) => [
    ...['ink', 'ink-soft', 'accent', 'accent-strong', 'bad'].map((front) => pair(front, back, TEXT)),
    pair('line-strong', back, EDGE),
  ]),
  ...['good', 'warn', 'bad'].flatMap((tone) => [
    pair(tone, `${tone}-paper`, TEXT),
    pair('ink', `${tone}-paper`, TEXT),
    pair('accent', `${tone}-paper`, TEXT),
    pair('good', 'card', TEXT),
    pair('warn', 'card', TEXT),
  ]),
  pair('accent-ink', 'accent', TEXT),
  pair('accent-ink', 'accent-strong', TEXT),
  pair('card', 'bad', TEXT),
  pair('card', 'ink-soft', TEXT),
  pair('roast-ink', 'roast', TEXT),
];

test.each(['light', 'dark'] as const)('every ink can be read on every paper it lies on, %s', (scheme) => {
  const colours = readColours(scheme);
  const pale = PAIRS.map(([front, back, least]) => ({ front, back, least, is: contrast(colours, front, back) }))
    .filter(({ is, least }) => is < least)
    .map(({ front, back, is, least }) => `--${front} on --${back} is ${is.toFixed(2)}, not ${least}`);
  expect(pale).toEqual([]);
});

function pair(front: string, back: string, least: number): [string, string, number] {
  return [front, back, least];
}

function readColours(scheme: 'light' | 'dark'): Map<string, string> {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8');
  const found = tokens.matchAll(/--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g);
  return new Map([...found].map(([, name, light, dark]) => [name!, scheme === 'light' ? light! : dark!]));
}

/** WCAG 2.2, "contrast ratio". */
function contrast(colours: Map<string, string>, front: string, back: string): number {
  const [brighter, darker] = [front, back].map((name) => luminance(colours.get(name)!)).sort((a, b) => b - a);
  return (brighter! + 0.05) / (darker! + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
