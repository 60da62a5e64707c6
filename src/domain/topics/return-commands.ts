import { inArray } from 'drizzle-orm';
import type { Writer } from '#db/database.ts';
import type { Stationery } from '../mail/stationery.ts';
import type { MeetupFacts } from '../meetups/meetup-facts.ts';
import { listChosen, takeOff } from './meetup-topic-commands.ts';
import type { Topic } from './topic-facts.ts';
import { findAddress, queueTopicLetters, type TopicPost } from './topic-letter-commands.ts';
import { returnedLetter } from './topic-letters.ts';

/** Takes topics off their meetup, and tells those who had offered them, whoever did it aside, that they are on the list again. */
export async function returnTopics(
  tx: Writer,
  dropped: readonly Topic[],
  meetup: MeetupFacts['meetup'],
  byId: string | null,
  stationery: Stationery,
  now: Date,
) {
  await takeOff(tx, dropped, byId, now);
  if (meetup.endsAt > now) await tellOfferers(tx, dropped, returnedLetter(meetup), byId, stationery, now);
}

/** The same for those topics of a meetup that came from the list of its series. */
export async function returnOffered(
  tx: Writer,
  meetup: MeetupFacts['meetup'],
  byId: string | null,
  stationery: Stationery,
  now: Date,
) {
  const offered = (await listChosen(tx, meetup.id)).filter(({ seriesId }) => seriesId !== null);
  await returnTopics(tx, offered, meetup, byId, stationery, now);
}

/** Writes to those who offered these topics, as far as we have their address; nobody tells themselves. */
export async function tellOfferers(
  tx: Writer,
  offered: readonly Topic[],
  letter: TopicPost['letter'],
  byId: string | null,
  stationery: Stationery,
  now: Date,
) {
  const { series } = tx.tables;
  const ids = offered.flatMap(({ seriesId }) => seriesId ?? []);
  const known = await tx.select().from(series).where(inArray(series.id, ids));
  const post: TopicPost[] = [];
  for (const topic of offered) {
    const to = topic.offeredById !== null && topic.offeredById === byId ? undefined : await findAddress(tx, topic);
    const own = known.find(({ id }) => id === topic.seriesId);
    if (to && own) post.push({ topic, to, series: own, letter });
  }
  await queueTopicLetters(tx, post, stationery, now);
}
