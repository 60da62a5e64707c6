import { forgetNeeds, releaseLapsedHolds } from '#domain/meetups/places-commands.ts';
import { listLapsedMeetups } from '#domain/meetups/rsvp-queries.ts';
import { every, type Site } from './site.ts';
import { stationeryOf } from './stationery.ts';

/** Gives up places that nobody confirmed in time, one meetup to a write, and lets the next in line move up. */
export async function releaseHolds({ read, write, clock, settings }: Site, siteUrl: string) {
  const now = clock();
  const stationery = stationeryOf({ siteName: settings.organisationName, siteUrl });
  const meetupIds = await listLapsedMeetups(read, now);
  await Promise.all(meetupIds.map((id) => write((tx) => releaseLapsedHolds(tx, id, stationery, now))));
}

/** Looks every minute for lapsed holds, and every hour for needs that can be forgotten. */
export function watchRsvps(site: Site, siteUrl: string) {
  const tasks = [
    every(60, async function releaseLapsed() {
      await releaseHolds(site, siteUrl);
    }),
    every(3600, async function forgetOldNeeds() {
      await site.write((tx) => forgetNeeds(tx, site.clock()));
    }),
  ];
  return {
    stop() {
      for (const task of tasks) task.stop();
    },
  };
}
