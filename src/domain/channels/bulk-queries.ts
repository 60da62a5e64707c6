import { and, asc, gt, inArray } from 'drizzle-orm';
import type { Reader } from '#db/database.ts';
import type { Viewer } from '../people/viewer.ts';
import { type BulkPlan, type BulkWish, planRow, type Selection } from './bulk-rules.ts';
import { fits, mayBeSeen } from './channel-filter-queries.ts';
import { nameChanges } from './channel-history-queries.ts';
import { hasWords } from './channel-list-queries.ts';
import { isRegisterKeeper } from './channel-rules.ts';

const PAGE = 1000;

export interface Bulk {
  selection: Selection;
  wish: BulkWish;
  /** 'YYYY-MM-DD', local to the site. */
  today: string;
  breathe: () => Promise<void>;
}

/** What a wish does to the chosen channels, in the order in which they were added: for keepers, nothing for anybody else. */
export async function planBulk(read: Reader, viewer: Viewer, { selection, wish, today, breathe }: Bulk) {
  const plan: BulkPlan = { rows: [], unchanged: 0, missing: 0 };
  if (!isRegisterKeeper(viewer)) return plan;
  const { channels } = read.tables;
  const { id, slug, name, status, unitId, ownerId, deputyId, reviewDueOn } = channels;
  const isChosen =
    'slugs' in selection
      ? inArray(slug, [...selection.slugs])
      : and(fits(read, selection.filters, today), hasWords(read, viewer, selection.filters, today));
  let found = 0;
  for (let last = ''; ; ) {
    const page = await read
      .select({ id, slug, name, status, unitId, ownerId, deputyId, reviewDueOn })
      .from(channels)
      .where(and(gt(id, last), mayBeSeen(channels, viewer), isChosen))
      .orderBy(asc(id))
      .limit(PAGE);
    for (const channel of page) {
      const row = planRow(channel, wish);
      if (row) plan.rows.push(row);
      else plan.unchanged++;
    }
    found += page.length;
    await breathe();
    if (page.length < PAGE) break;
    last = page.at(-1)?.id ?? '';
  }
  if ('slugs' in selection) plan.missing = selection.slugs.length - found;
  return plan;
}

/** Some rows of a plan, with names in the place of ids. */
export async function nameRows(read: Reader, rows: BulkPlan['rows']): Promise<BulkPlan['rows']> {
  const named = await nameChanges(
    read,
    rows.flatMap(({ changes }) => changes),
  );
  let at = 0;
  return rows.map((row) => ({ ...row, changes: row.changes.map((change) => named[at++] ?? change) }));
}
