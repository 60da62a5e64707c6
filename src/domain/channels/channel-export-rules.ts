import type { Viewer } from '../people/viewer.ts';
import { type CellValue, writeCell } from './cell-rules.ts';
import { type Channel, isOver, isRegisterKeeper } from './channel-rules.ts';
import { COLUMN_NAMES, COLUMNS } from './column-rules.ts';

/** One channel of the export: its columns in order, the names of who answers for it last. */
export type ExportedRow = Record<string, CellValue>;

/** For reading only: an import knows people by their addresses. */
const NAMES = ['owner', 'deputy'];

/** The columns that a viewer's export has. */
export function exportColumns(viewer: Viewer): string[] {
  const seen = { everyone: true, staff: viewer.circle === 'staff', keepers: isRegisterKeeper(viewer) };
  return [...COLUMN_NAMES.filter((name) => seen[COLUMNS[name].seenBy]), ...NAMES];
}

interface Found {
  channel: Pick<Channel, 'status' | 'url' | 'platformKey' | 'lastReviewedOn'>;
  unit: string;
  owner: string | null;
  deputy: string | null;
  closure: object | null;
  instead: { slug: string } | null;
  ownerAddress: string | null;
  deputyAddress: string | null;
}

/** The address of a channel that is over is for keepers only: anybody may have it by now. */
export function exportRow({ channel, closure, instead, ...named }: Found, viewer: Viewer): ExportedRow {
  const { url, status, platformKey, lastReviewedOn, ...fields } = channel;
  const link = isOver(status) && !isRegisterKeeper(viewer) ? null : url;
  const end = status === 'closed' ? { ...closure, goInstead: instead?.slug } : {};
  const known: Record<string, unknown> = {
    ...fields,
    ...end,
    ...named,
    ...{ status, link, platform: platformKey, lastCheckedOn: lastReviewedOn },
  };
  return Object.fromEntries(exportColumns(viewer).map((name) => [name, (known[name] ?? null) as CellValue]));
}

/** The same as cells of a file. */
export const exportCells = (row: ExportedRow): string[] => Object.values(row).map(writeCell);
