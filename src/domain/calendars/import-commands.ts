import type { Writer } from '#db/database.ts';
import type { Stationery } from '../mail/stationery.ts';
import { callOff } from '../meetups/meetup-change-commands.ts';
import { saveMeetup } from '../meetups/meetup-commands.ts';
import { findFacts } from '../meetups/meetup-facts-queries.ts';
import { type Description, PLAIN_PLACES } from '../meetups/meetup-record-commands.ts';
import { listDatesAhead } from '../series/date-queries.ts';
import { restSeries } from '../series/rest-commands.ts';
import { changeRhythm } from '../series/rhythm-commands.ts';
import { listOccasions, markOf, planRhythm } from '../series/rhythm-plan-rules.ts';
import { saveSeries } from '../series/series-commands.ts';
import type { CalendarEvent } from './calendar-facts.ts';
import type { ImportPlan, PlannedMeetup, PlannedSeries } from './import-plan-rules.ts';
import { circleFor, type ImportWish, titleOf, venueOf } from './import-wish-rules.ts';

const CANCELLED = 'It was cancelled in the calendar it came from.';
const ENDED = 'Its last date was over when it came here from a calendar.';

/** Rendered before the write: the description of an event. */
export type DescriptionOf = (event: CalendarEvent) => Description;

/** Does what a plan says. In one write, so that an import that breaks leaves nothing. */
export async function importCalendar(
  tx: Writer,
  plan: ImportPlan,
  wish: ImportWish & { descriptionOf: DescriptionOf },
  stationery: Stationery,
  now: Date,
) {
  for (const meetup of plan.meetups) await addMeetup(tx, meetup, { ...wish, seriesId: null }, stationery, now);
  for (const series of plan.series) await addSeries(tx, series, wish, stationery, now);
}

async function addMeetup(
  tx: Writer,
  { key: importKey, event, times, seriesStart, isOdd }: PlannedMeetup,
  { descriptionOf, seriesId, circle, ...wish }: ImportWish & { descriptionOf: DescriptionOf; seriesId: string | null },
  stationery: Stationery,
  now: Date,
) {
  const id = stationery.newId();
  const words = { title: titleOf(event), description: descriptionOf(event), topics: [], places: null, ...PLAIN_PLACES };
  const venue = { fields: venueOf(event) };
  const by = {
    savedById: null,
    newId: stationery.newId,
    now,
    importKey,
    seriesStart,
    editedByHandAt: isOdd ? now : null,
  };
  await saveMeetup(tx, { ...wish, ...words, id, seriesId, times, venue, circle: circleFor(event, circle) }, by);
  if (times.endsAt <= now) await closeAsOver(tx, id, now);
  const facts = event.isCancelled ? await findFacts(tx, id) : undefined;
  if (facts) await callOff(tx, facts, { reason: CANCELLED, byId: null }, stationery, now);
}

/** Nobody is to be reminded of what was over before it came here. */
const closeAsOver = (tx: Writer, meetupId: string, now: Date) =>
  tx.insert(tx.tables.meetupClosures).values({ meetupId, closedById: null, closedAt: now });

/** The series with its dates first, then its rhythm, which finds all of them made. One without a date ahead has ended. */
async function addSeries(
  tx: Writer,
  { event, rhythm, dates }: PlannedSeries,
  wish: ImportWish & { descriptionOf: DescriptionOf },
  stationery: Stationery,
  now: Date,
) {
  const seriesId = stationery.newId();
  const { hostId, secondHostId, cost } = wish;
  const circle = circleFor(event, wish.circle);
  const hosts = [hostId, secondHostId].flatMap((personId) =>
    personId ? [{ personId, fromOn: rhythm.firstDay, untilOn: null }] : [],
  );
  const series = { id: seriesId, name: titleOf(event), purpose: '', circle, cost, places: null, phone: '', hosts };
  const venue = { fields: venueOf(event) };
  await saveSeries(tx, { ...series, venue, moreVenueIds: [] }, rhythm.zone, stationery.newId, now);
  for (const date of dates) await addMeetup(tx, date, { ...wish, seriesId }, stationery, now);
  const ahead = await listDatesAhead(tx, seriesId, now);
  const keeper = { person: { id: hostId }, isAdmin: true };
  const plan = planRhythm(listOccasions(rhythm, now), ahead);
  expectSaved(await changeRhythm(tx, { seriesId, rhythm, mark: markOf(plan) }, keeper, stationery, now));
  if (ahead.some(({ hasBegun }) => !hasBegun)) return;
  const rest = { seriesId, kind: 'ended' as const, reason: ENDED, mark: markOf(planRhythm([], ahead)) };
  expectSaved(await restSeries(tx, rest, keeper, stationery, now));
}

function expectSaved({ kind }: { kind: string }) {
  if (kind !== 'saved') throw new Error(`a new series was not kept: ${kind}`);
}
