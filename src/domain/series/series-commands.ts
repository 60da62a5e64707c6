import { eq } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { Tables } from '#db/tables.ts';
import type { Stationery } from '../mail/stationery.ts';
import type { Editor } from '../meetups/meetup-commands.ts';
import { keepVenue, type VenueChoice } from '../meetups/venue-commands.ts';
import type { Circle } from '../people/viewer.ts';
import { saveEntry } from '../search/search-commands.ts';
import { renewDates } from './date-commands.ts';
import type { Term } from './host-term-rules.ts';
import { planHostWarning, planKeeping } from './keeping-plan-commands.ts';
import { listTerms } from './series-queries.ts';
import { isSeriesHost, seriesSlug } from './series-rules.ts';

/** What is typed about a series, its rhythm aside. */
export interface SeriesWish {
  /** Made by the form, so that pressing twice saves once. */
  id: string;
  name: string;
  purpose: string;
  circle: Circle;
  cost: string;
  /** Null: no limit. */
  places: number | null;
  /** Whom to ring; may be empty. */
  phone: string;
  hosts: readonly Term[];
  /** The usual one, and others that take turns with it. */
  venue: VenueChoice;
  moreVenueIds: readonly string[];
}

type Series = Tables['series']['$inferSelect'];

const NO_SUCH_SERIES = { kind: 'no-such-series' as const };
const NO_SUCH_VENUE = { kind: 'no-such-venue' as const };
const NO_RHYTHM = { rules: [], exceptDays: [], extraDays: [], firstDay: null, startTime: '10:00', endTime: '12:00' };

/** Starts a series, still without a rhythm. Sending the same form twice starts it once. */
export async function saveSeries(tx: Writer, wish: SeriesWish, zone: string, newId: () => string, now: Date) {
  const before = await findRow(tx, wish.id);
  if (before) return { kind: 'saved' as const, slug: before.slug };
  const venue = await keepVenue(tx, wish.venue, newId);
  if (!venue) return NO_SUCH_VENUE;
  const row = { ...columnsOf(wish), ...NO_RHYTHM, id: wish.id, zone, createdAt: now, updatedAt: now };
  const series = await addRow(tx, row);
  await keepBelongings(tx, series, wish, venue.id);
  await planHostWarning(tx, series.id, wish.hosts, newId);
  await planKeeping(tx, series.id, newId, now);
  return { kind: 'saved' as const, slug: series.slug };
}

/**
 * Changes a series, its rhythm aside. The dates ahead that nobody changed by hand follow.
 *
 * @param seenAt the `updatedAt` that the form was filled from.
 */
export async function editSeries(
  tx: Writer,
  wish: SeriesWish & { seenAt: Date },
  editor: Editor,
  stationery: Stationery,
  now: Date,
) {
  const before = await findRow(tx, wish.id);
  if (!before) return NO_SUCH_SERIES;
  if (!isSeriesHost(await listTerms(tx, wish.id), editor)) return { kind: 'not-yours' as const };
  if (before.updatedAt.getTime() !== wish.seenAt.getTime()) return { kind: 'changed-since' as const };
  const venue = await keepVenue(tx, wish.venue, stationery.newId);
  if (!venue) return NO_SUCH_VENUE;
  const columns = { ...columnsOf(wish), updatedAt: now };
  await tx.update(tx.tables.series).set(columns).where(eq(tx.tables.series.id, wish.id));
  const series = { ...before, ...columns };
  await keepBelongings(tx, series, wish, venue.id);
  await renewDates(tx, series, wish.hosts, stationery, now);
  await planHostWarning(tx, series.id, wish.hosts, stationery.newId);
  await planKeeping(tx, series.id, stationery.newId, now);
  return { kind: 'saved' as const, slug: series.slug };
}

const columnsOf = ({ name, purpose, circle, cost, places, phone }: SeriesWish) => ({
  ...{ name, purpose, circle, cost, places, phone },
});

async function findRow(tx: Writer, id: string): Promise<Series | undefined> {
  const { series } = tx.tables;
  const [row] = await tx.select().from(series).where(eq(series.id, id));
  return row;
}

/** Adds the row under the first free slug: the unique key decides. */
async function addRow(tx: Writer, row: Omit<Series, 'slug'>): Promise<Series> {
  const { series } = tx.tables;
  for (let n = 1; ; n++) {
    const slug = seriesSlug(row.name, n);
    const [added] = await tx
      .insert(series)
      .values({ ...row, slug })
      .onConflictDoNothing({ target: series.slug })
      .returning();
    if (added) return added;
  }
}

/** Its hosts, its places in their order, and what search knows of it. */
async function keepBelongings(tx: Writer, { id: seriesId, slug }: Series, wish: SeriesWish, venueId: string) {
  const { seriesHosts, seriesVenues } = tx.tables;
  await tx.delete(seriesHosts).where(eq(seriesHosts.seriesId, seriesId));
  await tx.insert(seriesHosts).values(wish.hosts.map((host) => ({ ...host, seriesId })));
  const venueIds = [...new Set([venueId, ...wish.moreVenueIds])];
  await tx.delete(seriesVenues).where(eq(seriesVenues.seriesId, seriesId));
  await tx.insert(seriesVenues).values(venueIds.map((id, position) => ({ seriesId, venueId: id, position })));
  const { name: title, purpose: body, circle } = wish;
  await saveEntry(tx, { kind: 'series', subjectId: seriesId, circle, path: `/series/${slug}`, title, body });
}
