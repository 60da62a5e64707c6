import { tidyLine } from '../text/typed-text-rules.ts';
import { readCell } from './cell-rules.ts';
import { readAddress } from './channel-address-rules.ts';
import type { Channel } from './channel-rules.ts';
import { COLUMNS, type ColumnName } from './column-rules.ts';
import { type FileLine, type LineOutcome, type ReadLine, refused } from './import-rules.ts';
import { readLanguages } from './language-rules.ts';
import type { LineReader, MappedCells } from './mapping-rules.ts';
import type { Platform } from './platform-rules.ts';
import { platformKeysOf } from './service-rules.ts';

/** What one line says, or why it cannot be taken. */
export function readLine(platforms: readonly Platform[], line: FileLine, width: number, read: LineReader): LineOutcome {
  if (line.cells.length !== width)
    return refused(line, 'shape', `This line has ${line.cells.length} cells, the first line has ${width}.`);
  const cells = read(line.cells);
  const values = readValues(cells);
  if ('problem' in values) return refused(line, 'value', values.problem);
  if (cells.name === '' || cells.unit === '')
    return refused(line, 'missing', `“${cells.name === '' ? 'name' : 'unit'}” is empty.`);
  const where = addressOf(platforms, cells);
  if (where.problem && !where.isLater) return refused(line, 'link', where.problem);
  return {
    kind: 'read',
    line,
    fields: { ...values.fields, ...where.fields },
    hasLink: Boolean(cells.link?.trim()),
    sourceId: cells.sourceId?.trim() ?? '',
    ...(where.problem && { addressProblem: where.problem }),
    ...(where.remark && { remark: where.remark }),
    ...values.others,
  };
}

/** Whom a line names, by their mail addresses. */
export const addressesIn = ({ ownerAddress = '', deputyAddress = '' }: MappedCells): string[] =>
  [ownerAddress, deputyAddress].map((address) => tidyLine(address).toLowerCase()).filter(Boolean);

type Values = Pick<ReadLine, 'fields'> & {
  others: Omit<ReadLine, 'kind' | 'line' | 'fields' | 'hasLink' | 'sourceId' | 'addressProblem' | 'remark'>;
};

/** Columns that are not a field of the channel under their own name. */
const APART: readonly string[] = [
  'slug',
  'platform',
  'link',
  'handle',
  'unit',
  'ownerAddress',
  'deputyAddress',
  'lastCheckedOn',
  'closedOn',
  'closedWhy',
  'handleFate',
  'goInstead',
];

function readValues(cells: MappedCells): Values | { problem: string } {
  const found: Record<string, unknown> = {};
  for (const name of Object.keys(cells).filter((name) => name in COLUMNS) as ColumnName[]) {
    const cell = readCell(name, cells[name] ?? '');
    if ('problem' in cell) return cell;
    if (cell.value !== undefined) found[name] = cell.value;
  }
  const spoken = 'languages' in found ? readLanguages((found['languages'] as string[]).join(',')) : undefined;
  if (spoken && spoken.unknown.length > 0) return { problem: `“${spoken.unknown[0]}” is no language we know.` };
  const plain = Object.entries(found).filter(([name]) => !APART.includes(name));
  const fields = { ...Object.fromEntries(plain), ...(spoken && { languages: spoken.codes }) };
  return { fields, others: othersOf(found) };
}

function othersOf(found: Record<string, unknown>): Values['others'] {
  const text = (name: ColumnName) => (found[name] ?? '') as string;
  const given = (name: ColumnName, as: string) => (found[name] ? { [as]: found[name] } : {});
  return {
    slug: text('slug'),
    unit: text('unit'),
    ...('ownerAddress' in found && { ownerAddress: text('ownerAddress').toLowerCase() }),
    ...('deputyAddress' in found && { deputyAddress: text('deputyAddress').toLowerCase() }),
    lastCheckedOn: (found['lastCheckedOn'] ?? null) as string | null,
    closing: {
      ...given('closedOn', 'closedOn'),
      ...given('closedWhy', 'why'),
      ...given('handleFate', 'handleFate'),
      ...given('goInstead', 'goInstead'),
    },
  };
}

interface Where {
  fields: Partial<Pick<Channel, 'platformKey' | 'url' | 'handle' | 'linkKey'>>;
  problem?: string;
  /** The problem counts only for a channel that is new. */
  isLater: boolean;
  remark?: string;
}

/**
 * Where the channel is. An empty link says nothing: the export leaves out the links of closed channels, so a line that
 * names its channel may go without.
 */
function addressOf(platforms: readonly Platform[], cells: MappedCells): Where {
  const { link = '', platform = '', handle = '' } = cells;
  if (!link && !platform && !handle) {
    const isSaid = 'link' in cells || 'platform' in cells;
    return { fields: {}, isLater: true, ...(isSaid && { problem: 'There is neither a link nor a platform.' }) };
  }
  const typed = { link: link.trim(), platformKey: platform.trim(), handle: handle.trim().replace(/^@/, '') };
  const address = readAddress(platforms, typed);
  if (address.kind === 'wrong') {
    const isLater = !link && Boolean(cells.slug);
    return { fields: {}, problem: `${address.sentence}.`.replace('..', '.'), isLater };
  }
  const { kind: _, warning, ...fields } = address;
  const said = cells.service ? platformKeysOf(cells.service.toLowerCase()) : [fields.platformKey];
  const remark = said.includes(fields.platformKey)
    ? warning
    : `The file says ${cells.service}, the link says ${fields.platformKey}.`;
  return { fields, isLater: false, ...(remark && { remark }) };
}
