import { eq, sql } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { Circle } from '../people/viewer.ts';
import { saveEntry } from '../search/search-commands.ts';
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
  hostId: string;
  secondHostId: string | null;
  description: Description;
  /** In running order. */
  topics: readonly TopicWish[];
}

/** Markdown, what was made of it, and its words alone, for search. */
export interface Description {
  source: string;
  html: string;
  words: string;
  rendererVersion: number;
}

/** Who starts it is somebody of this site, or a name. */
export interface TopicWish {
  title: string;
  question: string;
  leadId: string | null;
  leadName: string;
}

type Meetup = MeetupFacts['meetup'];

/** The columns that are the same for a new meetup and a changed one. */
export const columnsOf = ({
  title,
  seriesId,
  times,
  cost,
  circle,
  places,
  hostId,
  secondHostId,
  ...wish
}: MeetupWish) => ({
  ...{ title, seriesId, ...times, cost, circle, places, hostId, secondHostId },
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

export async function keepTopics(tx: Writer, meetupId: string, wishes: readonly TopicWish[], newId: () => string) {
  const { topics } = tx.tables;
  await tx.delete(topics).where(eq(topics.meetupId, meetupId));
  if (wishes.length === 0) return;
  await tx.insert(topics).values(wishes.map((wish, at) => ({ ...wish, id: newId(), meetupId, position: at + 1 })));
}

/** Renews what search knows of a meetup. */
export async function keepEntry(tx: Writer, { meetup, venue }: MeetupFacts, wish: MeetupWish) {
  const topics = wish.topics.flatMap(({ title, question }) => [title, question]);
  await saveEntry(tx, {
    kind: 'meetup',
    subjectId: meetup.id,
    circle: meetup.circle,
    path: `/meetups/${meetup.slug}`,
    title: meetup.title,
    body: [...topics, `${venue.name}, ${venue.address}`, wish.description.words].filter(Boolean).join('. '),
  });
}
