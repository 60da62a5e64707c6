import type { Writer } from '#db/database.ts';
import { saveEntry } from '#domain/search/search-commands.ts';
import { hashToken } from '#server/chance.ts';
import { RENDERER_VERSION } from '#server/markdown.ts';
import type { Amounts } from './fill.ts';
import type { People } from './fill-people.ts';
import { dayOf, daysFrom, inPieces, type Setting, times } from './rows.ts';
import { lessonTitle, meetupTitle, paragraph, place } from './words.ts';

/** How many of the dates are still to come. */
export const upcoming = (meetups: number) => meetups / 10;
export const meetupSlug = (number: number) => `cafe-${number}`;

/** A week apart, the last ones still to come, and the RSVPs to those that are over. */
export async function fillMeetups(tx: Writer, setting: Setting, people: People, amounts: Amounts): Promise<string[]> {
  const { chance, newId } = setting;
  const { meetups, topics, venues, rsvps } = tx.tables;
  const venueRows = times(20, (number) => ({
    ...VENUE,
    id: newId(),
    name: `Café ${number}`,
    address: `${number} High Street, ${place(chance)}`,
  }));
  await tx.insert(venues).values(venueRows);
  const rows = times(amounts.meetups, (number) =>
    meetupRow(setting, people, chance.pick(venueRows).id, number, amounts.meetups),
  );
  await inPieces(rows, (piece) => tx.insert(meetups).values(piece));
  const topicRows = rows.flatMap(({ id: meetupId }) =>
    times(3, (at) => ({
      id: newId(),
      meetupId,
      position: at + 1,
      title: lessonTitle(chance),
      question: paragraph(chance, 1),
      leadId: chance.pick(people.ids),
    })),
  );
  await inPieces(topicRows, (piece) => tx.insert(topics).values(piece));
  for (const { id: subjectId, slug, title, circle, description: body } of rows)
    await saveEntry(tx, { kind: 'meetup', subjectId, circle, path: `/meetups/${slug}`, title, body });
  const past = rows.slice(0, -upcoming(rows.length));
  await inPieces(
    rsvpRows(
      setting,
      people,
      past.map(({ id }) => id),
      amounts.rsvps,
    ),
    (piece) => tx.insert(rsvps).values(piece),
  );
  return rows.map(({ id }) => id);
}

function meetupRow({ chance, now, newId }: Setting, people: People, venueId: string, number: number, amount: number) {
  const starts = daysFrom(now, (number - amount + upcoming(amount)) * 7 + 1);
  const day = dayOf(starts);
  const description = paragraph(chance, 5);
  return {
    id: newId(),
    slug: meetupSlug(number),
    title: meetupTitle(chance),
    startsLocal: `${day}T10:00`,
    endsLocal: `${day}T11:30`,
    zone: 'Europe/London',
    startsAt: new Date(`${day}T10:00Z`),
    endsAt: new Date(`${day}T11:30Z`),
    venueId,
    cost: 'Free; you buy your own drink',
    circle: 'public' as const,
    places: null,
    hostId: chance.pick(people.ids),
    description,
    descriptionHtml: `<p>${description}</p>`,
    rendererVersion: RENDERER_VERSION,
    sequence: 0,
    createdAt: now,
    updatedAt: now,
  };
}

function rsvpRows({ chance, now, newId }: Setting, people: People, meetupIds: string[], amount: number) {
  return times(amount, (number) => {
    const turn = Math.floor(number / meetupIds.length) + 1;
    const person = (turn * 7 + number) % people.ids.length;
    const id = newId();
    return {
      id,
      meetupId: meetupIds[number % meetupIds.length]!,
      personId: people.ids[person]!,
      email: `guest-${turn}@council.example`,
      name: `Guest ${turn}`,
      circle: 'staff' as const,
      status: chance.happens(0.9) ? ('going' as const) : ('not-going' as const),
      partySize: chance.number(1, 3),
      turn,
      tokenHash: hashToken(id),
      route: 'web' as const,
      savedAt: now,
    };
  });
}

const VENUE = {
  stepFree: 'yes',
  toilet: 'yes',
  hearingLoop: 'unknown',
  parking: 'no',
  findUs: 'The table with the dragon',
} as const;
