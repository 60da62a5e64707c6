import { follow } from '#domain/follows/follow-commands.ts';
import { dropJob } from '#domain/jobs/job-commands.ts';
import { viewerIn } from '#domain/people/viewer.ts';
import { listDatesAhead } from '#domain/series/date-queries.ts';
import { changeRhythm } from '#domain/series/rhythm-commands.ts';
import { listOccasions, markOf, planRhythm } from '#domain/series/rhythm-plan-rules.ts';
import { saveSeries } from '#domain/series/series-commands.ts';
import { opensAt } from '#domain/series/series-rules.ts';
import { cafeDay, dayOf, daysAfter, daysBefore } from './demo-calendar.ts';
import { type DemoRoom, editorOf, named } from './demo-room.ts';
import { demoVenues } from './demo-venues.ts';

const FIRST_TURN = -12;
const STARTED_DAYS_BEFORE = 800;
const COST = 'Free. A pot of tea is about £2.60; the first one is on us.';
const HOSTS = ['ada', 'folake', 'lena'];
/** Who wants to hear of each date, and how many of them come to every one. */
const FOLLOWERS: readonly (readonly [key: string, countsIn: number | null])[] = [
  ['edwin', null],
  ['gwen', null],
  ['parveen', null],
  ['shona', 1],
  ['sunita', null],
];

/** The café as a series, still without its rhythm. @returns its id. */
export async function seedSeries(room: DemoRoom): Promise<string> {
  const { tx, now, chance, people, stationery, settings } = room;
  const startedAt = daysBefore(now, STARTED_DAYS_BEFORE);
  const fromOn = dayOf(startedAt, settings.timeZone).toString();
  const lenaUntil = dayOf(daysAfter(now, 400), settings.timeZone).toString();
  const id = chance.newId();
  const wish = {
    ...{ id, name: 'Sandford café', circle: 'public' as const, places: 24, cost: COST, phone: '' },
    purpose:
      'A pot of tea, three topics, no slides. For everybody who speaks for the town, and everybody who is spoken to.',
    hosts: HOSTS.map((key) => ({
      ...{ personId: named(people, key).id, fromOn, untilOn: key === 'lena' ? lenaUntil : null },
    })),
    venue: { fields: demoVenues.kettle },
    moreVenueIds: [],
  };
  await saveSeries(tx, wish, settings.timeZone, chance.newId, startedAt);
  for (const [key, countsIn] of FOLLOWERS) {
    const { id: personId, email, name, circle } = named(people, key);
    const who = { asker: viewerIn(circle), email, name, personId };
    const wish = { subject: { kind: 'series' as const, subjectId: id }, ...who, hears: 'at-once' as const, countsIn };
    await follow(tx, wish, stationery, startedAt);
  }
  return id;
}

/** Its rhythm, once the cafés are there: those ahead stand for their Wednesdays, and the rest of the year is made. */
export async function seedRhythm({ tx, now, people, stationery, settings, meetups }: DemoRoom, seriesId: string) {
  const rhythm = {
    ...{ rules: ['FREQ=MONTHLY;INTERVAL=2;BYDAY=3WE'], exceptDays: [], extraDays: [], zone: settings.timeZone },
    ...{ firstDay: cafeDay(FIRST_TURN, now, settings.timeZone).toString(), startTime: '10:00', endTime: '12:00' },
  };
  const plan = planRhythm(listOccasions(rhythm, now), await listDatesAhead(tx, seriesId, now));
  const wish = { seriesId, rhythm, mark: markOf(plan) };
  const outcome = await changeRhythm(tx, wish, editorOf(named(people, 'ada')), stationery, now);
  if (outcome.kind !== 'saved') throw new Error(`The demo cannot give its café a rhythm: ${outcome.kind}.`);
  for (const { id, endsAt } of meetups.values()) if (opensAt(endsAt) <= now) await dropJob(tx, 'open-date', id);
}
