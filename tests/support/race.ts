import { asc, eq } from 'drizzle-orm';
import { expect } from 'vitest';
import { addMeetup } from './meetups.ts';
import type { openTestSite } from './site.ts';

type TestSite = Awaited<ReturnType<typeof openTestSite>>;

const PLACES = 20;
const RUNNERS = 300;

/**
 * Three hundred people, signed in, press the button at the same moment; in the middle of it a block of twenty places that
 * was kept for others is everybody's. Then it is looked up who has a place and what everybody was told.
 */
export async function raceForReleasedPlaces(site: TestSite) {
  const { meetup, path } = await announce(site);
  const people = await Promise.all(Array.from({ length: RUNNERS }, (_, at) => site.signedIn(`p${at}@council.example`)));
  let answered = 0;
  const press = async (person: (typeof people)[number], at: number) => {
    const fields = { meetupId: meetup.id, partySize: String(1 + (at % 3)), accessNeeds: '', dietaryNeeds: '' };
    const answer = await person.send(path, 'rsvps.save', fields);
    if (++answered !== RUNNERS / 3) return answer;
    site.clock.forward(61);
    await site.runDueJobs();
    return answer;
  };
  const answers = await Promise.all(people.map(press));
  expect(answers.filter(({ status }) => status === 303)).toHaveLength(RUNNERS);
  await expectOrder(site, meetup.id);
  await expectToldOnce(site, meetup.id);
  expect((await site.stranger().get(path)).text).toMatch(/(18|19|20) of 20 places taken/);
}

async function announce({ site, clock }: TestSite) {
  const later = (minutes: number) => new Date(clock.now().getTime() + minutes * 60_000);
  const kept = { seats: { partner: PLACES, public: 0, 'first-timer': 0 }, until: later(60) };
  const startsLocal = later(7 * 24 * 60)
    .toISOString()
    .slice(0, 16);
  const { meetup } = await site.write((tx) => addMeetup(tx, { places: PLACES, startsLocal, kept }, clock.now()));
  return { meetup, path: `/meetups/${meetup.slug}` };
}

/** Whoever has a place came before everybody who waits, no party is split, and the next in line would not fit. */
async function expectOrder({ site: { read } }: TestSite, meetupId: string) {
  const { rsvps } = read.tables;
  const line = await read.select().from(rsvps).where(eq(rsvps.meetupId, meetupId)).orderBy(asc(rsvps.turn));
  const going = line.filter(({ status }) => status === 'going');
  const taken = going.reduce((sum, { partySize }) => sum + partySize, 0);
  expect(line.map(({ turn }) => turn)).toEqual(Array.from({ length: RUNNERS }, (_, at) => at + 1));
  expect(going.map(({ turn }) => turn)).toEqual(line.slice(0, going.length).map(({ turn }) => turn));
  expect(line.slice(going.length).every(({ status }) => status === 'waiting')).toBe(true);
  expect(line.every(({ email, partySize }) => partySize === 1 + (Number(email?.match(/\d+/)?.[0]) % 3))).toBe(true);
  expect(taken).toBeLessThanOrEqual(PLACES);
  expect(taken + (line[going.length]?.partySize ?? 0)).toBeGreaterThan(PLACES);
}

/** Everybody with a place has one letter that says so, and nobody else has any; nobody has two answers to one press. */
async function expectToldOnce({ site: { read } }: TestSite, meetupId: string) {
  const { rsvps, outbox } = read.tables;
  const line = await read.select().from(rsvps).where(eq(rsvps.meetupId, meetupId));
  const letters = await read.select({ to: outbox.recipient, subject: outbox.subject }).from(outbox);
  const told = (email: string | null, words: RegExp) =>
    letters.filter(({ to, subject }) => to === email && words.test(subject)).length;
  for (const { email, status } of line) {
    expect(told(email, /^(You have|A place is yours|Places for \d are yours)/)).toBe(status === 'going' ? 1 : 0);
    expect(told(email, /^You (have|are number)/)).toBe(1);
  }
}
