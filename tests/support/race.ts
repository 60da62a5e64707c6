import { expect } from 'vitest';
import { addMeetup } from './meetups.ts';
import type { openTestSite } from './site.ts';

/** Two hundred people, signed in, press the button for twenty places at the same moment; then everybody looks where they stand. */
export async function raceForPlaces(site: Awaited<ReturnType<typeof openTestSite>>) {
  const startsLocal = new Date(site.clock.now().getTime() + 86_400_000).toISOString().slice(0, 16);
  const { meetup } = await site.site.write((tx) => addMeetup(tx, { places: 20, startsLocal }, site.clock.now()));
  const path = `/meetups/${meetup.slug}`;
  const people = await Promise.all(Array.from({ length: 200 }, (_, i) => site.signedIn(`p${i}@council.example`)));
  const fields = { meetupId: meetup.id, partySize: '1', accessNeeds: '', dietaryNeeds: '' };
  const answers = await Promise.all(people.map((person) => person.send(path, 'rsvps.save', fields)));
  const notices = answers.map((answer) => new URL(answer.path, site.url).searchParams.get('notice'));
  expect(notices.filter((notice) => notice === 'rsvp-going')).toHaveLength(20);
  expect(notices.filter((notice) => notice === 'rsvp-waiting')).toHaveLength(180);
  const pages = await Promise.all(people.map((person) => person.get(path)));
  const positions = pages.flatMap((page) => page.text.match(/You are number (\d+) on the waiting list/)?.[1] ?? []);
  const inOrder = positions.map(Number).sort((a, b) => a - b);
  expect(inOrder).toEqual(Array.from({ length: 180 }, (_, i) => i + 1));
  const stranger = await site.stranger().get(path);
  expect(stranger.text).toContain('20 of 20 places taken, 180 waiting');
}
