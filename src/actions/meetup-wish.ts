import type { MeetupWish } from '#domain/meetups/meetup-record-commands.ts';
import { LEVEL_IN_DESCRIPTION } from '#domain/meetups/meetup-rules.ts';
import { readTimes } from '#domain/meetups/meetup-time-rules.ts';
import { RENDERER_VERSION } from '#server/markdown.ts';
import type { Site } from '#server/site.ts';
import { type Problems, wrongFields } from '#server/wrong-fields.ts';
import type { MeetupInput } from './meetup-fields.ts';
import { findPeople } from './meetup-people.ts';
import { readSeats } from './meetup-seats.ts';
import { renderFields } from './rendered.ts';
import { chooseVenue, wrongVenue } from './venue-choice.ts';

/**
 * A meetup as its form sent it, with its times read, its people looked up and its Markdown rendered: all before `write`.
 *
 * @throws wrong fields, each with its sentence.
 */
export async function readMeetup(input: MeetupInput, site: Site): Promise<{ wish: MeetupWish; comesTwice: boolean }> {
  const read = readTimes(input.startsLocal, input.endsLocal, input.zone);
  const { problems, ...people } = await findPeople(input, site);
  const { problems: wrongSeats, ...seats } = readSeats(input, read.kind === 'right' ? read.times : null);
  const wrong: Problems = {
    ...(read.kind === 'wrong' && { [read.field]: read.sentence }),
    ...problems,
    ...wrongSeats,
    ...wrongVenue(input),
  };
  if (read.kind === 'wrong' || Object.keys(wrong).length > 0) throw wrongFields(wrong);
  const { title, seriesId, cost, circle, places, description: source } = input;
  const options = { trusted: true, headingLevel: LEVEL_IN_DESCRIPTION } as const;
  const { description: html } = await renderFields(site, { description: source }, options);
  const description = { source, html, rendererVersion: RENDERER_VERSION };
  const words = { id: input.meetupId, title, seriesId, cost, circle, places, description };
  return {
    wish: { ...words, ...people, ...seats, times: read.times, venue: chooseVenue(input) },
    comesTwice: read.comesTwice,
  };
}
