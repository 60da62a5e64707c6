import { expect } from 'vitest';
import { addMeetup } from './meetups.ts';
import type { openTestSite } from './site.ts';

const RACERS = 200;
const PLACES = 20;

/** Two hundred people, each signed in, press the button at the same moment. */
export async function raceForPlaces(town: Awaited<ReturnType<typeof openTestSite>>) {
  const inTenDays = new Date(town.clock.now().getTime() + 10 * 86_400_000).toISOString().slice(0, 16);
  const { meetup } = await town.site.write((tx) => addMeetup(tx, { places: PLACES, startsLocal: inTenDays }));
  const racers = [];
  for (let n = 0; n < RACERS; n++) racers.push(await town.signedIn(`racer${n}@council.example`));
  const fields = { meetupId: meetup.id, partySize: '1' };
  const answers = await Promise.all(racers.map((racer) => racer.send(`/meetups/${meetup.slug}`, 'rsvps.save', fields)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
  const notices = answers.map(({ path }) => path.split('notice=')[1]);
  const { read } = town.site;
  const rows = await read.select().from(read.tables.rsvps);
  const waiting = rows.filter(({ status }) => status === 'waiting').map(({ turn }) => turn);
  const going = rows.filter(({ status }) => status === 'going').map(({ turn }) => turn);
  return { meetup, notices, going, waiting };
}

/** What must be true afterwards, on either engine. */
export function expectFairness({ notices, going, waiting }: Awaited<ReturnType<typeof raceForPlaces>>) {
  expect(going).toHaveLength(PLACES);
  expect(waiting).toHaveLength(RACERS - PLACES);
  expect(Math.max(...going)).toBeLessThan(Math.min(...waiting));
  expect(notices.filter((notice) => notice === 'rsvp-going')).toHaveLength(PLACES);
}
