import { sql } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import { keepNotesEntry } from '../notes/note-entry-commands.ts';
import type { Circle } from '../people/viewer.ts';
import { saveEntry } from '../search/search-commands.ts';
import { plainText } from '../text/plain-text-rules.ts';
import { listChosen } from '../topics/meetup-topic-commands.ts';
import type { TopicWish } from '../topics/topic-facts.ts';
import type { KeptWish } from './kept-seat-commands.ts';
import type { MeetupFacts } from './meetup-facts.ts';
import { meetupSlug } from './meetup-rules.ts';
import type { MeetupTimes } from './meetup-time-rules.ts';
import type { VenueChoice } from './venue-commands.ts';

/** Everything that is typed about a meetup. */
export interface MeetupWish {
  /** Made by the form, so that pressing twice saves once. */
  id: string;
  title: string;
  seriesId: string | null;
  times: MeetupTimes;
  venue: VenueChoice;
  cost: string;
  circle: Circle;
  /** Null: no limit. */
  places: number | null;
  overbookPercent: number;
  kept: KeptWish | null;
  hostId: string;
  secondHostId: string | null;
  description: Description;
  /** In running order. */
  topics: readonly TopicWish[];
}

/** Markdown, and what was made of it. */
export interface Description {
  source: string;
  html: string;
  rendererVersion: number;
}

/** For a meetup that promises its places as they are, and keeps none for anybody. */
export const PLAIN_PLACES = { overbookPercent: 0, kept: null };

type Meetup = MeetupFacts['meetup'];

/** The columns that are the same for a new meetup and a changed one. */
export const columnsOf = ({
  title,
  seriesId,
  times,
  cost,
  circle,
  places,
  overbookPercent,
  hostId,
  secondHostId,
  ...wish
}: MeetupWish) => ({
  ...{ title, seriesId, ...times, cost, circle, places, overbookPercent, hostId, secondHostId },
  description: wish.description.source,
  descriptionHtml: wish.description.html,
  rendererVersion: wish.description.rendererVersion,
});

/**
 * Adds the row under the first free slug and the next number: the unique keys decide. The dates of a series have one
 * title, so their slugs say the day.
 */
export async function addRow(tx: Writer, row: Omit<Meetup, 'slug' | 'number'>): Promise<Meetup> {
  const { meetups } = tx.tables;
  const number = sql`(select coalesce(max(${meetups.number}), 0) + 1 from ${meetups})`;
  for (let n = 1; ; n++) {
    const slug = meetupSlug(row.seriesStart ? `${row.title} ${row.seriesStart.slice(0, 10)}` : row.title, n);
    const [added] = await tx
      .insert(meetups)
      .values({ ...row, slug, number })
      .onConflictDoNothing({ target: meetups.slug })
      .returning();
    if (added) return added;
  }
}

/** Renews what search knows of a meetup: call it after anything that changes its words or its topics. */
export async function keepEntry(tx: Writer, { meetup, venue }: MeetupFacts) {
  const topics = (await listChosen(tx, meetup.id)).flatMap(({ title, question }) => [title, question]);
  const description = plainText(meetup.descriptionHtml);
  await saveEntry(tx, {
    kind: 'meetup',
    subjectId: meetup.id,
    circle: meetup.circle,
    path: `/meetups/${meetup.slug}`,
    title: meetup.title,
    body: [...topics, `${venue.name}, ${venue.address}`, description].filter(Boolean).join('. '),
  });
  await keepNotesEntry(tx, meetup);
}
