import {
  type HierarchyRectangularNode,
  hierarchy,
  treemap,
  treemapDice,
  treemapSlice,
  treemapSquarify,
} from 'd3-hierarchy';
import { REVIEW_STATES, type ReviewState } from '#domain/channels/channel-rules.ts';
import { type Label, placeLabel } from './label.ts';

/** How many channels of one unit are in which state of review. */
export type UnitCounts = Record<ReviewState, number> & { name: string; href: string };

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Tile extends Box {
  name: string;
  href: string;
  total: number;
  /** The tile in parts, as large as their share. */
  bands: (Box & { state: ReviewState; count: number })[];
  /** Undefined when the tile is too small for words. */
  label: Label | undefined;
}

export interface Drawing {
  width: number;
  height: number;
  textSize: number;
  /** More only make dust: the smallest units share the last one. */
  mostTiles: number;
}

const GAP = 4;
const WIDEST_SHAPE = 1.3;

type Leaf = { state: ReviewState; count: number };
type Branch = UnitCounts | Leaf | { children: readonly UnitCounts[] };

export const totalOf = (unit: Record<ReviewState, number>): number =>
  REVIEW_STATES.reduce((sum, state) => sum + unit[state], 0);

/** A tile for each unit, as large as its number of channels, in the units of the drawing. */
export function layTiles(units: readonly UnitCounts[], { width, height, textSize, mostTiles }: Drawing): Tile[] {
  const root = hierarchy<Branch>({ children: mergeSmallest(units, mostTiles) }, childrenOf)
    .sum((branch) => ('count' in branch ? branch.count : 0))
    .sort((a, b) => (b.height > 0 ? (b.value ?? 0) - (a.value ?? 0) : 0));
  const laid = treemap<Branch>()
    .size([width, height])
    .paddingInner((node) => (node.depth === 0 ? GAP : 0))
    .tile((node, ...edges) => tileFor(node)(node, ...edges))
    .round(true)(root);
  return (laid.children ?? []).map((node) => {
    const unit = node.data as UnitCounts;
    const box = boxOf(node);
    const words = { name: unit.name, total: totalOf(unit), toCheck: unit.overdue + unit.never };
    return {
      ...box,
      name: unit.name,
      href: unit.href,
      total: words.total,
      bands: bandsOf(node),
      label: placeLabel(words, box, textSize),
    };
  });
}

/** The smallest units as one tile, which leads to the list of all. */
function mergeSmallest(units: readonly UnitCounts[], mostTiles: number): UnitCounts[] {
  const bySize = units.filter((unit) => totalOf(unit) > 0).sort((a, b) => totalOf(b) - totalOf(a));
  if (bySize.length <= mostTiles) return bySize;
  const rest = bySize.slice(mostTiles - 1);
  const merged = { name: `${rest.length} smaller units`, href: '/units', fine: 0, 'due-soon': 0, overdue: 0, never: 0 };
  for (const unit of rest) for (const state of REVIEW_STATES) merged[state] += unit[state];
  return [...bySize.slice(0, mostTiles - 1), merged];
}

function childrenOf(branch: Branch): Branch[] | undefined {
  if ('children' in branch) return [...branch.children];
  if ('state' in branch) return undefined;
  return REVIEW_STATES.filter((state) => branch[state] > 0).map((state) => ({ state, count: branch[state] }));
}

/** Units as near to squares as they go; the states of one unit side by side along its longer edge. */
function tileFor(node: HierarchyRectangularNode<Branch>) {
  if (node.depth === 0) return treemapSquarify.ratio(WIDEST_SHAPE);
  return node.x1 - node.x0 > node.y1 - node.y0 ? treemapDice : treemapSlice;
}

const bandsOf = (node: HierarchyRectangularNode<Branch>) =>
  (node.children ?? []).map((band) => ({ ...boxOf(band), ...(band.data as Leaf) }));

const boxOf = ({ x0, y0, x1, y1 }: HierarchyRectangularNode<Branch>): Box => ({
  x: x0,
  y: y0,
  width: x1 - x0,
  height: y1 - y0,
});
