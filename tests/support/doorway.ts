import { NO_NEEDS } from '#domain/meetups/needs-rules.ts';
import { saveRsvp } from '#domain/meetups/rsvp-commands.ts';
import { CIRCLES } from '#domain/people/viewer.ts';
import { stationeryOf } from '#server/stationery.ts';
import { addMeetup } from './meetups.ts';
import { somebody } from './rsvps.ts';
import type { openTestSite } from './site.ts';

/** A café that begins in an hour, with two hosts and some people who said that they come: "ann" with 2 … */
export async function holdCafe(
  town: Awaited<ReturnType<typeof openTestSite>>,
  title: string,
  guests: Record<string, number>,
) {
  const host = await town.signedIn('hetty@council.example', { name: 'Hetty Host' });
  const second = await town.signedIn('bo@council.example', { name: 'Bo Second' });
  const startsLocal = new Date(town.clock.now().getTime() + 3_600_000).toISOString().slice(0, 16);
  const wish = { title, startsLocal, hostId: host.person.id, secondHostId: second.person.id };
  const { meetup } = await town.site.write((tx) => addMeetup(tx, wish));
  const path = `/meetups/${meetup.slug}`;
  const stationery = stationeryOf({ siteName: 'Sandford Council', siteUrl: town.url });
  for (const [name, partySize] of Object.entries(guests)) {
    const whose = { meetupId: meetup.id, circles: CIRCLES, email: null };
    const who = somebody(name, { email: null, route: 'phone' });
    const needs = { ...NO_NEEDS, accessNeeds: name === 'Ann' ? 'Seat beside the heater' : '' };
    await town.site.write((tx) => saveRsvp(tx, { whose, who, partySize, needs }, stationery, town.clock.now()));
  }
  return { host, second, meetup, path };
}
