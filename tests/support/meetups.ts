import { Temporal } from 'temporal-polyfill';
import type { Writer } from '#db/database.ts';
import { saveMeetup } from '#domain/meetups/meetup-commands.ts';
import type { MeetupFacts } from '#domain/meetups/meetup-facts.ts';
import { findFacts } from '#domain/meetups/meetup-facts-queries.ts';
import type { MeetupWish } from '#domain/meetups/meetup-record-commands.ts';
import { ensurePerson, saveProfile } from '#domain/people/people-commands.ts';
import { newId } from '#server/chance.ts';
import { meetupWish, timesOf } from './meetup-room.ts';

export type WishedMeetup = Partial<MeetupWish> & {
  /** Wall-clock time in London, `YYYY-MM-DDTHH:mm`; it ends an hour and a half later. */
  startsLocal?: string;
};

/** A meetup as its command saves it, hosted by Hetty unless somebody else is named. */
export async function addMeetup(
  tx: Writer,
  { startsLocal = '2026-12-03T10:00', ...wished }: WishedMeetup = {},
  now = new Date(),
): Promise<MeetupFacts> {
  const times = timesOf(startsLocal, later(startsLocal, 90));
  const hostId = wished.hostId ?? (await addHost(tx, now));
  const wish = meetupWish({ times, ...wished, hostId });
  await saveMeetup(tx, wish, { savedById: hostId, newId, now });
  const facts = await findFacts(tx, wish.id);
  if (!facts) throw new Error('a saved meetup can be found');
  return facts;
}

async function addHost(tx: Writer, now: Date): Promise<string> {
  const domains = { staffDomains: ['council.example'], partnerDomains: [] };
  const { id } = await ensurePerson(tx, { id: newId(), email: 'hetty@council.example', domains, now });
  await saveProfile(tx, id, { name: 'Hetty Host', jobTitle: '', unitId: null, askMeAbout: '', showsName: true });
  return id;
}

const later = (local: string, minutes: number) =>
  Temporal.PlainDateTime.from(local).add({ minutes }).toString({ smallestUnit: 'minute' });
