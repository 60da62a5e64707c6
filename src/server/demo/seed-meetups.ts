import { Temporal } from 'temporal-polyfill';
import { sendHostLetter } from '#domain/meetups/host-letter-commands.ts';
import { cancelMeetup, editMeetup, saveMeetup } from '#domain/meetups/meetup-commands.ts';
import type { MeetupWish } from '#domain/meetups/meetup-record-commands.ts';
import { readTimes } from '#domain/meetups/meetup-time-rules.ts';
import { newId } from '../chance.ts';
import { cafeDay, dayOf, daysBefore, earlierOf } from './demo-calendar.ts';
import type { DemoMeetup } from './demo-meetup.ts';
import { demoMeetups } from './demo-meetups.ts';
import type { DemoRendering } from './demo-rendering.ts';
import { type DemoPerson, type DemoRoom, editorOf, expectKind, named } from './demo-room.ts';
import { type DemoVenue, demoVenues } from './demo-venues.ts';
import { seedGuests } from './seed-guests.ts';
import { seedRhythm, seedSeries } from './seed-series.ts';
import { seedTopics } from './seed-topics.ts';

const COST = 'Free. A pot of tea is about £2.60; the first one is on us.';
const USUAL_HOURS = ['10:00', '12:00'] as const;
const ANNOUNCED_DAYS_BEFORE = 52;

/** The cafés of two years, who came, and the dates ahead. */
export async function seedMeetups(room: DemoRoom, { descriptions }: DemoRendering) {
  const seriesId = await seedSeries(room);
  for (const meetup of demoMeetups) {
    const given = { description: named(descriptions, meetup), seriesId: isCafe(meetup) ? seriesId : null };
    await seedMeetup(room, meetup, given);
  }
  await seedRhythm(room, seriesId);
  await seedTopics(room, seriesId);
}

async function seedMeetup(room: DemoRoom, meetup: DemoMeetup, given: Pick<MeetupWish, 'description' | 'seriesId'>) {
  const { tx, now, chance, people, stationery } = room;
  const host = named(people, meetup.host);
  const wish = wishOf(room, meetup, given);
  const announcedAt = earlierOf(daysBefore(wish.times.startsAt, ANNOUNCED_DAYS_BEFORE), daysBefore(now, 6));
  const first = meetup.movedFrom ? { ...wish, venue: venueOf(meetup.movedFrom) } : wish;
  await saveMeetup(tx, first, { savedById: host.id, newId: chance.newId, now: announcedAt });
  if (isCafe(meetup)) room.meetups.set(meetup.turn, { id: wish.id, endsAt: wish.times.endsAt });
  await seedGuests(room, meetup, { id: wish.id, announcedAt, ...wish.times });
  const editor = editorOf(host);
  if (meetup.movedFrom)
    expectKind('saved', await editMeetup(tx, { ...wish, seenAt: announcedAt }, editor, stationery, daysBefore(now, 1)));
  if (meetup.movedFrom) await seedHostLetter(room, wish.id, host);
  const { cancelled: reason } = meetup;
  const dayBefore = daysBefore(wish.times.startsAt, 1);
  if (reason)
    expectKind('cancelled', await cancelMeetup(tx, { meetupId: wish.id, reason }, editor, stationery, dayBefore));
}

/** What a host wrote to those who are going, for the page that keeps it. */
async function seedHostLetter({ tx, stationery, now }: DemoRoom, meetupId: string, host: DemoPerson) {
  const words =
    'The new place has few cups, so please bring your own.\n\nThe way in is round the back, past the bikes.';
  const letter = { id: newId(), meetupId, audience: 'going' as const, subject: 'Bring a mug', words, replyTo: null };
  const editor = { person: { id: host.id, name: host.name }, isAdmin: false };
  await sendHostLetter(tx, letter, editor, stationery, daysBefore(now, 1));
}

function wishOf(room: DemoRoom, meetup: DemoMeetup, given: Pick<MeetupWish, 'description' | 'seriesId'>): MeetupWish {
  const { people, chance } = room;
  const { title, venue, host, secondHost, topics, places, kept, circle = 'public' } = meetup;
  const times = timesOf(room, meetup);
  return {
    id: chance.newId(),
    ...{ title, places, circle, cost: COST, ...given },
    times,
    overbookPercent: meetup.overbookPercent ?? 0,
    kept: kept ? { seats: kept.seats, until: daysBefore(times.startsAt, kept.daysBefore) } : null,
    venue: venueOf(venue),
    hostId: named(people, host).id,
    secondHostId: named(people, secondHost).id,
    topics: topics.map(([topic, question, lead]) => {
      const leadId = people.get(lead)?.id ?? null;
      return { id: null, title: topic, question, leadId, leadName: leadId ? '' : lead };
    }),
  };
}

const venueOf = (venue: DemoVenue): MeetupWish['venue'] => ({ fields: demoVenues[venue] });

/** Whether it is one of the series. */
const isCafe = ({ daysAfter, today }: DemoMeetup) => daysAfter === undefined && !today;

function timesOf({ now, settings: { timeZone } }: DemoRoom, meetup: DemoMeetup) {
  const [start, end] = (meetup.today ? soon(now, timeZone) : onItsDay(meetup, now, timeZone)).map((local) =>
    local.toString({ smallestUnit: 'minute' }),
  );
  const read = readTimes(start!, end!, timeZone);
  if (read.kind !== 'right') throw new Error(`The demo cannot hold a meetup then: ${read.sentence}.`);
  return read.times;
}

function onItsDay({ turn, daysAfter = 0, hours = USUAL_HOURS }: DemoMeetup, now: Date, zone: string) {
  const day = (turn === 0 ? dayOf(now, zone) : cafeDay(turn, now, zone)).add({ days: daysAfter });
  return hours.map((hour) => day.toPlainDateTime(Temporal.PlainTime.from(hour)));
}

/** From a full hour that is half an hour ahead at least, for three topics of half an hour. */
function soon(now: Date, zone: string) {
  const here = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDateTime();
  const start = here.add({ hours: 1 }).round('hour');
  return [start, start.add({ minutes: 90 })];
}
