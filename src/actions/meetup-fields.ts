import { z } from 'astro/zod';
import { MOST_OVERBOOKED } from '#domain/meetups/place-rules.ts';
import { KNOWN } from '#domain/meetups/venue-rules.ts';
import { CIRCLES } from '#domain/people/viewer.ts';
import {
  choice,
  emailAddress,
  line,
  madeId,
  optionalEmail,
  optionalId,
  optionalLine,
  optionalNumber,
  optionalText,
} from './fields.ts';

const known = choice(KNOWN, 'Choose yes, no, or that you do not know');

const keptNumber = optionalNumber(0, 10_000, 'Enter a whole number, or leave this empty to keep none');

/** One to three of these, numbered; without an id it is a new one. */
const topicFields = {
  topic1Id: optionalId,
  topic1Title: optionalLine(120),
  topic1Question: optionalLine(300),
  topic1Lead: optionalLine(120),
  topic2Id: optionalId,
  topic2Title: optionalLine(120),
  topic2Question: optionalLine(300),
  topic2Lead: optionalLine(120),
  topic3Id: optionalId,
  topic3Title: optionalLine(120),
  topic3Question: optionalLine(300),
  topic3Lead: optionalLine(120),
};

/** What can be said of a place, and changes. */
export const venueDetails = {
  venuePhone: optionalLine(40),
  findUs: optionalLine(200),
  stepFree: known,
  toilet: known,
  hearingLoop: known,
  parking: known,
  accessNotes: optionalText(1000),
};

export const venueFields = {
  /** Empty: a new one, in the fields below. */
  venueId: optionalId,
  venueName: optionalLine(120),
  venueAddress: optionalText(300),
  ...venueDetails,
};

/** The form of a meetup, new or changed. */
export const meetupForm = z.object({
  meetupId: madeId,
  title: line(120, 'Enter a title, such as “Winter café”'),
  seriesId: optionalId,
  startsLocal: z.string({ error: 'Enter when it starts' }).max(40),
  endsLocal: z.string({ error: 'Enter when it ends' }).max(40),
  zone: z.string({ error: 'Choose a time zone from the list' }).max(64),
  cost: line(120, 'Enter what it costs, or “Free”'),
  circle: choice(CIRCLES, 'Choose who can see it and come'),
  places: optionalNumber(1, 10_000, 'Enter a whole number from 1 to 10,000, or leave this empty for no limit'),
  overbookPercent: optionalNumber(0, MOST_OVERBOOKED, `Enter a whole number from 0 to ${MOST_OVERBOOKED}`),
  keptFirstTimer: keptNumber,
  keptPartner: keptNumber,
  keptPublic: keptNumber,
  keptUntil: optionalLine(40),
  host: emailAddress,
  secondHost: optionalEmail,
  description: optionalText(20_000),
  ...venueFields,
  ...topicFields,
});

export type MeetupInput = z.output<typeof meetupForm>;
