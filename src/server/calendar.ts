import ical, { type ICalCalendar, ICalEventStatus } from 'ical-generator';
import { Temporal } from 'temporal-polyfill';
import { tzlib_get_ical_block } from 'timezones-ical-library';
import type { MailAttachment } from '#db/tables/site.ts';
import type { Tables } from '#db/tables.ts';
import type { MeetupFacts } from '#domain/meetups/meetup-facts.ts';

type RsvpStatus = Tables['rsvps']['$inferSelect']['status'];

/** What an entry tells besides the facts. */
export type CalendarMeetup = MeetupFacts & { topics?: readonly { title: string }[] };

export interface Letterhead {
  siteName: string;
  /** The origin links start with, without a slash at the end. */
  siteUrl: string;
}

const STATUS = {
  going: ICalEventStatus.CONFIRMED,
  waiting: ICalEventStatus.TENTATIVE,
  offered: ICalEventStatus.TENTATIVE,
  'not-going': ICalEventStatus.CANCELLED,
} as const;
const CONTENT_TYPE = 'text/calendar; charset=utf-8';
const REFRESH_SECONDS = 6 * 3600;
/** How much of the past a calendar to subscribe to keeps. */
export const CALENDAR_DAYS_BACK = 400;

/**
 * The file for somebody's own calendar, to attach to a letter: tentative while they wait, cancelled when they are not
 * going. `now` becomes its DTSTAMP, so that of two files with one SEQUENCE the later one counts (RFC 5546, 2.1.5).
 */
export function calendarFile(
  meetup: CalendarMeetup,
  { status, now, ...head }: Letterhead & { status: RsvpStatus; now: Date },
): MailAttachment {
  const second = Math.floor(now.getTime() / 1000);
  const key = JSON.stringify([meetup, status, head, second]);
  if (key !== newest.key) {
    const calendar = newCalendar();
    addMeetup(calendar, meetup, head, { status: STATUS[status], stamp: now });
    newest = { key, content: textOf(calendar) };
  }
  return { filename: `${meetup.meetup.slug}.ics`, contentType: CONTENT_TYPE, content: newest.content };
}

/** The newest file: when many save a place within a second, most get the same. */
let newest = { key: '', content: '' };

/** One meetup for everyone: the same bytes until the meetup changes. */
export function meetupCalendar(meetup: CalendarMeetup, head: Letterhead): string {
  const calendar = newCalendar();
  addMeetup(calendar, meetup, head);
  return textOf(calendar);
}

/** All these meetups, to subscribe to at a path under a name; a cancelled one stays and says so. */
export function subscribedCalendar(
  meetups: readonly CalendarMeetup[],
  head: Letterhead,
  { name, path } = { name: 'Meetups', path: '/meetups.ics' },
): string {
  const calendar = newCalendar();
  calendar.name(escapeName(`${name} – ${head.siteName}`));
  calendar.source(head.siteUrl + path);
  calendar.ttl(REFRESH_SECONDS);
  for (const meetup of meetups) addMeetup(calendar, meetup, head);
  return textOf(calendar);
}

export const calendarHeaders = (filename: string) => ({
  'content-type': CONTENT_TYPE,
  'content-disposition': `inline; filename="${filename}"`,
});

/**
 * No METHOD: a published one needs an organizer's address, and nobody's address leaves the house in a calendar. The zone
 * is each entry's own, since a calendar's zone would turn DTSTAMP into local time.
 */
const newCalendar = (): ICalCalendar =>
  ical({
    prodId: { company: 'Teacake', product: 'Meetups', language: 'EN' },
    timezone: { name: null, generator: (zone) => zoneBlock(zone).block },
  });

function addMeetup(
  calendar: ICalCalendar,
  entry: CalendarMeetup,
  { siteUrl }: Letterhead,
  { status = ICalEventStatus.CONFIRMED as ICalEventStatus, stamp = entry.meetup.updatedAt } = {},
) {
  const { meetup, venue, cancelledAt } = entry;
  const url = `${siteUrl}/meetups/${meetup.slug}`;
  calendar.createEvent({
    id: meetup.id,
    sequence: meetup.sequence,
    stamp,
    created: meetup.createdAt,
    lastModified: meetup.updatedAt,
    timezone: zoneBlock(meetup.zone).id,
    start: zoned(meetup.startsAt, meetup.zone),
    end: zoned(meetup.endsAt, meetup.zone),
    summary: cancelledAt ? `Cancelled: ${meetup.title}` : meetup.title,
    location: `${venue.name}, ${venue.address}`.replace(/\s*\n+\s*/g, ', '),
    description: describe(entry, url),
    status: cancelledAt ? ICalEventStatus.CANCELLED : status,
    url,
  });
}

function describe({ meetup, venue, topics = [] }: CalendarMeetup, url: string): string {
  const parts = [
    topics.map(({ title }) => `• ${title}`).join('\n'),
    venue.findUs && `How to find us: ${venue.findUs}`,
    meetup.cost && `Cost: ${meetup.cost}`,
    url,
  ];
  return parts.filter(Boolean).join('\n\n');
}

const zoned = (instant: Date, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);

const zoneBlocks = new Map<string, { id: string; block: string }>();

/** The VTIMEZONE of a zone, and the name it goes by there: older names of a zone lead to its newer one. Kept: it is slow. */
function zoneBlock(zone: string): { id: string; block: string } {
  const kept = zoneBlocks.get(zone);
  if (kept) return kept;
  const [block = '', parameter = ''] = tzlib_get_ical_block(zone);
  const found = { id: parameter.replace('TZID=', ''), block };
  zoneBlocks.set(zone, found);
  return found;
}

/** ical-generator writes NAME as it stands, though it is a TEXT value (RFC 7986, 5.1). */
const escapeName = (name: string) => name.replace(/[\\;,]/g, '\\$&');

/** ical-generator leaves out the last line's end. */
const textOf = (calendar: ICalCalendar) => `${calendar.toString()}\r\n`;
