import { expect } from 'vitest';
import { newId } from '#server/chance.ts';
import type { Page, Visitor } from './visit.ts';

/** The host of every meetup that the form announces. */
export const SAM = 'sam.green@council.example';

/** What a filled form of a meetup sends: in two weeks and a bit of the test's own time, in a new place. */
export const meetupFields = (host: string, wished: Record<string, string> = {}): Record<string, string> => ({
  meetupId: newId(),
  title: 'Winter café',
  seriesId: '',
  startsLocal: '2031-12-04T10:00',
  endsLocal: '2031-12-04T11:30',
  zone: 'Europe/London',
  venueId: '',
  venueName: 'The Copper Kettle',
  venueAddress: '4 Mill Lane\r\nSandford',
  venuePhone: '01632 960 001',
  findUs: 'The table with the dragon',
  stepFree: 'yes',
  toilet: 'yes',
  hearingLoop: 'unknown',
  parking: 'no',
  accessNotes: 'The back door is heavy.',
  cost: 'Free. Tea is £2.',
  circle: 'public',
  places: '20',
  host,
  secondHost: '',
  description: 'Come *in*.\r\n\r\n## Bring cake',
  topic1Title: 'Subtitles in an afternoon',
  topic1Question: 'Is it worth it?',
  topic1Lead: 'Priya from Libraries',
  topic2Title: '',
  topic2Question: '',
  topic2Lead: '',
  topic3Title: '',
  topic3Question: '',
  topic3Lead: '',
  ...wished,
});

/** Announces a meetup by the form, and gives its path. */
export async function announce(host: Visitor, wished: Record<string, string> = {}) {
  const sent = await host.send('/meetups/new', 'meetups.announce', meetupFields(SAM, wished));
  expect(sent.text, 'announced').toBe('');
  expect(sent.status).toBe(303);
  return sent.path.split('?')[0] ?? '';
}

export const fieldOf = (page: Page, name: string) =>
  page.html.querySelector(`[name="${name}"]`)?.getAttribute('value') ?? '';

/** What the form of a meetup on the page would send, without changes. */
export const typedIn = (page: Page) => ({
  meetupId: fieldOf(page, 'meetupId'),
  seenAt: fieldOf(page, 'seenAt'),
});
