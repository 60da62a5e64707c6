import { eq } from 'drizzle-orm';
import type { Database } from '#db/database.ts';
import { countArrivals } from '#domain/door/arrival-queries.ts';
import { markArrivals } from '#domain/door/door-commands.ts';
import type { Tap, WalkIn } from '#domain/door/door-facts.ts';
import { listDoor } from '#domain/door/door-queries.ts';
import { newId } from '#server/chance.ts';
import { meetupWish, openMeetupRoom, timesOf } from './meetup-room.ts';
import { viewerIn } from './viewers.ts';

/** Ten minutes before the café of `openDoorway` begins. */
export const DOORS = new Date('2026-12-03T09:50:00Z');
export const after = (minutes: number) => new Date(DOORS.getTime() + minutes * 60_000);

export const tap = (partyId: string, partySize: number, facts: Partial<Tap> = {}): Tap => ({
  ...{ id: newId(), partyId, partySize, afterId: null, tappedAt: DOORS },
  ...facts,
});

export const walkIn = (name: string, facts: Partial<WalkIn> = {}): WalkIn => ({
  ...{ id: newId(), name, circle: 'public', isFirstTime: false },
  ...facts,
});

/** A café of Ann's and Bob's, with short ways to expect people and to mark them as here. */
export async function openDoorway(open: () => Promise<Database>) {
  const room = await openMeetupRoom(open);
  const { read, write, addRsvp } = room;
  const hold = async (startsLocal: string, endsLocal: string) => {
    const wish = meetupWish({ secondHostId: 'bob', times: timesOf(startsLocal, endsLocal) });
    await room.save(wish);
    return wish.id;
  };
  const meetupId = await hold('2026-12-03T10:00', '2026-12-03T11:30');
  const hostCalled = (id: string) => viewerIn('staff', id);
  const mark = (
    taps: readonly Tap[],
    { by = 'ann', at = DOORS, walkIns = [], meetup = meetupId }: Partial<Marking> = {},
  ) => {
    const host = { person: { id: by }, isAdmin: false };
    return write((tx) => markArrivals(tx, { meetupId: meetup, taps, walkIns }, host, at));
  };
  return {
    ...{ ...room, meetupId, hold, mark },
    /** Somebody on the list. @returns their id. */
    expect: async (name: string, facts: Parameters<typeof addRsvp>[2] = {}, meetup = meetupId) => {
      const id = newId();
      await addRsvp(meetup, name, { id, ...facts });
      return id;
    },
    see: (by = 'ann', at = DOORS) => listDoor(read, hostCalled(by), { id: meetupId, zone: 'Europe/London' }, at),
    count: () => countArrivals(read, meetupId),
    /** Everybody who came: "ann: 2". */
    here: async (meetup = meetupId) => {
      const { arrivals } = read.tables;
      const rows = await read.select().from(arrivals).where(eq(arrivals.meetupId, meetup)).orderBy(arrivals.name);
      return rows.map(({ name, partySize }) => `${name}: ${partySize}`);
    },
  };
}

interface Marking {
  by: string;
  at: Date;
  walkIns: readonly WalkIn[];
  meetup: string;
}
