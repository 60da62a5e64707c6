import { Temporal } from 'temporal-polyfill';
import type { Writer } from '#db/database.ts';
import type { MeetupFacts } from '#domain/meetups/meetup-facts.ts';
import type { Circle } from '#domain/people/viewer.ts';
import { slugOf } from '#domain/slugs/slug-rules.ts';
import { newId } from '#server/chance.ts';

export interface MeetupWish {
  title: string;
  places: number | null;
  circle: Circle;
  startsLocal: string;
  endsLocal: string;
  hostId: string;
  secondHostId: string | null;
}

const ZONE = 'Europe/London';

/** Puts a meetup with a venue and a host into the database. It ends an hour and a half after it starts. */
export async function addMeetup(tx: Writer, wish: Partial<MeetupWish> = {}): Promise<MeetupFacts> {
  const { title = 'Winter café', places = 20, circle = 'public', startsLocal = '2026-12-03T10:00' } = wish;
  const { endsLocal = later(startsLocal, 90), secondHostId = null } = wish;
  const hostId = wish.hostId ?? (await addHost(tx));
  const [venue] = await tx
    .insert(tx.tables.venues)
    .values({
      id: newId(),
      name: 'Market Hall',
      address: `${newId().slice(-4)} The Square`,
      stepFree: 'yes',
      toilet: 'yes',
      hearingLoop: 'unknown',
      parking: 'no',
    })
    .returning();
  if (!venue) throw new Error('an insert returns its row');
  const [meetup] = await tx
    .insert(tx.tables.meetups)
    .values({
      id: newId(),
      slug: slugOf(title),
      title,
      startsLocal,
      endsLocal,
      zone: ZONE,
      startsAt: instant(startsLocal),
      endsAt: instant(endsLocal),
      venueId: venue.id,
      cost: 'Free',
      circle,
      places,
      hostId,
      secondHostId,
      description: 'Three things we tried.',
      descriptionHtml: '<p>Three things we tried.</p>',
      rendererVersion: 1,
      sequence: 0,
      createdAt: new Date(0),
      updatedAt: new Date(0),
    })
    .returning();
  if (!meetup) throw new Error('an insert returns its row');
  return { meetup, venue, cancelledAt: null };
}

async function addHost(tx: Writer): Promise<string> {
  const id = newId();
  const facts = { name: 'Hetty Host', circle: 'staff' as const, showsName: true, createdAt: new Date(0) };
  await tx.insert(tx.tables.people).values({ id, email: `${id}@council.example`, ...facts });
  return id;
}

const later = (local: string, minutes: number) =>
  Temporal.PlainDateTime.from(local).add({ minutes }).toString({ smallestUnit: 'minute' });

const instant = (local: string) => new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(ZONE).epochMilliseconds);
