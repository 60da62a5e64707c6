import { REVIEW_STATES, type ReviewState } from '#domain/channels/channel-rules.ts';
import { REVIEW_WORDS } from '#domain/channels/channel-words.ts';
import { escapeHtml } from '#domain/mail/letter-rules.ts';
import { counted } from '#domain/text/sentence-rules.ts';
import type { Label } from './label.ts';
import { patternsFor } from './patterns.ts';
import { type Box, type Drawing, layTiles, type Tile, totalOf, type UnitCounts } from './tiles.ts';

/** One drawing for a desk, one for a phone: text in a picture that shrinks would shrink with it. */
const DRAWINGS: (Drawing & { name: string })[] = [
  { name: 'wide', width: 1100, height: 480, textSize: 15, mostTiles: 40 },
  { name: 'narrow', width: 360, height: 620, textSize: 13, mostTiles: 24 },
];

/** The table names so many units at most: more than the picture does. */
const MOST_ROWS = 60;

/** A state after a number. */
const SAID: Record<ReviewState, string> = {
  fine: 'checked',
  'due-soon': 'due soon',
  overdue: 'overdue',
  never: 'never checked',
};

/**
 * Who runs what, as HTML: the drawings, their key, and the same facts as a table. Text instead of components, so that it
 * can be kept until something is written: drawing it takes longer than all the rest of its page.
 */
export function drawUnits(units: readonly UnitCounts[]): string {
  return [...DRAWINGS.map((drawing) => drawingOf(units, drawing)), keyOf(units), tableOf(units)].join('\n');
}

function drawingOf(units: readonly UnitCounts[], drawing: (typeof DRAWINGS)[number]): string {
  const { name, width, height } = drawing;
  const tiles = layTiles(units, drawing).map((tile) => tileOf(tile, name));
  return `<svg class="treemap-${name}" viewBox="0 0 ${width} ${height}" role="group" aria-label="Channels by unit">${patternsFor(name)}${tiles.join('')}</svg>`;
}

function tileOf({ href, bands, label, ...tile }: Tile, name: string): string {
  const rects = bands.map((band) => `<rect ${edges(band)} fill="url(#${band.state}-${name})"/>`).join('');
  const edge = `<rect class="treemap-edge" ${edges(tile)}/>`;
  const words = escapeHtml(sayTile(tile.name, tile.total, bands));
  return `<a href="${escapeHtml(href)}"><title>${words}</title>${rects}${edge}${label ? labelOf(label) : ''}</a>`;
}

function labelOf({ lines, textSize, ...plate }: Label): string {
  const text = lines.map(
    ({ x, y, isName, text }) =>
      `<tspan x="${x}" y="${y}"${isName ? ' class="treemap-name"' : ''}>${escapeHtml(text)}</tspan>`,
  );
  return `<rect class="treemap-plate" ${edges(plate)} rx="3"/><text font-size="${textSize}">${text.join('')}</text>`;
}

const edges = ({ x, y, width, height }: Box) => `x="${x}" y="${y}" width="${width}" height="${height}"`;

function sayTile(name: string, total: number, bands: Tile['bands']): string {
  const parts = bands.map(({ state, count }) => `${count} ${SAID[state]}`);
  return `${name}: ${counted(total, 'channel')}, ${parts.join(', ')}`;
}

function keyOf(units: readonly UnitCounts[]): string {
  const inState = (state: ReviewState) => units.reduce((sum, unit) => sum + unit[state], 0);
  const items = REVIEW_STATES.map(
    (state) =>
      `<li><svg width="22" height="22" aria-hidden="true"><rect width="22" height="22" rx="3" fill="url(#${state}-key)"/></svg><a href="/channels?review=${state}">${REVIEW_WORDS[state]}: ${inState(state)}</a></li>`,
  );
  const swatches = `<svg class="treemap-swatches" width="0" height="0" aria-hidden="true">${patternsFor('key')}</svg>`;
  return `${swatches}<ul class="treemap-key">${items.join('')}</ul>`;
}

/** By name, the largest; the others in one row, since three hundred rows weigh more than the rest of the page. */
function tableOf(units: readonly UnitCounts[]): string {
  const heads = ['Unit', 'Channels', ...REVIEW_STATES.map((state) => REVIEW_WORDS[state])];
  const largest = new Set([...units].sort((one, other) => totalOf(other) - totalOf(one)).slice(0, MOST_ROWS));
  const others = units.filter((unit) => !largest.has(unit));
  const rows = units.filter((unit) => largest.has(unit)).map(rowOf);
  const head = heads.map((text) => `<th scope="col">${text}</th>`).join('');
  const body = [...rows, ...(others.length > 0 ? [rowOfOthers(others)] : [])].join('');
  const table = `<table><caption class="visually-hidden">Live channels by unit and by how their last check stands</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
  return `<details><summary>The same as a table</summary><section class="table" aria-label="Channels by unit, as a table" tabindex="0">${table}</section></details>`;
}

function rowOf(unit: UnitCounts): string {
  const href = escapeHtml(unit.href);
  const counts = REVIEW_STATES.map(
    (state) => `<td>${unit[state] > 0 ? `<a href="${href}&amp;review=${state}">${unit[state]}</a>` : 0}</td>`,
  );
  return `<tr><th scope="row"><a href="${href}">${escapeHtml(unit.name)}</a></th><td>${totalOf(unit)}</td>${counts.join('')}</tr>`;
}

function rowOfOthers(others: readonly UnitCounts[]): string {
  const sum = (count: (unit: UnitCounts) => number) => others.reduce((total, unit) => total + count(unit), 0);
  const counts = [totalOf, ...REVIEW_STATES.map((state) => (unit: UnitCounts) => unit[state])].map(sum);
  const cells = counts.map((number) => `<td>${number}</td>`).join('');
  return `<tr><th scope="row"><a href="/units">${others.length} smaller units</a></th>${cells}</tr>`;
}
