import { asc, desc, eq } from 'drizzle-orm';
import type { Database, Reader } from '#db/database.ts';
import { askForPlace } from '#domain/meetups/asking-commands.ts';
import { releaseLapsedHolds } from '#domain/meetups/lapse-commands.ts';
import { changeMeetup } from '#domain/meetups/meetup-change-commands.ts';
import type { MeetupFacts } from '#domain/meetups/meetup-facts.ts';
import { findFacts } from '#domain/meetups/meetup-facts-queries.ts';
import type { Who } from '#domain/meetups/placing-commands.ts';
import { saveRsvp, withdrawRsvp } from '#domain/meetups/rsvp-commands.ts';
import { CIRCLES } from '#domain/people/viewer.ts';
import { hashToken } from '#server/chance.ts';
import { runDueJobs } from '#server/jobs/job-runner.ts';
import { stationeryOf } from '#server/stationery.ts';
import { addMeetup, type WishedMeetup } from './meetups.ts';

/** Four days before the meetup, when a free place is given at once. */
export const NOON = new Date('2026-12-01T12:00:00Z');
export const minutesAfter = (minutes: number) => new Date(NOON.getTime() + minutes * 60_000);

const domains = { staffDomains: ['council.example'], partnerDomains: ['trust.example'] };
const stationery = stationeryOf({ siteName: 'Sandford Council', siteUrl: 'https://cafe.example' });
const addressOf = (name: string) => `${name}@home.example`;

export const somebody = (name: string, facts: Partial<Who> = {}): Who => ({
  name,
  email: addressOf(name),
  personId: null,
  circle: 'public',
  route: 'web',
  enteredById: null,
  ...facts,
});

/** A meetup and what people do about it, each in one write, at NOON unless another time is given. */
export async function openQueue({ write, read }: Database, wish: WishedMeetup = {}) {
  const facts = await write((tx) => addMeetup(tx, { startsLocal: '2026-12-05T10:00', ...wish }, NOON));
  const { id: meetupId } = facts.meetup;
  const by = (name: string) => ({ meetupId, circles: CIRCLES, email: addressOf(name) });

  return {
    facts,
    stationery,
    by,
    come: (name: string, partySize = 1, now = NOON) =>
      write((tx) => saveRsvp(tx, { whose: by(name), who: somebody(name), partySize, needs: null }, stationery, now)),
    /** Not signed in: the place is held until it is confirmed. */
    ask: (name: string, partySize = 1, now = NOON) =>
      write((tx) => askForPlace(tx, { ...by(name), name, partySize, needs: null, domains }, stationery, now)),
    /** By the link in the newest letter. */
    async confirm(name: string, partySize = 1, now = NOON) {
      const whose = { linkHash: hashToken(await newestToken(read, addressOf(name))) };
      return write((tx) => saveRsvp(tx, { whose, who: null, partySize, needs: null }, stationery, now));
    },
    leave: (name: string, now = NOON) =>
      write((tx) => withdrawRsvp(tx, { whose: by(name), who: somebody(name) }, stationery, now)),
    release: (now: Date) => write((tx) => releaseLapsedHolds(tx, meetupId, stationery, now)),
    /** By phone or at the counter, with a name and nothing else. */
    enter: (name: string, partySize = 1, now = NOON, said: Partial<Who> = {}) =>
      write((tx) => {
        const who = somebody(name, { email: null, route: 'phone', enteredById: facts.meetup.hostId, ...said });
        const wish = { whose: { ...by(name), email: null }, who, partySize, needs: null };
        return saveRsvp(tx, wish, stationery, now);
      }),
    /** By a host, for somebody. */
    async answer(name: string, partySize = 1, now = NOON) {
      const [rsvp] = (await listInTurn(read, meetupId)).filter((row) => row.name === name);
      const wish = { whose: { rsvpId: rsvp?.id ?? '' }, who: null, partySize, needs: null };
      return write((tx) => saveRsvp(tx, wish, stationery, now));
    },
    /** Does the jobs that are due at a moment. */
    work: (now: Date) => runDueJobs({ read, write, clock: () => now }, stationery),
    /** Changes the meetup as its form would. */
    change: async (columns: Partial<MeetupFacts['meetup']>, now = NOON) => {
      const before = (await findFacts(read, meetupId)) ?? facts;
      return write((tx) => changeMeetup(tx, before, { columns }, stationery, now));
    },
    rows: () => listInTurn(read, meetupId),
    /** Everybody in the order of their turns: "ann: going, 2". */
    async line() {
      const rows = await listInTurn(read, meetupId);
      return rows.map(({ name, status, partySize }) => `${name}: ${status}, ${partySize}`);
    },
    /** Every letter in the order it was queued: "ann: You have a place". */
    async letters() {
      const { outbox } = read.tables;
      const rows = await read.select().from(outbox).orderBy(asc(outbox.id));
      return rows.map(({ recipient, subject }) => `${recipient.split('@')[0]}: ${subject.split(': ')[0]}`);
    },
  };
}

export type Queue = Awaited<ReturnType<typeof openQueue>>;

const listInTurn = (read: Reader, meetupId: string) => {
  const { rsvps } = read.tables;
  return read.select().from(rsvps).where(eq(rsvps.meetupId, meetupId)).orderBy(asc(rsvps.turn));
};

async function newestToken(read: Reader, recipient: string): Promise<string> {
  const { outbox } = read.tables;
  const [letter] = await read.select().from(outbox).where(eq(outbox.recipient, recipient)).orderBy(desc(outbox.id));
  return letter?.plainText.match(/\/rsvps\/(\S+)/)?.[1] ?? 'no letter';
}
