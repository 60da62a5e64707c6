import { eq, sql } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { Stationery } from '../mail/stationery.ts';
import { callOff, changeMeetup } from '../meetups/meetup-change-commands.ts';
import { saveMeetup } from '../meetups/meetup-commands.ts';
import { findFacts } from '../meetups/meetup-facts-queries.ts';
import { PLAIN_PLACES } from '../meetups/meetup-record-commands.ts';
import { readTimes } from '../meetups/meetup-time-rules.ts';
import { renameEntry } from '../search/search-commands.ts';
import { listDatesAhead } from './date-queries.ts';
import { hostsOn, type Term } from './host-term-rules.ts';
import { type DateAhead, isFixed, type Occasion, type RhythmPlan } from './rhythm-plan-rules.ts';
import { listDays } from './rhythm-rules.ts';
import { listTerms, listUsualVenues, rhythmOf, type Series } from './series-queries.ts';

const NO_DESCRIPTION = { source: '', html: '', rendererVersion: 0 };

/**
 * Does what a plan says: makes dates, moves them, calls them off; whoever was coming is told as for any meetup. A date
 * that is called off gives its occasion back, so that a later rhythm can make one there again.
 *
 * @returns how many parties gave no address and must be told in another way.
 */
export async function followPlan(
  tx: Writer,
  series: Series,
  plan: RhythmPlan,
  { byId, reason }: { byId: string | null; reason: string },
  stationery: Stationery,
  now: Date,
): Promise<number> {
  let untold = 0;
  for (const date of plan.withdrawn) untold += await withdraw(tx, date, { byId, reason }, stationery, now);
  for (const { date, as } of plan.kept) if (date.seriesStart !== as.startsLocal) await standFor(tx, date, as);
  for (const { date, to } of plan.moved) untold += await move(tx, date, to, stationery, now);
  await makeDates(tx, series, plan.made, byId, stationery, now);
  return untold;
}

/** The dates ahead that nobody changed by hand become what the series is now: name, circle, cost, places, hosts. */
export async function renewDates(
  tx: Writer,
  series: Series,
  terms: readonly Term[],
  stationery: Stationery,
  now: Date,
) {
  const dates = await listDatesAhead(tx, series.id, now);
  const nth = turnsOf(series, dates);
  for (const date of dates) {
    const { id, startsLocal } = date;
    const before = isFixed(date) ? undefined : await findFacts(tx, id);
    const hosts = hostsOn(terms, startsLocal.slice(0, 10), nth(startsLocal));
    if (!before || !hosts) continue;
    const columns = { ...dressOf(series), ...hosts };
    if (Object.entries(columns).every(([name, value]) => before.meetup[name as keyof typeof columns] === value))
      continue;
    await changeMeetup(tx, before, { columns }, stationery, now);
    await renameEntry(tx, { kind: 'meetup', subjectId: id, circle: series.circle, title: series.name });
  }
}

/** Makes real meetups of occasions, with the hosts and the places whose turn it is. */
async function makeDates(
  tx: Writer,
  series: Series,
  made: readonly Occasion[],
  byId: string | null,
  stationery: Stationery,
  now: Date,
) {
  if (made.length === 0) return;
  const terms = await listTerms(tx, series.id);
  const venues = await listUsualVenues(tx, series.id);
  const nth = turnsOf(series, made);
  for (const { startsLocal, endsLocal, zone } of made) {
    const turn = nth(startsLocal);
    const hosts = hostsOn(terms, startsLocal.slice(0, 10), turn);
    const venue = venues[turn % venues.length];
    const read = readTimes(startsLocal, endsLocal, zone);
    if (!hosts || !venue || read.kind === 'wrong') continue;
    const wish = {
      ...PLAIN_PLACES,
      ...dressOf(series),
      ...hosts,
      id: stationery.newId(),
      seriesId: series.id,
      times: read.times,
    };
    const by = { savedById: byId, newId: stationery.newId, now, seriesStart: startsLocal };
    await saveMeetup(tx, { ...wish, venue: { id: venue.id }, description: NO_DESCRIPTION, topics: [] }, by);
  }
}

/** What every new date takes from its series. */
const dressOf = ({ name, circle, cost, places }: Series) => ({ title: name, circle, cost, places });

/** Which date of its series an occasion is, counted from the first: hosts and venues take turns by it. */
function turnsOf(series: Series, occasions: readonly Occasion[]): (startsLocal: string) => number {
  const rhythm = rhythmOf(series);
  const days = listDays(rhythm, rhythm.firstDay, occasions.at(-1)?.startsLocal.slice(0, 10) ?? rhythm.firstDay);
  return (startsLocal) => Math.max(0, days.indexOf(startsLocal.slice(0, 10)));
}

async function move(tx: Writer, date: DateAhead, to: Occasion, stationery: Stationery, now: Date) {
  const before = await findFacts(tx, date.id);
  const read = readTimes(to.startsLocal, to.endsLocal, to.zone);
  if (!before || read.kind === 'wrong') return 0;
  const columns = { ...read.times, seriesStart: to.startsLocal };
  return (await changeMeetup(tx, before, { columns }, stationery, now)).untold;
}

async function withdraw(
  tx: Writer,
  { id }: DateAhead,
  why: { byId: string | null; reason: string },
  stationery: Stationery,
  now: Date,
) {
  const before = await findFacts(tx, id);
  if (!before) return 0;
  return callOff(tx, before, { ...why, columns: { seriesStart: null } }, stationery, now);
}

/** A date that was changed or announced by hand takes the place of an occasion, and stays as it is. */
async function standFor(tx: Writer, { id }: DateAhead, { startsLocal }: Occasion) {
  const { meetups } = tx.tables;
  const editedByHandAt = sql`coalesce(${meetups.editedByHandAt}, ${meetups.createdAt})`;
  await tx.update(meetups).set({ seriesStart: startsLocal, editedByHandAt }).where(eq(meetups.id, id));
}
